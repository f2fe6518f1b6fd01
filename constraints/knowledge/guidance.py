"""Every fact of the four guides, and what uses it.

`python -m constraints.knowledge.guidance` rewrites guidance.toml.

The facts are written by hand. Where each is encoded is read off what cites it, so an entry cannot claim a place that
does not use it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names
from constraints.knowledge.guides import guides
from constraints.knowledge.notes import notes
from constraints.knowledge.samples import samples
from constraints.prescription.templates import templates
from constraints.rules.every_rule import RULES, WISHES
from profiles.exercise import catalogue
from profiles.writing.files import write_text
from profiles.writing.toml_text import toml_value

FILE: Final = Path(__file__).with_name("guidance.toml")

Kind = Literal["rule", "exercise", "template", "sample", "prescription", "doctrine", "note"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
SECTIONS: Final[Mapping[str, str]] = {
    "SCH": "scheduling", "PHA": "phases", "TAP": "taper, race, recovery", "DOS": "dose", "PRG": "progression",
    "STR": "structure of a session", "EXE": "exercises", "INJ": "injuries", "EQP": "equipment and place",
    "REC": "recovery, food, tests", "CON": "contradictions", "OUT": "not plannable", "RUL": "rulings",
}  # fmt: skip

HEAD: Final = """\
# Every fact of the four guides: what it says in a sentence, its guide and section (guides.toml), and where it is at
# work. `encoded` is written by `python -m constraints.knowledge.guidance` from what cites the fact; `left_out` says
# why nothing does. Facts and figures are the guides'; the sentences are our own.

"""


class Fact(BaseModel):
    """An entry of `guidance.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    fact: str
    sources: tuple[str, ...] = Field(alias="from", min_length=1, description="guide and section")
    left_out: str | None = None
    encoded: tuple[str, ...] = Field(default=(), description="kind and name of what uses it")


@cache
def facts() -> Mapping[str, Fact]:
    """Every fact by id, in the order of the guidance."""
    text = resources.files("constraints.knowledge").joinpath("guidance.toml").read_text(encoding="utf-8")
    return {name: Fact.model_validate(table) for name, table in tomllib.loads(text).items()}


def fact_id(cited: str) -> str:
    """The id of a citation; rows of one fact may be cited by a letter, as PHA-18a."""
    return re.sub(r"(?<=\d)[a-z]$", "", cited)


@cache
def encodings() -> Mapping[str, tuple[str, ...]]:
    """By id, everything that cites it: kind and name, in the order of the kinds."""
    found: dict[str, dict[str, None]] = {}
    for place, cited in _citations():
        for one in cited:
            if not one.isalpha():  # judgement and profile are no facts
                found.setdefault(fact_id(one), {})[place] = None
    return {name: tuple(sorted(places, key=_order)) for name, places in found.items()}


def _order(place: str) -> tuple[int, str]:
    kind, _, name = place.partition(" ")
    return [*KINDS].index(kind), name  # type: ignore[arg-type]  # it is one of them


def _citations() -> Iterator[tuple[str, tuple[str, ...]]]:
    for rule in (*RULES, *WISHES):
        yield f"rule {rule.id}", rule.guidance
    for name in doctrine_names():
        yield from _of_doctrine(doctrine_named(name))
    for exercise in catalogue().values():
        yield f"exercise {exercise.id}", exercise.guidance if exercise.own else (exercise.exe, *exercise.guidance)
    for name, template in templates().items():
        yield f"template {name}", template.because
    for name, sample in samples().items():
        yield f"sample {name}", (*sample.because, *sample.content.values())
    for name, note in notes().items():
        yield f"note {name}", note.because


def _of_doctrine(doctrine: Doctrine) -> Iterator[tuple[str, tuple[str, ...]]]:
    tables = doctrine.tables
    for rule in doctrine.rules:
        yield f"rule {rule.id}", rule.because
    for name in ("phases", "session", "progression", "loads", "warm_up", "cooldown"):
        yield f"prescription {name}", getattr(tables, name).because
    yield "prescription session.circuit", tables.session.circuit.because
    for group, members in (("styles", tables.styles), ("addons", tables.addons)):
        for name, numbers in members.items():
            yield f"prescription {group}.{name}", numbers.because
    for because in (*tables.without.values(), *(subject.because for subject in tables.inherited)):
        yield f"doctrine {doctrine.name}", because


def shared(doctrine: Doctrine) -> dict[str, tuple[str, ...]]:
    """The rules it inherits whose numbers rest on facts of its own guide as well: by rule, those facts."""
    mine = {key for key, guide in guides().items() if guide.doctrine in doctrine.followed}
    found = {}
    for rule in doctrine.rules:
        cited = [because for because in rule.because if fact_id(because) in facts()]
        stated = [
            one
            for one in cited
            if mine.intersection(source.partition(":")[0] for source in facts()[fact_id(one)].sources)
        ]
        if stated and rule.id not in doctrine.own:
            found[rule.id] = tuple(stated)
    return found


def coverage(section: str) -> tuple[int, ...]:
    """Of a section: its facts, those at work in each kind of place, those left out, those unaccounted for."""
    mine = {name: fact for name, fact in facts().items() if name.startswith(section)}
    at = {name: {place.partition(" ")[0] for place in encodings().get(name, ())} for name in mine}
    by_kind = (sum(kind in kinds for kinds in at.values()) for kind in KINDS)
    left_out = sum(fact.left_out is not None for fact in mine.values())
    unaccounted = sum(fact.left_out is None and not at[name] for name, fact in mine.items())
    return len(mine), *by_kind, left_out, unaccounted


def guidance_text() -> str:
    """The file as it ought to be: the facts as they are, and where each is encoded."""
    return HEAD + "\n".join(_entry(name, fact) for name, fact in facts().items())


def _entry(name: str, fact: Fact) -> str:
    lines = [f"[{name}]", f"fact = {toml_value(fact.fact)}", f"from = {toml_value(fact.sources)}"]
    encoded = encodings().get(name, ())
    if encoded:
        lines.append(f"encoded = {toml_value(encoded)}")
    if fact.left_out is not None:
        lines.append(f"left_out = {toml_value(fact.left_out)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_text(guidance_text(), FILE)
