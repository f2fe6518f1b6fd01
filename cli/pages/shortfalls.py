"""Broken walls, and shortfalls: what was asked for and is missing, where, and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from cli.pages import essentials, words
from cli.pages.lacking import because, counted, lacking
from cli.pages.whereabouts import whereabouts
from cli.pages.wishes import rarely_met, unmet
from constraints.model.plan_rule import PlanRule
from constraints.planning.causes import ADDONS, COUNT_SESSIONS, ON_DAYS, WISHES, Cause, could_wish_for, no_day_would_do
from constraints.planning.judge import Verdict
from constraints.planning.trials import TIER
from profiles.plan import Plan
from profiles.profile import Injuries
from profiles.where import InBlock, InWeek, OnDate
from solver.rule import Violation

NO_SHORTFALL: Final = frozenset({"fewest_sessions", "short_sessions"})
"""Rules that count what a plan holds, not what it lacks."""
FIRST_TOLD: Final = COUNT_SESSIONS - {"whole_weeks"}
"""Rules that count sessions; where they are missed, `whole_weeks` adds nothing."""
SHOWN: Final = 5
"""Most shortfalls that are told besides those of the runner's own; all are listed with the proof."""
OWN: Final = frozenset({essentials.RULE, "prehab_for_weak_links", "power_work"})
"""Rules about the runner's own injuries, and fast work before the races: always told, as wishes are."""
PATTERNS: Final = "five_patterns"
LIFTS: Final = frozenset({"lifts_of_the_base", "main_lifts_stay"})
"""Where a pattern is missing altogether, it is not told again that no lift of it is there."""
WISHED: Final = 3
"""The most sessions a week that a runner can wish for."""
WISH: Final = (
    "In {weeks} two sessions hold all that is asked, and a day is left for a third: want = {want} under [strength] "
    "asks for one."
)
ALL_WEEKS: Final = "all weeks"
FEW_DATES: Final = 3
"""Dates that are told one by one; more are counted by weekday."""


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


@dataclass(frozen=True)
class Smaller:
    """What else was paid in a tier, counted by rule."""

    tier: str
    times: tuple[tuple[str, int], ...]
    says: str


@dataclass(frozen=True)
class Shortfall:
    """Something that was asked for and is missing, in a runner's words."""

    where: str
    what: str
    why: str
    """empty where no cause was found"""

    @property
    def says(self) -> str:
        what = self.what[0].upper() + self.what[1:]
        return f"{what}: {self.why}." if self.why else f"{what}."


@dataclass(frozen=True)
class Shortfalls:
    told: tuple[Shortfall, ...] = ()
    """the dearest first"""
    more: int = 0
    """shortfalls that are not told"""
    missed: tuple[Missed, ...] = ()
    """every rule of the first tier that is missed, and those that a runner notices and another day could have met"""
    smaller: tuple[Smaller, ...] = ()
    warmed_up: bool = False
    """whether only warm-ups hold some of what an injury needs"""
    wish: str = ""
    """what more the runner might wish for"""

    @property
    def says(self) -> str:
        """A sentence about all shortfalls together."""
        if self.more:
            return f"{words.count(self.more, 'smaller thing')} more under What was proven."
        if not self.told:
            there = "All the training that was asked for is there"
            return f"{there}, some of it for your injuries in the warm-ups." if self.warmed_up else f"{there}."
        return ""


@dataclass(frozen=True)
class _Kind:
    """Violations of one rule, about one thing, with one cause."""

    rule: str
    of: tuple[str, str, str]
    """a slot, what is meant, and a part of that"""
    cause: Cause | None
    amount: int
    weeks: frozenset[int]
    dates: tuple[dt.date, ...]
    price: int
    rank: int
    """0 for a wish, 1 for the first tier, 2 for what a runner notices besides"""


def broken(verdict: Verdict, judges: Mapping[str, PlanRule]) -> tuple[Missed, ...]:
    """The walls that the plan breaks."""
    return tuple(_missed(rule, several, judges) for rule, several in _by_rule(verdict.report.broken).items())


