"""Draws habits: the week of runs, the minutes for strength, and the wishes of the runner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from benchmarks.calendars import Calendar, Said
from benchmarks.population import Kind
from benchmarks.seeded_draws import SeededDraws
from profiles.opening import Opening
from profiles.profile import WEEKDAYS, Weekday
from profiles.run import DayRuns, Half, Run, RunKind

HARD_DAYS: Final[Sequence[Sequence[tuple[Weekday, ...]]]] = (
    (),
    (("tue",), ("wed",), ("thu",)),
    (("tue", "thu"), ("tue", "fri"), ("mon", "thu")),
    (("tue", "thu", "sat"), ("mon", "wed", "fri")),
)
"""By their number; which of them are possible depends on the long runs."""

EASY: Final[Mapping[RunKind, int]] = {"easy": 8, "recovery": 1, "steady": 1, "cross": 1}
"""How often an easy day holds which run."""

CLEAR: Final = dt.timedelta(days=28)
"""Time around a race in which no session is pinned."""


def draw_runs(rng: SeededDraws, kind: Kind) -> dict[Weekday, DayRuns]:
    """A typical week. Long runs are on the weekend, hard runs apart from them where that can be."""
    halves: Mapping[Half | None, int] = {None: 5, "am": 3, "pm": 2}
    half = rng.by_weight(halves)
    long_days = _long_days(rng, kind)
    count = rng.between(*kind.run_days)
    hard_days = _hard_days(rng, min(count - kind.long_runs - 1, rng.between(*kind.hard_days)), long_days)
    left = [day for day in WEEKDAYS if day not in (*long_days, *hard_days)]
    easy_days = _spread(rng, [*long_days, *hard_days], left, count - len(long_days) - len(hard_days))
    week: dict[Weekday, Run] = {}
    for day in WEEKDAYS:
        if day in long_days:
            minutes = rng.between(*kind.long_min, 5)
            week[day] = Run("long", minutes if day == long_days[-1] else minutes // 10 * 5)
        elif day in hard_days:
            most = kind.easy_min[1]
            week[day] = Run(rng.one(kind.hard), rng.between(most, most + 20, 5), half)
        elif day in easy_days:
            week[day] = Run(rng.by_weight(EASY), rng.between(*kind.easy_min, 5), half)
    return {day: DayRuns((run,)) for day, run in week.items()} | dict(_doubles(rng, kind, week, long_days))


def _long_days(rng: SeededDraws, kind: Kind) -> tuple[Weekday, ...]:
    if kind.long_runs == 2:
        return "sat", "sun"
    return () if not kind.long_runs else ("sun",) if rng.chance(75) else ("sat",)


def _hard_days(rng: SeededDraws, most: int, long_days: Sequence[Weekday]) -> tuple[Weekday, ...]:
    """As many hard days as fit beside the long runs."""
    for number in range(most, 0, -1):
        if fitting := [days for days in HARD_DAYS[number] if not set(days) & set(long_days)]:
            return rng.one(fitting)
    return ()


def _spread(rng: SeededDraws, taken: Sequence[Weekday], left: Sequence[Weekday], count: int) -> list[Weekday]:
    """Days as far as possible from those that already have a run."""
    days: list[Weekday] = []
    for _ in range(count):
        busy = [WEEKDAYS.index(day) for day in (*taken, *days)]
        apart = {
            day: min((min((at - WEEKDAYS.index(day)) % 7, (WEEKDAYS.index(day) - at) % 7) for at in busy), default=7)
            for day in left
            if day not in days
        }
        days.append(rng.one([day for day, gap in apart.items() if gap == max(apart.values())]))
    return days


def _doubles(
    rng: SeededDraws, kind: Kind, week: Mapping[Weekday, Run], long_days: Sequence[Weekday]
) -> Iterator[tuple[Weekday, DayRuns]]:
    """Two runs on a few days, the easy one first."""
    if rng.chance(kind.doubles):
        for day in rng.some([day for day in week if day not in long_days], rng.between(1, 2)):
            yield day, DayRuns((Run("easy", rng.between(25, 40, 5), "am"), replace(week[day], half="pm")))


def draw_run_exceptions(rng: SeededDraws, calendar: Calendar, week: Mapping[Weekday, DayRuns]) -> dict[str, str]:
    """A run missed, moved, or made longer, on a few dates."""
    if not rng.chance(35):
        return {}
    found = {}
    for date in rng.some(list(calendar.dates()), rng.between(1, 3)):
        usual = week.get(WEEKDAYS[date.weekday()], DayRuns())
        longer = next((f"long {run.minutes + 30}" for run in usual.runs if run.long), "easy 40")
        found[date.isoformat()] = rng.one(("rest", "easy 30", "tempo 40", longer))
    return found


def draw_minutes(rng: SeededDraws, week: Mapping[Weekday, DayRuns]) -> dict[Weekday, Opening]:
    """Free for strength, on days without a long run, and one of them calm if there is such a day."""
    runs = {day: week.get(day, DayRuns()).runs for day in WEEKDAYS}
    count = rng.by_weight({1: 1, 2: 4, 3: 5, 4: 4, 5: 2})
    free = rng.some([day for day in WEEKDAYS if calm(day, week)], 1)
    for fit in (lambda run: not run.key, lambda run: not run.long):
        left = [day for day in WEEKDAYS if day not in free and all(map(fit, runs[day]))]
        free += rng.some(left, count - len(free))
    usual = rng.between(25, 50, 5)
    minutes: dict[Weekday, Opening] = {}
    for day in WEEKDAYS:
        if day in free:
            length = max(20, usual + rng.between(-10, 15, 5))
            minutes[day] = Opening(length, _half(runs[day]) if runs[day] and rng.chance(25) else None)
    return minutes


def _half(runs: Sequence[Run]) -> Half:
    """The half of the day that the runs leave free."""
    return "am" if all(run.half == "pm" for run in runs) else "pm"


def draw_strength_exceptions(rng: SeededDraws, calendar: Calendar, minutes: Mapping[Weekday, Opening]) -> Said:
    """Holidays, lighter weeks, and dates with more or less time."""
    said: Said = {}
    dates = list(calendar.dates())
    if rng.chance(40):
        spans = [(date, date + dt.timedelta(days=rng.between(1, 11))) for date in rng.some(dates, rng.between(1, 2))]
        said["away"] = [f"{first}/{last}" for first, last in spans]
    if rng.chance(20):
        weeks = range(4, calendar.weeks, rng.between(4, 6))
        if light := [calendar.date(week, "mon") for week in weeks if calendar.date(week, "mon") <= calendar.last]:
            said["down"] = light
    if rng.chance(25):
        usual = [date for date in dates if WEEKDAYS[date.weekday()] in minutes]
        said["on"] = {date.isoformat(): rng.one((0, 15, 60)) for date in rng.some(usual, rng.between(1, 2))}
    return said


def draw_wishes(
    rng: SeededDraws, calendar: Calendar, week: Mapping[Weekday, DayRuns], minutes: Mapping[Weekday, int], said: Said
) -> Said:
    """Wishes that most likely can be kept: on calm days, far from races and holidays."""
    fit = [day for day, free in minutes.items() if free >= 30 and calm(day, week)]
    steady = not said and len(calendar.races) <= 1
    if steady and fit and rng.chance(30):
        return {"at_least": 2 if len(fit) >= 3 and rng.chance(30) else 1}
    if steady and len(fit) >= 4:
        return {"want": 3}
    if "away" in said or "down" in said or "on" in said or not fit or not rng.chance(25):
        return {}
    far = (date for date in calendar.dates() if all(abs(date - race) > CLEAR for race in calendar.race_days))
    dates = [date for date in far if WEEKDAYS[date.weekday()] in fit and date >= calendar.date(3, "mon")]
    pinned = rng.some(dates[:: len(WEEKDAYS)], rng.between(1, 2))  # more than a week apart
    return {"pins": [f"{date} A" if rng.chance(30) else str(date) for date in pinned]}


def calm(day: Weekday, week: Mapping[Weekday, DayRuns]) -> bool:
    """Whether this day and the next have no key run, and the day before has no long run."""
    at = WEEKDAYS.index(day)
    before, now, after = (week.get(WEEKDAYS[(at + step) % 7], DayRuns()).runs for step in (-1, 0, 1))
    return not any(run.key for run in (*now, *after)) and not any(run.long for run in before)
