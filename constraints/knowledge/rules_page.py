"""Every rule on one page: `python -m constraints.knowledge.rules_page` rewrites constraints/README.md."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pydantic.fields import FieldInfo

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.model.plan_rule import PlanRule
from constraints.rules.every_rule import RULES, WISHES
from profiles.profile import SeasonTable
from profiles.writing.files import write_text

FILE: Final = Path(__file__).parents[1] / "README.md"
SAID_BY: Final[str] = SeasonTable.model_fields["doctrine"].default
"""The doctrine whose numbers the sentences show."""

HEAD: Final = """\
<!-- GENERATED from rules and doctrines by `python -m constraints.knowledge.rules_page`; a test compares. -->

# The rules

{count} rules and {wishes} wishes, by family. Sentences have the numbers of the doctrine `{said_by}`, or of the first
one that has the rule. A table has a column for each doctrine with numbers of its own; the others have those of the
doctrine they extend: {lineages}.

A **hard** rule holds in every plan. A **soft** one is priced: each unit that a plan misses costs its weight in its
tier, and the tiers are solved one after the other: {tiers}.
A **wish** is the runner's own demand: hard, and there only when the profile makes it.
A **full week** has seven days, none of them away, no A or B race, as much running as usual and no less free time than
usual, unless all weeks of its block have less. What is asked of it, the
sessions of just that week must hold.

Ids name facts of the guides, listed in [guidance.toml](knowledge/guidance.toml) with guide and section;
`plan-rules SCH-04` shows one. The *mechanism* is why a rule exists, *from* is where its numbers come from.
SCH scheduling, PHA phases, TAP taper, DOS dose, PRG progression, STR structure of a session, INJ injuries, EQP
equipment, REC recovery, CON where the guides contradict each other, RUL a ruling on that. `judgement` is our own.
"""


def readme_text() -> str:
    """The whole page, in the order of `RULES`."""
    doctrines = {name: {rule.id: rule for rule in doctrine_named(name).rules} for name in _names()}
    tiers = ", ".join(doctrine_named(SAID_BY).tables.tiers)
    over = ((name, doctrine_named(name).tables.extends) for name in _names())
    lineages = ", ".join(f"`{name}` over `{under}`" for name, under in over if under)
    said = HEAD.format(count=len(RULES), wishes=len(WISHES), said_by=SAID_BY, tiers=tiers, lineages=lineages)
    parts = [said, *_contents()]
    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        parts += [f"## {family}", sys.modules[f"constraints.rules.{family}"].__doc__ or ""]
        for rule in rules:
            parts += _rule(rule, {name: known[rule.id] for name, known in doctrines.items() if rule.id in known})
    parts += ["## wishes", sys.modules["constraints.rules.wishes"].__doc__ or ""]
    for wish in WISHES:
        parts += _wish(wish)
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _names() -> tuple[str, ...]:
    """Every doctrine, first the one whose numbers are in the sentences."""
    return tuple(sorted(doctrine_names(), key=lambda name: name != SAID_BY))


def _contents() -> Iterator[str]:
    rows = ["| family | rules |", "|---|---|"]
    for family, rules in groupby((*RULES, *WISHES), key=lambda rule: rule.family):
        links = ", ".join(f"[{rule.id}](#{rule.id})" for rule in rules)
        rows.append(f"| [{family}](#{family}) | {links} |")
    yield "\n".join(rows)


def _rule(rule: type[PlanRule], said: Mapping[str, PlanRule]) -> Iterator[str]:
    """One rule; `said` are its numbers by doctrine."""
    numbered = said.get(SAID_BY) or next(iter(said.values()), None)
    yield from _head(rule, numbered.say() if numbered else rule.sentence)
    names = [name for name in _names() if _differs(rule.id, name)]
    rows = [f"| | {' | '.join(names)} |", f"|---{'|---' * len(names)}|"]
    rows.append(_row("strength", [_strength(said[name]) if name in said else "not in it" for name in names]))
    for number, field in _numbers(rule).items():
        cells = [_shown(getattr(said[name], number)) if name in said else "" for name in names]
        rows.append(_row(f"`{number}`: {meaning(field)}", cells))
    rows.append(_row("from", [", ".join(_because(rule.id, name)) for name in names]))
    yield "\n".join(rows)
    yield _sources(rule)


def _differs(rule: str, name: str) -> bool:
    """Whether a doctrine itself numbers a rule or takes it out."""
    doctrine = doctrine_named(name)
    return rule in doctrine.own or rule in doctrine.tables.without


def _because(rule: str, name: str) -> tuple[str, ...]:
    doctrine = doctrine_named(name)
    without: tuple[str, ...] = doctrine.tables.without.get(rule, ())
    return without or next((known.because for known in doctrine.rules if known.id == rule), ())


def _wish(wish: type[PlanRule]) -> Iterator[str]:
    yield from _head(wish, wish.sentence.format(**{number: f"`strength.{number}`" for number in _numbers(wish)}))
    yield "Hard. Its numbers are the profile's own."
    yield _sources(wish)


def _head(rule: type[PlanRule], sentence: str) -> Iterator[str]:
    yield f"### {rule.id}"
    yield f"**{sentence}**"
    yield " ".join((rule.__doc__ or "").split())


def _sources(rule: type[PlanRule]) -> str:
    links = (
        f"[rule](rules/{rule.family}/{rule.id}.py), [test](../tests/constraints/rules/{rule.family}/test_{rule.id}.py)"
    )
    return f"Mechanism: {', '.join(rule.guidance)}. {links}"


def _numbers(rule: type[PlanRule]) -> dict[str, FieldInfo]:
    return {name: field for name, field in rule.model_fields.items() if name not in ("tier", "weight", "because")}


def _strength(rule: PlanRule) -> str:
    return "hard" if rule.hard else f"soft: tier {rule.tier}, weight {rule.weight}"


def meaning(field: FieldInfo) -> str:
    """What a number means, and the bounds within which a doctrine or a profile may set it."""
    bounds = {name: getattr(limit, name) for limit in field.metadata for name in ("ge", "le") if hasattr(limit, name)}
    spoken = {"ge": f"at least {bounds.get('ge')}", "le": f"at most {bounds.get('le')}"}
    if len(bounds) == 2:
        return f"{field.description} ({bounds['ge']} to {bounds['le']})"
    return f"{field.description} ({spoken[next(iter(bounds))]})" if bounds else str(field.description)


def _row(label: str, cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in (label, *cells))} |"


def _shown(value: Any) -> str:
    """A number, or a table of numbers: a line for each entry if they are tables or lists themselves."""
    if isinstance(value, Mapping):
        nested = any(isinstance(inner, Mapping | tuple) for inner in value.values())
        return ("<br>" if nested else ", ").join(f"{key}: {_shown(inner) or 'none'}" for key, inner in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return str(value)


if __name__ == "__main__":
    write_text(readme_text(), FILE)
