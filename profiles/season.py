"""The season that rules work on: days with their runs and openings, weeks, phases, blocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final, Literal, get_args

from profiles.frozen import Frozen
from profiles.profile import Profile, Race
from profiles.run import Half, Run

Phase = Literal["general_preparation", "base", "build", "race", "taper", "race_week", "recovery"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
Stage = Literal["introduction", "main"]
AROUND: Final = 7
"""Days before and after a season whose runs rules can see: more than any rule looks ahead or back."""
BEFORE_B: Final = 7
"""Days before a B race whose sessions may be lighter than their letter."""
Running = Literal["usual", "high", "cut_back"]
"""How much running a week has, compared with the median week; `cut_back` also if the profile says so."""


@dataclass(frozen=True)
class Day:
    date: dt.date
    runs: tuple[Run, ...]
    race: Race | None
    minutes: int
    """free for strength"""
    half: Half | None
    """of the day the free minutes are in; none: whenever the runs are done"""
    place: str
    away: bool

    @property
    def hard(self) -> bool:
        """Whether a hard run or a race is on it."""
        return self.race is not None or any(run.hard for run in self.runs)

    @property
    def long(self) -> bool:
        return any(run.long for run in self.runs)

    @property
    def key(self) -> bool:
        return self.hard or self.long

    @property
    def run_minutes(self) -> int:
        return sum(run.minutes for run in self.runs)

    @property
    def lift_half(self) -> Half:
        """The half of the day for a session: the stated one, else that of the last run; am by default."""
        if self.half is not None:
            return self.half
        return "pm" if any(run.half == "pm" for run in self.runs) else "am"

    @property
    def runs_before(self) -> tuple[Run, ...]:
        """The runs that a session on this day would follow."""
        return tuple(run for run in self.runs if self.lift_half == "pm" or run.half != "pm")

    @property
    def straight_after_run(self) -> bool:
        """Whether a session on this day would follow a run of the same half of the day, as far as that is known."""
        return any(run.half in (None, self.lift_half) for run in self.runs_before)

    @property
    def runs_after(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run not in self.runs_before)


class Block(Frozen):
    """Weeks of one phase that share their sessions' exercises."""

    number: int
    phase: Phase
    stage: Stage
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Week:
    """Monday to Sunday; the first and the last week may be incomplete."""

    number: int
    days: tuple[Day, ...]
    block: Block
    running: Running = "usual"
    short: bool = False
    """whether a day has less time than its weekday usually has, while other weeks of the block are as usual"""

    @property
    def phase(self) -> Phase:
        return self.block.phase

    @cached_property
    def full(self) -> bool:
        """Whether it asks for all that a phase asks for.

        It has seven days, no free day away, no A or B race, running as usual, and no less time than usual.
        """
        away = any(day.away and day.minutes for day in self.days)
        usual = self.running == "usual" and not self.racing and not away and not self.short
        return len(self.days) == 7 and usual

    @property
    def racing(self) -> bool:
        """Whether an A or B race is in it."""
        return any(day.race is not None and day.race.priority != "C" for day in self.days)

    @property
    def open_days(self) -> tuple[Day, ...]:
        return tuple(day for day in self.days if day.minutes)


def weeks_between(start: dt.date, date: dt.date) -> int:
    """Weeks from the season's start to the first day of another week; one cut short counts where most of it is left."""
    return round((date - start).days / 7)


