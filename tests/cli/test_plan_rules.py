"""plan-rules: all rules, one rule, a family; and a hint for a word that is none of them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from cli.plan_rules import main
from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.knowledge.guidance import SECTIONS, facts
from constraints.knowledge.guides import where
from constraints.prescription.templates import startable

PUBLISHED = doctrine_named("reconciled").rules
FAMILIES = sorted({rule.family for rule in PUBLISHED})


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), terminal_width=80)


def flat(text: str) -> str:
    """The text without its line breaks and indents."""
    return " ".join(text.split())


def test_every_rule_is_listed_with_its_sentence_and_its_strength() -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    said = flat(result.stdout)
    for rule in PUBLISHED:
        strength = "hard" if rule.hard else f"soft: tier {rule.tier}, weight {rule.weight}"
        assert f"{rule.id} {strength} {flat(rule.say())}" in said
    hard = sum(rule.hard for rule in PUBLISHED)
    assert said.endswith(f"{len(PUBLISHED)} rules: {hard} hard, {len(PUBLISHED) - hard} soft.")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_listed_alone(family: str) -> None:
    result = run("--family", family)
    assert result.exit_code == 0
    listed = {rule.id for rule in PUBLISHED if f"  {rule.id}  " in result.stdout}
    assert listed == {rule.id for rule in PUBLISHED if rule.family == family}


@pytest.mark.parametrize("name", ["fresh_legs_for_key_runs", "weekly_category_sets", "days_away"])
def test_one_rule_tells_its_numbers_and_where_they_come_from(name: str) -> None:
    rule = next(rule for rule in PUBLISHED if rule.id == name)
    result = run(name)
    assert (result.exit_code, result.stderr) == (0, "")
    said = flat(result.stdout)
    assert said.startswith(f"{name} {rule.family}, ")
    assert flat(rule.say()) in said
    assert f"Mechanism: {', '.join(rule.guidance)}. Numbers: {', '.join(rule.because)}." in said
    for number in set(type(rule).model_fields) - {"tier", "weight", "because"}:
        assert number in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fresh_legs_for_key_run"], "unknown rule 'fresh_legs_for_key_run'. Did you mean 'fresh_legs_for_key_runs'?"),
        (["--family", "spacng"], "unknown family 'spacng'. Did you mean 'spacing'?"),
        (["--doctrine", "reconsiled"], "unknown doctrine 'reconsiled'. Did you mean 'reconciled'?"),
        (["zzz"], "unknown rule 'zzz'. Allowed: "),
        (["gym"], "'gym' is a doctrine; its rules: plan-rules --doctrine gym"),
        (["spacing"], "'spacing' is a family of rules; to list it: plan-rules --family spacing"),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest_right_one(words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert "Traceback" not in result.stderr


def test_a_rule_shows_the_facts_behind_it_with_their_guide() -> None:
    said = flat(run("fresh_legs_for_key_runs").stdout)
    for name in ("SCH-01", "SCH-05", "CON-02"):
        assert f"{name} {flat(facts()[name].fact)}" in said
    assert flat(where(facts()["SCH-01"].sources[0])) in said


def test_a_rule_that_a_doctrine_inherits_says_from_which() -> None:
    assert "as reconciled has them." in flat(run("chill_day_every_week", "--doctrine", "home").stdout)
    assert "has them" not in run("fresh_legs_for_key_runs", "--doctrine", "home").stdout


@pytest.mark.parametrize("name", ["SCH-04", "OUT-02", "EXE-047"])
def test_a_fact_says_where_it_is_from_and_where_it_is_at_work_or_why_not(name: str) -> None:
    result = run(name)
    fact = facts()[name]
    said = flat(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert said.startswith(f"{name} {flat(fact.fact)}")
    assert (fact.left_out or fact.encoded[0]) in said


def test_a_row_cited_by_its_letter_is_found() -> None:
    assert run("PHA-18a").stdout.startswith("PHA-18 ")
    assert run("sch-04").stdout.startswith("SCH-04 ")


def test_the_guidance_is_counted_by_section_with_nothing_open() -> None:
    result = run("--guidance")
    rows = [line.split() for line in result.stdout.splitlines() if line[1:4] in SECTIONS]
    assert (result.exit_code, result.stderr) == (0, "")
    assert [row[0] for row in rows] == list(SECTIONS)
    assert {row[-1] for row in rows} == {"0"}
    assert sum(int(row[1]) for row in rows) == 651
    assert all(name in result.stdout for name, fact in facts().items() if fact.left_out)


def test_the_doctrines_are_listed_with_what_they_inherit_and_where_their_guide_agrees() -> None:
    said = flat(run("--doctrines").stdout)
    for name in doctrine_names():
        tables = doctrine_named(name).tables
        assert f"{name} {tables.title}" in said
        assert all(flat(subject.on) in said for subject in tables.inherited)
    assert "same_weekdays (SCH-33)" in said


def test_the_templates_are_listed_by_the_names_that_a_profile_may_use() -> None:
    said = run("--templates").stdout
    assert all(name in said for name in startable())
    assert "daily_mobility" not in said


def test_an_unknown_fact_is_refused_with_the_nearest_ones_only() -> None:
    result = run("SCH-99")
    assert result.exit_code == 2
    assert "unknown fact 'SCH-99'. Did you mean" in result.stderr
    assert len(result.stderr) < 300
