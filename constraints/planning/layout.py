"""From race dates to phases and blocks. The numbers are the doctrine's; nothing here is decided by the solver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from constraints.knowledge.phase_lengths import PhaseLengths
from profiles.profile import Profile, Race
from profiles.season import Block, Day, Phase, Running, Season, Stage, days_of, weeks_between, weeks_of

TRAINS: Final[tuple[Phase, ...]] = ("general_preparation", "base", "build")
"""Phases between which a week can move."""
Stretch = tuple[Stage, Phase, int]
"""weeks on end of one stage and phase"""


def lay_out(profile: Profile, phases: PhaseLengths, recovery: Callable[[Race], int]) -> Season:
    """The season with its phases and blocks; `recovery` gives the days of recovery after a race."""
    weeks = weeks_of(days_of(profile))
    named = [_phase(_middle(week), profile, phases, recovery) for week in weeks]
    running = dict(_running(weeks, profile, phases))
    marks = _injury_marks(weeks, profile, phases)
    parts = [
        (stage, phase, part)
        for stage, phase, length in _cut_at(marks, _stretches(named, _introduction(profile, phases, marks)))
        for part in (_parts(length, phases.block_weeks) if stage == "main" else [length])
    ]
    cut_back = {number - 1 for number, ran in running.items() if ran == "cut_back"}
    blocks: list[Block] = []
    start = 0
    for stage, phase, length in _cutbacks_late(parts, cut_back, phases.block_weeks):
        first, last = weeks[start][0].date, weeks[start + length - 1][-1].date
        blocks.append(Block(number=len(blocks) + 1, phase=phase, stage=stage, first=first, last=last))
        start += length
    return Season.of(profile, blocks, running, weeks)


def _running(weeks: Sequence[Sequence[Day]], profile: Profile, phases: PhaseLengths) -> Iterator[tuple[int, Running]]:
    """The weeks that run more or less than others, by number. A cut week, or one with a race, is never cut back."""
    minutes = [sum(day.run_minutes for day in week) for week in weeks]
    usual = median(minutes)
    for number, (week, ran) in enumerate(zip(weeks, minutes, strict=True), 1):
        whole = len(week) == 7 and not any(day.race for day in week)
        if any(day.date in profile.strength.down for day in week) or (whole and 100 * ran < phases.low_percent * usual):
            yield number, "cut_back"
        elif usual and 100 * ran > phases.high_percent * usual:
            yield number, "high"


def _middle(week: Sequence[Day]) -> dt.date:
    """A week belongs to the phase of its Thursday, or of its middle day if it has none."""
    return next((day.date for day in week if day.date.weekday() == 3), week[len(week) // 2].date)


def _phase(date: dt.date, profile: Profile, phases: PhaseLengths, recovery: Callable[[Race], int]) -> Phase:
    """Races come before recovery, recovery before base and build (RUL-02)."""
    races = sorted((race for race in profile.races if race.priority == "A"), key=lambda race: race.date)
    goal = next((race for race in races if race.date >= date), None)
    if goal is not None:
        left = (goal.date - date).days
        if left < phases.race_week_days:
            return "race_week"
        if left < phases.race_week_days + phases.taper_days:
            return "taper"
    for race in profile.races:
        if 0 < (date - race.date).days <= recovery(race):
            return "recovery"
    if goal is None:
        return phases.without_goal
    end = phases.race_week_days + phases.taper_days + phases.race_days_before(goal)
    if left < end:
        return "race"
    starts = [profile.season.start]
    starts += [race.date + dt.timedelta(days=recovery(race) + 1) for race in races if race.date < date]
    weeks = max(0, ((goal.date - max(starts)).days + 1 - end) // 7)
    build = end + 7 * min(phases.build_weeks, weeks // 2)
    if left < build:
        return "build"
    return "base" if left < build + 7 * phases.base_weeks else "general_preparation"


def _injury_marks(weeks: Sequence[Sequence[Day]], profile: Profile, phases: PhaseLengths) -> tuple[int, ...]:
    """Weeks after which work with a current injury may change: what a block holds changes with the block only."""
    before = [weeks_between(profile.season.start, week[0].date) for week in weeks]
    marks = tuple(sum(number < mark for number in before) for mark in phases.injury_weeks)
    return marks if profile.injuries.current else ()


def _introduction(profile: Profile, phases: PhaseLengths, marks: Sequence[int]) -> int:
    """Weeks of introduction left: none for the advanced, fewer for those who already train (RUL-11).

    A week more where one alone would be left up to a mark.
    """
    if profile.athlete.experience == "advanced":
        return 0
    left = max(0, phases.introduction_weeks - profile.athlete.strength_weeks)
    return left + 1 if left and left + 1 in marks else left


def _cutbacks_late(parts: Sequence[Stretch], cut_back: Collection[int], longest: int) -> list[Stretch]:
    """The blocks, none of which begins with a cutback week where that can be: nothing is new in such a week (PHA-33).

    The week ends the block before. Where that is as long as it may be, or a single week would follow, it is the second.
    """
    moved: list[Stretch] = []
    start = 0
    for stage, phase, length in parts:
        first = 0
        if start in cut_back and moved and phase in TRAINS and moved[-1][1] in TRAINS:
            before = moved[-1][2]
            if before < longest and length != 2:
                first = 1
            elif before > 2 and length < longest:
                first = -1
            moved[-1] = (*moved[-1][:2], before + first)
        if length - first:
            moved.append((stage, phase, length - first))
        start += length
    return moved


def _cut_at(marks: Sequence[int], stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """The stretches, with main ones cut at the marks that leave two weeks or more on both sides."""
    start = 0
    for stage, phase, length in stretches:
        inside = [mark - start for mark in marks if 2 <= mark - start <= length - 2] if stage == "main" else []
        for first, last in pairwise([0, *inside, length]):
            yield stage, phase, last - first
        start += length


def _stretches(named: Sequence[Phase], introduction: int) -> Iterator[Stretch]:
    """Phases in order, up to where the introduction ends and after it; no introduction stands after main work.

    Weeks of its light phases are none of the introduction's, but belong to it where it goes on after them.
    """
    for phase, group in groupby(named):
        length = len(list(group))
        if phase not in ("general_preparation", "base", "build", "race"):
            yield "introduction" if introduction else "main", phase, length
            continue
        most = introduction - (length - introduction == 1 and introduction > 2)  # what follows would be a single week
        first = min(length, most)
        introduction = introduction - first if first == length else 0
        if first:
            yield "introduction", phase, first
        if length - first:
            yield "main", phase, length - first


def _parts(length: int, longest: int) -> list[int]:
    """Blocks as equal as can be, none above the longest; longer ones first."""
    count = -(-length // longest)
    return [length // count + (index < length % count) for index in range(count)]
