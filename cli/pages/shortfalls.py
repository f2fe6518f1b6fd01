"""Broken walls and shortfalls: where they are, what was asked for, and which rules prevent it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from cli.pages.whereabouts import whereabouts
from constraints.model.plan_rule import PlanRule
from constraints.planning.judge import Verdict
from solver.rule import Violation

NAMED: Final = frozenset({"spacing", "taper"})
"""Families whose violations are listed one by one in any tier, because a runner notices them."""
NO_SHORTFALL: Final = frozenset({"fewest_sessions", "short_sessions"})
"""Rules that count what a plan holds, not what it lacks."""


@dataclass(frozen=True)
class Cause:
    """A wall that excludes these weekdays (0 = Monday)."""

    rule: str
    state: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True)
class Missed:
    """A rule that is missed, or a wall that is broken."""

    rule: str
    state: str
    """what holds where the rule is kept"""
    asked: str
    """the rule's sentence, with its numbers"""
    places: tuple[tuple[Hashable, int], ...]
    """values of profiles.where, each with how much is missing there"""
    where: str
    """the places in words"""
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True)
class Smaller:
    """What else was paid in a tier, counted by rule."""

    tier: str
    times: tuple[tuple[str, int], ...]
    says: str


@dataclass(frozen=True)
class Shortfalls:
    named: tuple[Missed, ...] = ()
    smaller: tuple[Smaller, ...] = ()

    @property
    def says(self) -> str:
        """Sentences about all shortfalls together."""
        if not self.named:
            what = "All the training" if self.smaller else "Everything"
            return f"{what} that was asked for is there."
        if any(amount > 1 for missed in self.named for _, amount in missed.places):
            return "In brackets: how much is missing in each place; in a block, over its weeks."
        return ""


def broken(verdict: Verdict, judges: Mapping[str, PlanRule]) -> tuple[Missed, ...]:
    """The walls that the plan breaks."""
    return tuple(_missed(rule, several, judges, {}) for rule, several in _by_rule(verdict.report.broken).items())


def shortfalls(verdict: Verdict, judges: Mapping[str, PlanRule]) -> Shortfalls:
    """Shortfalls that are listed one by one, and a line for each tier with the others."""
    paid = verdict.report.paid
    named = [one for one in paid if one.tier == "coverage" or _family(one, judges) in NAMED]
    rest = [one for one in paid if one not in named and one.rule not in NO_SHORTFALL]
    return Shortfalls(
        tuple(_missed(rule, several, judges, verdict.causes) for rule, several in _by_rule(named).items()),
        tuple(
            _smaller(tier, [one for one in rest if str(one.tier) == tier], judges)
            for tier in dict.fromkeys(str(one.tier) for one in rest)
        ),
    )


def _missed(
    rule: str, several: Sequence[Violation], judges: Mapping[str, PlanRule],
    causes: Mapping[str, Mapping[str, tuple[int, ...]]],
) -> Missed:  # fmt: skip
    return Missed(
        rule=rule,
        state=stated(rule, judges),
        asked=judges[rule].say() if rule in judges else stated(rule, judges),
        places=tuple((one.at, one.amount) for one in several),
        where=whereabouts(several),
        causes=tuple(Cause(wall, stated(wall, judges), days) for wall, days in causes.get(rule, {}).items()),
    )


def _smaller(tier: str, several: Sequence[Violation], judges: Mapping[str, PlanRule]) -> Smaller:
    times = tuple((rule, len(missed)) for rule, missed in _by_rule(several).items())
    said = " ".join(f"{stated(rule, judges)[:-1]}: missed {words.times(number)}." for rule, number in times)
    return Smaller(tier, times, said)


def _by_rule(violations: Sequence[Violation]) -> dict[str, list[Violation]]:
    found: dict[str, list[Violation]] = {}
    for one in violations:
        found.setdefault(one.rule, []).append(one)
    return found


def _family(one: Violation, judges: Mapping[str, PlanRule]) -> str:
    return judges[one.rule].family if one.rule in judges else ""


def stated(rule: str, judges: Mapping[str, PlanRule]) -> str:
    """What holds if a rule is kept; the name of the rule if the doctrine does not have it."""
    return words.state(judges[rule]) if rule in judges else f"{words.word(rule).capitalize()}."
