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

    def day(self, gap: int) -> Day | None:
        return self.plan.season.around.get(self.session.date + gap * DAY)

    def _next(self, step: int, which: Callable[[Day], bool]) -> tuple[int, Day] | None:
        gaps = ((gap, self.day(step * gap)) for gap in range(1, AROUND + 1))
        return next(((gap, day) for gap, day in gaps if day and which(day)), None)

    def fresh_legs(self) -> str:
        found = self._next(1, lambda day: day.key)
        if found is None or found[0] > NEAR:
            return ""
        gap, day = found
        run = _run(day)
        return f"{_days(gap)} before {run}" if gap > 1 else "" if self.session.legs else f"no leg work before {run}"

    def before_long_run(self) -> str:
        found = self._next(1, lambda day: day.long)
        return f"{_days(found[0])} before {_run(found[1])}" if found and 1 < found[0] <= NEAR else ""

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
        named = f"{words.WEEKDAYS[other.date.weekday()]}'s session"
        side = "after" if other.date < self.session.date else "before"
        return (
            f"{_days(gap)} {side} {named}" if gap > 1 else f"{named} works other muscles" if self._others(other) else ""
        )

    def _others(self, other: Session) -> bool:
        return not ((self.session.legs and other.legs) or (self.session.upper and other.upper))

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
    "fresh_legs_for_key_runs": _Told.fresh_legs,
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


SAME_WEEKDAY: Final = "same_weekdays"
PLAIN: Final = frozenset({"place_of_the_day", "minutes_of_the_day", "free_days_only", ""})
"""Rules whose clauses are true of many days, and those without one: said only where nothing else is."""


def why(sessions: Sequence[Session], plan: Plan, judges: Mapping[str, PlanRule]) -> str:
    """The reasons that best explain the days of these sessions, with how many of them each is true of.

    That a weekday has minutes, or that it stays the same, explains little: it is said where nothing else is, or as a
    second reason, without a count.
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
    chosen = [*counted, *([] if moved else weekday)][:REASONS] or plain[:1]
    joined = "; ".join(chosen)
    if not joined:
        return next((words.stated(name, judges) for session in sessions for name in session.because), "")
    return f"{joined[0].upper()}{joined[1:]}."


def _sort(rank: int) -> int:
    """0 for what is telling, 1 for the same weekday, 2 for what is true of many days."""
    name = [*CLAUSES, ""][rank]
    return 2 if name in PLAIN else 1 if name == SAME_WEEKDAY else 0


def _clauses(session: Session, plan: Plan, judges: Mapping[str, PlanRule]) -> Iterator[tuple[str, int]]:
    """What the reasons of a session say, each with its rank."""
    names = [*CLAUSES]
    ranks = {name: names.index(name) if name in CLAUSES else len(names) for name in session.because}
    for name in sorted(session.because, key=lambda name: -ranks[name]):  # of equal clauses the best rank counts
        clause = CLAUSES.get(name)
        said = clause(_Told(session, plan)) if clause else words.lower(words.stated(name, judges))
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