def shortfalls(verdict: Verdict, judges: Mapping[str, PlanRule]) -> Shortfalls:
    """What is missing, the dearest first; and for the proof every rule that is missed."""
    paid = verdict.report.paid
    named = [
        one for one in paid if one.tier == TIER or (_on_day(one, judges) and not _unavoidable(one, verdict, judges))
    ]
    rest = [one for one in paid if one not in named and one.rule not in NO_SHORTFALL]
    wishes = list(rarely_met(verdict, judges))
    kinds = sorted(_kinds(verdict, [*wishes, *named], judges), key=lambda kind: (kind.rank, -kind.price))
    lines = list(_told(kinds, judges, verdict.plan.profile.injuries))
    own = [line for line, several in lines if any(kind.rank == 0 or kind.rule in OWN for kind in several)]
    others = [line for line, _ in lines if line not in own]
    told = [line for line, _ in lines if line in own or line in others[:SHOWN]]
    nowhere = [Shortfall(ALL_WEEKS, one.what, one.why) for one in unmet(verdict, judges)]
    return Shortfalls(
        (*nowhere, *told),
        len(others[SHOWN:]),
        tuple(_missed(rule, several, judges) for rule, several in _by_rule(named).items()),
        tuple(
            _smaller(tier, [one for one in rest if str(one.tier) == tier], judges)
            for tier in dict.fromkeys(str(one.tier) for one in rest)
        ),
        any(essentials.only_warmed_up(one, verdict.plan, judges) for one in named),
        _wish(verdict, kinds),
    )


def _wish(verdict: Verdict, kinds: Sequence[_Kind]) -> str:
    """Where two sessions hold all that is asked, nothing is told to be missing, and a day is left for a third."""
    week_at = verdict.plan.season.week_at
    lacking = {number for kind in kinds for number in (*kind.weeks, *(week_at(date).number for date in kind.dates))}
    found = could_wish_for(verdict.plan, verdict.brief, verdict.report.paid, WISHED)
    weeks = [number for number in found if number not in lacking]
    return WISH.format(weeks=_weeks(weeks), want=WISHED) if weeks else ""


def _weeks(numbers: Collection[int]) -> str:
    return f"week{'s' * (len(numbers) > 1)} {words.numbers(numbers)}" if numbers else ALL_WEEKS


def _kinds(verdict: Verdict, named: Sequence[Violation], judges: Mapping[str, PlanRule]) -> list[_Kind]:
    """By rule, thing and cause. Where a week lacks a session, or all, that is told, and not what follows from it."""
    without = {
        one.at.number for one in named if one.rule in FIRST_TOLD and isinstance(one.at, InWeek) and not one.at.slot
    }
    empty = {number for number in without if not verdict.plan.in_week(verdict.plan.season.weeks[number - 1])}
    absent = {(one.at.number, one.at.of) for one in named if one.rule == PATTERNS and isinstance(one.at, InWeek)}
    found: dict[tuple[object, ...], _Kind] = {}
    for one in named:
        cause = verdict.causes.get(one)
        week = one.at.number if isinstance(one.at, InWeek) else 0
        follows = week in without if one.rule == "whole_weeks" else week in empty and one.rule not in COUNT_SESSIONS
        if follows or essentials.only_warmed_up(one, verdict.plan, judges) or (_rank(one) > 1 and cause is None):
            continue
        kind = _kind(one, cause, verdict.plan)
        if one.rule in LIFTS:
            kind = replace(kind, weeks=frozenset(week for week in kind.weeks if (week, kind.of[1]) not in absent))
            if not kind.weeks:
                continue
        key = kind.rule, kind.of, _key(cause, judges), kind.amount if counted(kind.rule) else 0
        found[key] = _joined(found[key], kind) if key in found else kind
    return list(found.values())


def _kind(one: Violation, cause: Cause | None, plan: Plan) -> _Kind:
    slot, of, exercise, part = (getattr(one.at, name, "") for name in ("slot", "of", "exercise", "part"))
    thing = slot, of or exercise, part
    weeks: Iterable[int] = ()
    dates: tuple[dt.date, ...] = ()
    match one.at:
        case InWeek(number=number):
            weeks = [number]
        case InBlock(number=number):
            weeks = [week.number for week in plan.season.weeks if week.block.number == number]
        case OnDate(date=date):
            dates = (date,)
    return _Kind(one.rule, thing, cause, one.amount, frozenset(weeks), dates, one.price, _rank(one))


