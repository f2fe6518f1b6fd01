"""Why a session is on its day, told of that day: its runs, those near it, and the sessions beside it.

The rules are those that another day would break or make dearer. Here they are only put into words, and a rule whose
words would not be true of the date is left out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan, Session
from profiles.season import Day

FRESH: Final = "fresh_legs_for_key_runs"
REASONS: Final = 2
AROUND: Final = 7
"""Days before and after that are looked at."""
NEAR: Final = 3
"""Days to a run or a session that are worth counting."""
NEAR_RACE: Final = 14
"""Days to a race that are."""
DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class _Told:
    """A session in its plan."""

    session: Session
    plan: Plan
    judges: Mapping[str, PlanRule]

    def day(self, gap: int) -> Day | None:
        return self.plan.season.around.get(self.session.date + gap * DAY)

    def _next(self, step: int, which: Callable[[Day], bool]) -> tuple[int, Day] | None:
        gaps = ((gap, self.day(step * gap)) for gap in range(1, AROUND + 1))
        return next(((gap, day) for gap, day in gaps if day and which(day)), None)

    def fresh_legs(self) -> str:
        found = self._next(1, lambda day: day.key)
        if found is None or not 1 < found[0] <= NEAR or found[1].race is not None:
            return ""
        if found[1].long:
            return self.before_long_run()
        return f"{_days(found[0])} before {_run(found[1])}"

    def spared_legs(self) -> str:
        """What is left out for the run of the next day."""
        after = self.day(1)
        if after is None or not after.key or self.session.legs:
            return ""
        return f"{'only light' if _lower(self.session) else 'no'} leg work: {_key_run(after)} tomorrow"

    def before_long_run(self) -> str:
        found, hard = self._next(1, lambda day: day.long), self._next(1, lambda day: day.key)
        if found is None or hard is None or not 1 < found[0] <= NEAR or hard[0] < found[0]:
            return ""
        early = any(rule.morning_only(self.session, self.plan) for rule in self.judges.values())
        return f"{_days(found[0])} before {_run(found[1])}{', so lift in the morning' * early}"

    def after_long_run(self) -> str:
        found = self._next(-1, lambda day: day.long)
        return f"{_days(found[0])} after {_run(found[1])}" if found and 1 < found[0] <= NEAR else ""

    def hard_day(self) -> str:
        today, after = self.day(0), self.day(1)
        if today is None or not today.hard:
            return ""
        hard = (
            f"legs on the day of your {_key_run(today)}"
            if self.session.legs
            else f"on the day of your {_key_run(today)}"
        )
        return hard if after is None or after.key else f"{hard}, so that {_weekday(after)} stays easy"

    def no_hard_neighbour(self) -> str:
        beside = [day for day in (self.day(-1), self.day(1)) if day]
        heavy = any((other := self.plan.on(day.date)) is not None and other.heavy_legs for day in beside)
        return "" if heavy or any(day.key for day in beside) else "no hard day right before or after it"

    def apart(self) -> str:
        gaps = [
            (abs((other.date - self.session.date).days), other) for other in self.plan.sessions if other != self.session
        ]
        gap, other = min(gaps, key=lambda pair: pair[0], default=(0, self.session))
        if not 1 <= gap <= NEAR:
            return ""
        weekday = words.WEEKDAYS[other.date.weekday()]
        if gap > 1:
            return f"{_days(gap)} {'after' if other.date < self.session.date else 'before'} {weekday}'s session"
        if self.session.upper and other.upper:
            return ""
        if not (_lower(self.session) and _lower(other)):
            return f"{weekday}'s session works other muscles"
        return "" if other.legs else f"{weekday}'s leg work is light"

    def same_weekday(self) -> str:
        near = (self.plan.on(self.session.date + gap * DAY) for gap in (-7, 7))
        alike = any(other is not None and other.slot == self.session.slot for other in near)
        return "it keeps its weekday" if alike else ""

    def free(self) -> str:
        return f"{_weekday(self.day(0))} has minutes for it"

    def place(self) -> str:
        return f"you are at {words.place(self.session.place)} on {_weekday(self.day(0))}"

    def away(self) -> str:
        week = self.plan.season.week_at(self.session.date)
        return f"you are away {words.weekdays(day.date.weekday() for day in week.days if day.away)}"

    def race(self) -> str:
        races = [(race.date - self.session.date).days for race in self.plan.profile.races]
        ahead = min((gap for gap in races if gap > 0), default=0)
        return f"{_days(ahead)} before the race" if 0 < ahead <= NEAR_RACE else ""

    def raced(self) -> str:
        races = [(self.session.date - race.date).days for race in self.plan.profile.races]
        ago = min((gap for gap in races if gap > 0), default=0)
        return f"{_days(ago)} after the race" if 0 < ago <= NEAR_RACE else ""


CLAUSES: Final[Mapping[str, Callable[[_Told], str]]] = {
    "pinned_sessions": lambda _: "you pinned it",
    "heavy_ends_before_race": _Told.race,
    "light_week_before_race_week": _Told.race,
    "race_week_light": _Told.race,
    "calm_last_days": _Told.race,
    "recovery_after_race": _Told.raced,
    "easy_day_after_stacked_legs": _Told.hard_day,
    "hard_days_hard": _Told.hard_day,
    FRESH: _Told.fresh_legs,
    "strength_on_easy_days": _Told.fresh_legs,
    "easy_legs_after_long_run": _Told.after_long_run,
    "rest_between_same_region": _Told.apart,
    "even_spacing": _Told.apart,
    "tough_days_apart": _Told.no_hard_neighbour,
    "heavy_legs_clear_of_long_runs": _Told.before_long_run,
    "rested_before_long_runs": _Told.before_long_run,
    "days_away": _Told.away,
    "same_weekdays": _Told.same_weekday,
    "place_of_the_day": _Told.place,
    "minutes_of_the_day": _Told.free,
    "free_days_only": _Told.free,
}
"""What a reason says of a session, the most telling first; empty where it would not be true.

