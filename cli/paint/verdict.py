"""What was proven, what could not be had, and what is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.whereabouts import whereabouts
from cli.paint.labels import labelled
from constraints.model.plan_rule import PlanRule
from constraints.planning.reasons import in_the_way
from profiles.plan import Plan, TierRecord
from profiles.where import InWeek
from solver.audit import Report
from solver.rule import Violation

NAMED: Final = frozenset({"spacing", "taper"})
"""Families whose every miss is named, whatever its tier: a runner feels it."""
COUNTS_SESSIONS: Final = "weekly_sessions"
"""The rule whose every miss has walls behind it: had there been room, a session would be there."""
NO_SHORTFALL: Final = frozenset({"fewest_sessions", "short_sessions"})
"""Rules that count what a plan holds, not what it lacks."""


def broken(report: Report, judges: Mapping[str, PlanRule]) -> RenderableType:
    """Walls that the plan breaks, loud."""
    text = Text("This plan must not be followed as it is.\n")
    for rule, violations in _by_rule(report.broken).items():
        text.append(f"\n{_asked(rule, judges)}\n", "bold").append(f"  {whereabouts(violations)}\n")
    text.rstrip()
    return Panel(text, title=Text(" BROKEN RULES ", "bold white on red"), border_style="bold red", box=box.HEAVY)


def proof(plan: Plan) -> RenderableType:
    """What each tier costs, and how far that is proven to be the least."""
    tiers = plan.header.tiers
    if not tiers:
        return Text("Nothing: this plan was written without a search.")
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for head in ("tier", "cost", "bound", "proven"):
        table.add_column(head, justify="right" if head in ("cost", "bound") else "left", no_wrap=True)
    table.add_column("what it counts", ratio=1)
    for tier in tiers:
        proven = Text("yes", "green") if tier.proven else Text("no", "bold red")
        meaning = Text(words.TIERS.get(tier.name, ""))
        table.add_row(Text(words.word(tier.name), "bold"), str(tier.value), str(tier.bound), proven, meaning)
    return Group(table, Text(), Text(_given(tiers)))


def _given(tiers: Sequence[TierRecord]) -> str:
    if all(tier.proven for tier in tiers):
        return (
            "Each block is proven given the blocks before it, and its exercises given its calendar: "
            "tier by tier, no other way costs less."
        )
    return (
        "Where it says no, time ran out: a better plan may exist, but none below the bound. "
        "Each block is judged given the blocks before it."
    )


def shortfalls(plan: Plan, report: Report, judges: Mapping[str, PlanRule]) -> RenderableType:
    """What was asked for and could not be had, named; what else was paid, a line for each tier."""
    named = [one for one in report.paid if one.tier == "coverage" or _family(one, judges) in NAMED]
    rest = [one for one in report.paid if one not in named and one.rule not in NO_SHORTFALL]
    if not named and not rest:
        return Text("Everything that was asked for is there.")
    parts: list[RenderableType] = [
        part for rule, several in _by_rule(named).items() for part in _shortfall(plan, rule, several, judges)
    ]
    if not named:
        parts.append(Text("All the training that was asked for is there.\n"))
    elif any(one.amount > 1 for one in named):
        parts.append(Text("In brackets: how much is missing, added up over the weeks.\n", "dim"))
    return Group(*parts, *_small(rest, judges))


def _shortfall(
    plan: Plan, rule: str, several: Sequence[Violation], judges: Mapping[str, PlanRule]
) -> Iterator[RenderableType]:
    yield Text(_state(rule, judges), "bold")
    said = [("missed", whereabouts(several)), ("asked", _asked(rule, judges))]
    if rule == COUNTS_SESSIONS:
        said.append(("because", _walls(plan, several, judges)))
    yield Padding(labelled(said), (0, 0, 1, 3))


def _walls(plan: Plan, several: Sequence[Violation], judges: Mapping[str, PlanRule]) -> str:
    """The walls that leave these weeks no room, each with the days it bars."""
    weeks = [one.at.number for one in several if isinstance(one.at, InWeek)]
    barred = in_the_way(plan, judges.values(), weeks)
    return " ".join(
        f"{_state(rule, judges)[:-1]} ({', '.join(words.WEEKDAYS[day] for day in days)})."
        for rule, days in barred.items()
    )


def _small(rest: Sequence[Violation], judges: Mapping[str, PlanRule]) -> Iterator[Text]:
    for tier in dict.fromkeys(one.tier for one in rest):
        mine = _by_rule([one for one in rest if one.tier == tier])
        said = " ".join(
            f"{_state(rule, judges)[:-1]}: missed {words.times(len(several))}." for rule, several in mine.items()
        )
        yield Text.assemble((f"{words.word(str(tier)).capitalize()}, smaller things: ", "bold"), said)


def _by_rule(violations: Sequence[Violation]) -> dict[str, list[Violation]]:
    found: dict[str, list[Violation]] = {}
    for one in violations:
        found.setdefault(one.rule, []).append(one)
    return found


def _family(one: Violation, judges: Mapping[str, PlanRule]) -> str:
    return judges[one.rule].family if one.rule in judges else ""


def _state(rule: str, judges: Mapping[str, PlanRule]) -> str:
    return words.state(judges[rule]) if rule in judges else f"{words.word(rule).capitalize()}."


def _asked(rule: str, judges: Mapping[str, PlanRule]) -> str:
    return judges[rule].say() if rule in judges else _state(rule, judges)