def _rank(one: Violation) -> int:
    return 1 if one.tier == TIER else 0 if one.rule in WISHES or one.rule in ADDONS else 2


def _joined(one: _Kind, other: _Kind) -> _Kind:
    """Both; what would help is said for both, and on which days only where they agree."""
    cause = one.cause
    if cause and other.cause:
        same = cause.on if cause.on == other.cause.on else ()
        items = tuple(item for item in cause.items if item in other.cause.items)
        minutes, left = max(cause.minutes, other.cause.minutes), min(cause.left, other.cause.left)
        elsewhere = tuple(one for one in cause.elsewhere if one in other.cause.elsewhere)
        cause = replace(cause, minutes=minutes, on=same, items=items, left=left, elsewhere=elsewhere)
    return replace(
        one, cause=cause, amount=max(one.amount, other.amount), weeks=one.weeks | other.weeks,
        dates=(*one.dates, *other.dates), price=one.price + other.price,
    )  # fmt: skip


def _told(
    kinds: Sequence[_Kind], judges: Mapping[str, PlanRule], injuries: Injuries
) -> Iterator[tuple[Shortfall, list[_Kind]]]:
    """A line for each cause and place, with all that is missing there for the same cause."""
    lines: dict[tuple[object, ...], list[_Kind]] = {}
    for kind in kinds:
        lines.setdefault((_where(kind), kind.rank, _key(kind.cause, judges)), []).append(kind)
    for (where, *_), several in lines.items():
        things: dict[tuple[str, str], list[_Kind]] = {}
        for kind in several:
            things.setdefault((kind.rule, kind.of[1] if kind.of[2] else ""), []).append(kind)
        what = (
            lacking(rule, [one.of for one in alike], max(one.amount for one in alike), judges, injuries)
            for (rule, _), alike in things.items()
        )
        cause = reduce(_joined, several).cause
        why = because(cause, judges, several=len(several) > 1) if cause else ""
        yield Shortfall(str(where), "; ".join(what), why), several


def _key(cause: Cause | None, judges: Mapping[str, PlanRule]) -> tuple[object, ...]:
    """What causes that are told together have in common."""
    if cause is None:
        return ()
    return (
        (because(cause, judges),)
        if cause.weekdays
        else (cause.walls, cause.place, cause.fits_dates, cause.not_borne, cause.here, cause.dear)
    )


def _where(kind: _Kind) -> str:
    if kind.weeks:
        return _weeks(kind.weeks)
    if len(kind.dates) <= FEW_DATES:
        return ", ".join(map(words.day, kind.dates))
    days = Counter(words.WEEKDAYS[date.weekday()] for date in kind.dates)
    return ", ".join(f"{day} {words.times(number)}" for day, number in days.most_common())


def _missed(rule: str, several: Sequence[Violation], judges: Mapping[str, PlanRule]) -> Missed:
    return Missed(
        rule=rule,
        state=words.stated(rule, judges),
        asked=judges[rule].say() if rule in judges else words.stated(rule, judges),
        places=tuple((one.at, one.amount) for one in several),
        where=whereabouts(several),
    )


def _smaller(tier: str, several: Sequence[Violation], judges: Mapping[str, PlanRule]) -> Smaller:
    times = tuple((rule, len(missed)) for rule, missed in _by_rule(several).items())
    said = " ".join(f"{words.stated(rule, judges)[:-1]}: missed {words.times(number)}." for rule, number in times)
    return Smaller(tier, times, said)


def _by_rule(violations: Sequence[Violation]) -> dict[str, list[Violation]]:
    found: dict[str, list[Violation]] = {}
    for one in violations:
        found.setdefault(one.rule, []).append(one)
    return found


def _on_day(one: Violation, judges: Mapping[str, PlanRule]) -> bool:
    return one.rule in judges and judges[one.rule].family in ON_DAYS


def _unavoidable(one: Violation, verdict: Verdict, judges: Mapping[str, PlanRule]) -> bool:
    """Whether no other day of the week would have been better, as of a runner without hard days."""
    return one not in verdict.causes and no_day_would_do(verdict.plan, judges[one.rule], one)