@dataclass(frozen=True)
class Season:
    """A profile's days and weeks, in the blocks of a doctrine."""

    profile: Profile
    blocks: tuple[Block, ...]
    running: Mapping[int, Running]
    """of the weeks that run high or are cut back, by number"""
    days: Mapping[dt.date, Day]
    weeks: tuple[Week, ...]

    @classmethod
    def of(
        cls, profile: Profile, blocks: Sequence[Block], running: Mapping[int, Running],
        cut: Sequence[tuple[Day, ...]] | None = None,
    ) -> Season:  # fmt: skip
        """The season of these blocks; `cut`, if given, are the profile's days by week."""
        cut = weeks_of(days_of(profile)) if cut is None else cut
        by_first = {block.first: block for block in blocks}
        weeks: list[Week] = []
        block = blocks[0]
        for number, week in enumerate(cut, 1):
            block = by_first.get(week[0].date, block)
            weeks.append(Week(number, week, block, running.get(number, "usual")))
        days = {day.date: day for week in cut for day in week}
        return cls(profile, tuple(blocks), running, days, tuple(_with_short(weeks, profile)))

    @cached_property
    def around(self) -> Mapping[dt.date, Day]:
        """The days, with a week of the usual runs before the first and after the last."""
        first, last = min(self.days), max(self.days)
        beside = [first - dt.timedelta(days=gap) for gap in range(AROUND, 0, -1)]
        beside += [last + dt.timedelta(days=gap) for gap in range(1, AROUND + 1)]
        return {**{date: _day(self.profile, date) for date in beside}, **self.days}

    @cached_property
    def exceptions(self) -> frozenset[dt.date]:
        """The dates whose session may leave out part of what its letter holds.

        They have less free time than their weekday usually has, or a pin, or are in the week before a B race.
        """
        strength, races = self.profile.strength, [race for race in self.profile.races if race.priority == "B"]
        pinned = {pin.date for pin in strength.pins}
        before = {race.date - dt.timedelta(days=gap) for race in races for gap in range(1, BEFORE_B + 1)}
        return frozenset(date for date in self.days if date in pinned | before or strength.shortened(date))

    @cached_property
    def _week_by_date(self) -> dict[dt.date, Week]:
        return {day.date: week for week in self.weeks for day in week.days}

    def near(self, date: dt.date) -> Season:
        """The week of a date, the one before and the one after, as a season; numbers and blocks are kept."""
        week = self.week_at(date)
        weeks = self.weeks[max(0, week.number - 2) : week.number + 1]
        return replace(self, weeks=weeks, days={day.date: day for other in weeks for day in other.days})

    def week_at(self, date: dt.date) -> Week:
        """Raises KeyError outside the season."""
        return self._week_by_date[date]

    def weeks_in(self, block: Block) -> tuple[Week, ...]:
        return self._weeks_by_block.get(block.number, ())

    @cached_property
    def _weeks_by_block(self) -> dict[int, tuple[Week, ...]]:
        return {number: tuple(weeks) for number, weeks in groupby(self.weeks, lambda week: week.block.number)}

    @property
    def first(self) -> dt.date:
        return self.blocks[0].first

    @property
    def last(self) -> dt.date:
        return self.blocks[-1].last


def _with_short(weeks: Sequence[Week], profile: Profile) -> Iterator[Week]:
    """The weeks, those marked that have less time than usual, unless no full week of their block has more."""
    short = {week.number for week in weeks if any(profile.strength.shortened(day.date) for day in week.days)}
    usual = {week.block.number for week in weeks if week.full and week.number not in short}
    for week in weeks:
        yield replace(week, short=True) if week.number in short and week.block.number in usual else week


def days_of(profile: Profile) -> Sequence[Day]:
    """Every day of the profile's season."""
    length = (profile.last_day - profile.season.start).days + 1
    return [_day(profile, profile.season.start + dt.timedelta(days=offset)) for offset in range(length)]


def _day(profile: Profile, date: dt.date) -> Day:
    """A day of a profile; a race replaces its runs."""
    race = next((race for race in profile.races if race.date == date), None)
    free = profile.strength.at(date)
    runs = () if race else profile.runs.at(date)
    away = profile.strength.away_on(date)
    return Day(date, runs, race, free.minutes, free.half, profile.strength.place_at(date), away)


def weeks_of(days: Sequence[Day]) -> Sequence[tuple[Day, ...]]:
    """The days cut before each Monday."""
    cuts = [0, *(index for index, day in enumerate(days) if index and day.date.weekday() == 0), len(days)]
    return [tuple(days[a:b]) for a, b in pairwise(cuts)]
