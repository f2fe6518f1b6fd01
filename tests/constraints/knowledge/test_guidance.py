"""Every fact of the guides is used somewhere, or says why it is not; and every id that is cited is a fact."""

from __future__ import annotations

import re

from constraints.knowledge.guidance import (
    FILE,
    KINDS,
    SECTIONS,
    coverage,
    encodings,
    fact_id,
    facts,
    guidance_text,
)
from constraints.knowledge.guides import guides, where
from constraints.knowledge.notes import notes
from constraints.knowledge.samples import samples
from constraints.prescription.templates import templates
from constraints.rules.every_rule import RULES, WISHES
from profiles.exercise import catalogue

NUMBERED = {
    "SCH": 58, "PHA": 36, "TAP": 22, "DOS": 77, "PRG": 38, "STR": 59, "EXE": 180, "INJ": 28, "EQP": 23, "REC": 23,
    "CON": 78, "OUT": 13, "RUL": 16,
}  # fmt: skip
MOST_LEFT_OUT = 40


def test_every_fact_has_its_entry_and_no_other_is_there() -> None:
    assert list(facts()) == [f"{section}-{number:02}" if section != "EXE" else f"EXE-{number:03}"
                             for section, last in NUMBERED.items() for number in range(1, last + 1)]  # fmt: skip
    assert len(facts()) == 651
    assert list(SECTIONS) == list(NUMBERED)


def test_a_fact_is_used_or_says_why_not() -> None:
    assert [
        f"{name}: cite it where it is at work, or say in `left_out` why it is not; not both"
        for name, fact in facts().items()
        if (fact.left_out is None) != bool(encodings().get(name))
    ] == []


def test_few_facts_are_left_out_the_unplannable_ones_among_them() -> None:
    left_out = [name for name, fact in facts().items() if fact.left_out is not None]
    assert {name for name in facts() if name.startswith("OUT")} <= set(left_out)
    assert len(left_out) <= MOST_LEFT_OUT
    assert all(len(facts()[name].left_out or "") > 20 for name in left_out)


def test_the_file_says_just_where_each_fact_is_cited() -> None:
    assert guidance_text() == FILE.read_text(encoding="utf-8"), "run: python -m constraints.knowledge.guidance"


def test_everything_that_is_cited_is_a_fact() -> None:
    assert set(encodings()) <= set(facts())


def test_every_place_exists() -> None:
    there = {
        "rule": {rule.id for rule in (*RULES, *WISHES)},
        "exercise": set(catalogue()),
        "template": set(templates()),
        "sample": set(samples()),
        "note": set(notes()),
    }
    places = {place for fact in facts().values() for place in fact.encoded}
    assert [place for place in sorted(places) if place.partition(" ")[0] not in KINDS] == []
    assert [place for place in sorted(places) if not _is_there(*place.split(" ", 1), there)] == []


def _is_there(kind: str, name: str, there: dict[str, set[str]]) -> bool:
    return name in there.get(kind, {name})


def test_each_exercise_has_its_own_row() -> None:
    stated = {name: exercise for name, exercise in catalogue().items() if not exercise.own}
    for name, exercise in stated.items():
        assert f"exercise {name}" in facts()[exercise.exe].encoded
    rows = [exercise.exe for exercise in stated.values()]
    assert sorted(rows) == [name for name in facts() if name.startswith("EXE")]


def test_an_exercise_of_no_guide_is_numbered_and_says_that_it_is_judgement() -> None:
    own = {exercise.exe: exercise for exercise in catalogue().values() if exercise.own}
    assert sorted(own) == [f"OWN-{number:02}" for number in range(1, len(own) + 1)]
    assert [name for name, exercise in own.items() if exercise.sources != ("judgement",) or exercise.guidance] == []


def test_a_fact_names_guides_and_sections_that_there_are() -> None:
    sections = {f"{key}: {section}" for key, guide in guides().items() for section in guide.sections}
    assert [
        f"{name}: {source} is no section of guides.toml"
        for name, fact in facts().items()
        for source in fact.sources
        if source not in sections
    ] == []


def test_each_guide_is_followed_by_a_doctrine_and_each_full_heading_belongs_to_a_section() -> None:
    from constraints.knowledge.doctrine import doctrine_names

    for guide in guides().values():
        assert guide.doctrine in doctrine_names()
        assert set(guide.full) <= set(guide.sections)


def test_a_source_is_said_in_words() -> None:
    assert where("T: What to Train") == f"{guides()['T'].title}: What to Train and Why"


def test_a_fact_is_a_short_sentence() -> None:
    assert [
        f"{name}: write a sentence of at most 220 characters"
        for name, fact in facts().items()
        if not re.fullmatch(r"[A-Z].*\.", fact.fact) or len(fact.fact) > 220
    ] == []


def test_a_row_cited_by_its_letter_is_the_fact_it_belongs_to() -> None:
    assert fact_id("PHA-18a") == "PHA-18"
    assert fact_id("PHA-18") == "PHA-18"


def test_the_coverage_of_a_section_adds_up() -> None:
    for section, last in NUMBERED.items():
        total, *by_kind, left_out, unaccounted = coverage(section)
        assert total == last
        assert unaccounted == 0
        assert left_out + max(by_kind) <= total
    assert coverage("OUT")[-2] == 13
