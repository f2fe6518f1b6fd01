"""The season by blocks, weeks and days, and the sessions of each block as cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from cli.pages import words
from cli.pages.session_cards import SessionCard, session_cards
from constraints.knowledge.doctrine import DoctrineTables
from constraints.model.plan_rule import PlanRule
from profiles.plan import PLACED, AddonKind, Plan
from profiles.profile import Race
from profiles.run import Run
from profiles.season import Block, Day, Phase, Running, Week


@dataclass(frozen=True)
class DaySession:
    """A session on its day; the card of its block and letter says what is done."""

    id: str
    letter: str
    place: str
    minutes: int


@dataclass(frozen=True)
class DayCell:
    date: dt.date
    runs: tuple[Run, ...] = ()
    race: Race | None = None
    session: DaySession | None = None
    addon: AddonKind | None = None
    """an add-on whose day was decided; the days of the others follow from the runs"""
    away: bool = False


@dataclass(frozen=True)
class SeasonWeek:
    number: int
    monday: dt.date
    """also where the season begins later in the week"""
    running: Running
    days: tuple[DayCell, ...]
    """the days of the week that are in the season"""


@dataclass(frozen=True)
class SeasonBlock:
    number: int
    phase: Phase
    stage: str
    """empty for the main stage"""
    first: dt.date
    last: dt.date
    weeks: tuple[SeasonWeek, ...]
    cards: tuple[SessionCard, ...] = ()

    @property
    def name(self) -> str:
        """`base, introduction`"""
        return ", ".join(filter(None, (words.word(self.phase), self.stage)))


def season_blocks(plan: Plan, judges: Mapping[str, PlanRule], tables: DoctrineTables) -> tuple[SeasonBlock, ...]:
    return tuple(_block(plan, block, judges, tables) for block in plan.season.blocks)


def _block(plan: Plan, block: Block, judges: Mapping[str, PlanRule], tables: DoctrineTables) -> SeasonBlock:
    return SeasonBlock(
        number=block.number,
        phase=block.phase,
        stage=block.stage if block.stage != "main" else "",
        first=block.first,
        last=block.last,
        weeks=tuple(_week(plan, week) for week in plan.season.weeks_in(block)),
        cards=session_cards(plan, block, judges, tables),
    )


def _week(plan: Plan, week: Week) -> SeasonWeek:
    first = week.days[0].date
    monday = first - dt.timedelta(days=first.weekday())
    return SeasonWeek(week.number, monday, week.running, tuple(_day(plan, day) for day in week.days))


def _day(plan: Plan, day: Day) -> DayCell:
    session = plan.on(day.date)
    return DayCell(
        date=day.date,
        runs=day.runs,
        race=day.race,
        session=DaySession(session.id, session.slot, words.printable(session.place), session.minutes)
        if session
        else None,
        addon=plan.addon_on(day.date, *PLACED),
        away=day.away,
    )
