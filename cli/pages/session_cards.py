"""The sessions of a block as cards: one for each letter, with the dates on which it is done."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from cli.pages.card_rows import EASY, CardRow, Effort, card_rows
from cli.pages.day_reasons import why
from constraints.knowledge.doctrine import DoctrineTables
from constraints.model.plan_rule import PlanRule
from profiles.plan import Drill, Item, LighterSet, Plan, Session, Today
from profiles.run import Run
from profiles.season import Block

LEFT_OUT: Final = "left out"


@dataclass(frozen=True)
class CardDate:
    """One of the dates of a card, with that day's part of each row's dose."""

    session: str
    """the session's id"""
    date: dt.date
    after: tuple[Run, ...]
    """runs of the day that come first"""
    before: tuple[Run, ...]
    todays: tuple[Today | None, ...]
    amounts: tuple[str, ...]
    """`left out` for what a reduced session does not hold"""


FEW_DATES: Final = 4
"""Dates that are told one by one."""


@dataclass(frozen=True)
class SessionCard:
    block: int
    letter: str
    place: str
    minutes: tuple[int, int]
    """of its shortest and its longest date"""
    circuit: bool
    days: str
    """`Tue, after intervals`; each weekday with how often, if there are several"""
    weeks: int
    """of the block"""
    dates: tuple[CardDate, ...]
    warm_up: tuple[Drill, ...]
    not_always: tuple[Drill, ...]
    """those of the warm-up that some dates leave out"""
    shorter: str
    """when they are: `straight after a run`, or the dates"""
    rows: tuple[CardRow, ...]
    lighter: str
    """the lighter sets before heavy lifts: `Deadlift 5 x 40 kg, 3 x 60 kg; from 19 Jan 5 x 42.5 kg, 3 x 62.5 kg`"""
    cooldown: tuple[Drill, ...]
    why: str
    """the reasons for the days; empty where none is known"""

    @property
    def week_by_week(self) -> bool:
        """Whether the dose differs between its dates."""
        return any(today for date in self.dates for today in date.todays)

    @property
    def weekday(self) -> str:
        """The value that all its dates share, or nothing."""
        days = {words.WEEKDAYS[one.date.weekday()] for one in self.dates}
        return days.pop() if len(days) == 1 else ""


def session_cards(
    plan: Plan, block: Block, judges: Mapping[str, PlanRule], tables: DoctrineTables
) -> tuple[SessionCard, ...]:
    """By letter."""
    slots: dict[str, list[Session]] = {}
    for session in plan.sessions:
        if session.block == block.number:
            slots.setdefault(session.slot, []).append(session)
    weeks = len(plan.season.weeks_in(block))
    effort = Effort(plan.profile, tables.styles, eased=tables.progression.course[block.phase] == "ease")
    return tuple(_card(slots[letter], weeks, plan, judges, effort) for letter in sorted(slots))


def _card(
    sessions: Sequence[Session], weeks: int, plan: Plan, judges: Mapping[str, PlanRule], effort: Effort
) -> SessionCard:
    first = min(sessions, key=lambda session: session.reduced)
    lengths = [session.minutes for session in sessions if not session.reduced] or [first.minutes]
    *_, warm_up = sorted((session.warm_up for session in sessions), key=len)
    return SessionCard(
        block=first.block,
        letter=first.slot,
        place=words.printable(first.place),
        minutes=(min(lengths), max(lengths)),
        circuit=first.circuit,
        days=_days(sessions),
        weeks=weeks,
        dates=_dates(sessions, first.main),
        warm_up=warm_up,
        not_always=tuple(drill for drill in warm_up if any(drill not in session.warm_up for session in sessions)),
        shorter=_shorter(sessions, warm_up, plan),
        rows=card_rows(first.main, effort),
        lighter=". ".join(_lighter(sessions, first.main)),
        cooldown=first.cooldown,
        why=why(sessions, plan, judges),
    )


def _lighter(sessions: Sequence[Session], main: Sequence[Item]) -> Iterator[str]:
    """What comes before each heavy lift, and from which date something else does."""
    for item in main:
        said: list[str] = []
        last: tuple[LighterSet, ...] = ()
        for session in sessions:
            today = _today(session, item)
            now = today.lighter_sets if today else ()
            if now and now != last:
                said.append(f"from {words.day(session.date)} {words.lighter(now)}" if last else words.lighter(now))
                last = now
        if said:
            yield f"{words.word(item.exercise)} {'; '.join(said)}"


def _today(session: Session, of: Item) -> Today | None:
    """What a session asks of an item of its letter."""
    return next((item.today for item in session.main if item.exercise == of.exercise), None)


def _dates(sessions: Sequence[Session], main: Sequence[Item]) -> tuple[CardDate, ...]:
    """The doses of each date; kilograms are given only where they change."""
    found: list[CardDate] = []
    known: list[Today | None] = [None] * len(main)
    for session in sessions:
        todays = tuple(_today(session, item) for item in main)
        held = {item.exercise for item in session.main}
        amounts = tuple(
            _amount(item, today, last) if item.exercise in held else LEFT_OUT
            for item, today, last in zip(main, todays, known, strict=True)
        )
        found.append(CardDate(session.id, session.date, session.after, session.before, todays, amounts))
        known = [today or last for today, last in zip(todays, known, strict=True)]
    return tuple(found)


def _amount(item: Item, today: Today | None, last: Today | None) -> str:
    """With the word for an effort that is less than the printed reserve."""
    said = words.today(today, last.load_kg if last else None)
    easy = today is not None and today.change == "lighter" and item.dose.reserve is not None
    return f"{said} {EASY}" if easy else said


def _shorter(sessions: Sequence[Session], warm_up: Sequence[Drill], plan: Plan) -> str:
    """When the warm-up is shorter: after runs, if just those dates leave drills out; empty where none does."""
    short = {one.date for one in sessions if any(drill not in one.warm_up for drill in warm_up)}
    ran = {one.date for one in sessions if plan.season.days[one.date].straight_after_run}
    if not short or short == ran:
        return "straight after a run" if short else ""
    dates = words.listed(map(words.day, sorted(short)))
    return f"on {dates if len(short) <= FEW_DATES else f'{len(short)} of these dates'}"


def _days(sessions: Sequence[Session]) -> str:
    days = Counter(_day(session) for session in sessions)
    if len(days) == 1:
        return next(iter(days))
    return "; ".join(f"{said} ({times})" for said, times in days.most_common())


def _day(session: Session) -> str:
    parts = [words.WEEKDAYS[session.date.weekday()]]
    for where, runs in (("after", session.after), ("before", session.before)):
        if runs:
            parts.append(f"{where} {' and '.join(words.RUNS.get(run.kind, run.kind) for run in runs)}")
    return ", ".join(parts)
