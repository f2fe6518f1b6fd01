"""Draws a season: its start, its races and its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.population import Kind
from benchmarks.seeded_draws import SeededDraws
from profiles.profile import KM, WEEKDAYS, Weekday

Said = dict[str, Any]

FIRST_MONDAY: Final = dt.date(2027, 1, 4)
SHORTER: Final = {"5k": "5k", "10k": "5k", "half": "10k", "marathon": "half", "ultra": "marathon"}
EARLIEST_RACE: Final = 4
"""first week of the season that may have a race"""
SPOKEN: Final = {"half": "Half", "marathon": "Marathon", "ultra": "Ultra"}


@dataclass(frozen=True)
class Calendar:
    monday: dt.date
    """of the first week; the season may start later in it"""
    start: dt.date
    weeks: int
    races: tuple[Said, ...]
    goes_on: bool
    """whether the season ends after its last race, or without one"""

    @property
    def last(self) -> dt.date:
        """As `Profile.last_day` has it."""
        first = self.start if self.goes_on else self.monday
        return first + dt.timedelta(weeks=self.weeks, days=-1)

    @property
    def race_days(self) -> tuple[dt.date, ...]:
        return tuple(race["date"] for race in self.races)

    def date(self, week: int, weekday: Weekday) -> dt.date:
        """In a week counted from 1."""
        return self.monday + dt.timedelta(weeks=week - 1, days=WEEKDAYS.index(weekday))

    def dates(self) -> Iterator[dt.date]:
        """The season's days without a race."""
        every = (self.start + dt.timedelta(days=offset) for offset in range((self.last - self.start).days + 1))
        return (date for date in every if date not in self.race_days)

    def table(self, doctrine: str) -> Said:
        said: Said = {"start": self.start}
        if self.goes_on:
            said["weeks"] = self.weeks
        return {**said, "doctrine": doctrine}


def draw_calendar(rng: SeededDraws, kind: Kind, courses: tuple[str, ...]) -> Calendar:
    monday = FIRST_MONDAY + dt.timedelta(weeks=rng.between(0, 51))
    start = monday + dt.timedelta(days=0 if rng.chance(80) else rng.between(1, 4))
    weeks = rng.between(*kind.weeks)
    length = rng.by_weight(kind.races)
    after = rng.between(2, 4) if rng.chance(15) else 0
    if length == "none":
        return Calendar(monday, start, weeks, (), goes_on=True)
    said = []
    for week, priority in sorted(_race_weeks(rng, kind, weeks - after).items()):
        date = monday + dt.timedelta(weeks=week, days=-1 if rng.chance(70) else -2)
        raced = length if priority == "A" else SHORTER.get(length, "half")
        said.append({"name": f"{rng.one(courses)} {_spoken(raced)}", "date": date, **_length(raced)})
        if priority != "A" or rng.chance(40):
            said[-1]["priority"] = priority
    return Calendar(monday, start, weeks, tuple(said), goes_on=after > 0)


def _race_weeks(rng: SeededDraws, kind: Kind, last: int) -> dict[int, str]:
    """Weeks with a race and its priority, from the last goal backwards: one race a week."""
    weeks: dict[int, str] = {}
    goal = last
    while goal >= 2 * EARLIEST_RACE:
        weeks[goal] = "A"
        tune_up = goal - rng.between(3, 6)
        if rng.chance(kind.tune_up) and tune_up >= EARLIEST_RACE:
            weeks[tune_up] = rng.by_weight({"B": 2, "C": 1})
        if kind.goal_every_weeks is None:
            break
        goal -= rng.between(*kind.goal_every_weeks)
    return weeks


def _length(raced: str) -> Said:
    return {"distance": raced} if raced in KM else {"km": float(raced)}


def _spoken(raced: str) -> str:
    return SPOKEN.get(raced, raced) if raced in KM else f"{float(raced):g}"