A rule without a clause says what it wants.
"""


SPACING: Final = (_Told.apart, _Told.fresh_legs, _Told.after_long_run, _Told.race)
"""What is said beside the weekday where nothing else is: how the session lies in its week."""
SAME_WEEKDAY: Final = "same_weekdays"
PLAIN: Final = frozenset({"place_of_the_day", "minutes_of_the_day", "free_days_only", ""})
"""Rules whose clauses are true of many days, and those without one: said only where nothing else is."""


def why(sessions: Sequence[Session], plan: Plan, judges: Mapping[str, PlanRule]) -> str:
    """The reasons that best explain the days of these sessions, with how many of them each is true of.

    That a weekday has minutes explains little: it is said where nothing else is, without a count. That it stays the
    same explains nothing alone: it is said beside something else.
    """
    told = [dict(_clauses(session, plan, judges)) for session in sessions]
    times = Counter(said for one in told for said in one)
    ranks = {said: rank for one in reversed(told) for said, rank in one.items()}
    telling, weekday, plain = ([said for said in times if _sort(ranks[said]) == which] for which in range(3))
    telling.sort(key=lambda said: (times[said] < len(sessions), ranks[said], -times[said]))
    plain.sort(key=lambda said: (-times[said], ranks[said]))
    moved = len({session.date.weekday() for session in sessions}) > 1
    counted = [f"{said} ({times[said]} of {len(sessions)} times)" if times[said] < len(sessions) else said
               for said in telling]  # fmt: skip
    if moved or not counted:
        beside = [] if moved else _spacing([_Told(session, plan, judges) for session in sessions])
        weekday = [*weekday, *beside] if weekday and beside else []
    joined = "; ".join([*counted, *weekday][:REASONS] or plain[:1])
    if not joined:
        names = (name for session in sessions for name in session.because if name != SAME_WEEKDAY)
        return next((words.stated(name, judges) for name in names), "")
    return f"{joined[0].upper()}{joined[1:]}."


def _spacing(told: Sequence[_Told]) -> list[str]:
    """How all of these sessions lie in their weeks, the first that is true of each."""
    alike = ({clause(one) for one in told} for clause in SPACING)
    return [said.pop() for said in alike if len(said) == 1 and "" not in said][:1]


def _lower(session: Session) -> bool:
    return any(item.entry.region in ("lower", "whole") for item in session.main)


def _sort(rank: int) -> int:
    """0 for what is telling, 1 for the same weekday, 2 for what is true of many days."""
    name = [*CLAUSES, ""][rank]
    return 2 if name in PLAIN else 1 if name == SAME_WEEKDAY else 0


def _clauses(session: Session, plan: Plan, judges: Mapping[str, PlanRule]) -> Iterator[tuple[str, int]]:
    """What the reasons of a session say, each with its rank; and what it leaves out for the next day."""
    names, told = [*CLAUSES], _Told(session, plan, judges)
    if spared := told.spared_legs():
        yield spared, names.index(FRESH)
    ranks = {name: names.index(name) if name in CLAUSES else len(names) for name in session.because}
    for name in sorted(session.because, key=lambda name: -ranks[name]):  # of equal clauses the best rank counts
        clause = CLAUSES.get(name)
        said = clause(told) if clause else words.lower(words.stated(name, judges))
        if said:
            yield said, ranks[name]


def _days(gap: int) -> str:
    return words.count(gap, "day") if gap > 1 else "the day"


def _weekday(day: Day | None) -> str:
    return words.WEEKDAYS[day.date.weekday()] if day else ""


def _run(day: Day) -> str:
    """`Sun's long run`; a race by its name alone."""
    return f"{_weekday(day)}'s {_key_run(day)}"


def _key_run(day: Day) -> str:
    if day.race is not None:
        return "race"
    keys = [run for run in day.runs if run.long] or [run for run in day.runs if run.hard] or list(day.runs)
    return words.RUNS.get(keys[0].kind, keys[0].kind)
