"""A week for the gym's door: who lifts where and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from cli.pages import words
from profiles.plan import Session
from profiles.run import Half


@dataclass(frozen=True)
class Visit:
    """An athlete's session."""

    session: Session
    athlete: str
    half: Half | Literal[""]
    """of the day, where the profile says it"""


@dataclass(frozen=True)
class DoorLine:
    date: dt.date
    half: Half | Literal[""]
    athlete: str
    session: str
    """the session's id, which is one of a kind within the athlete's plan"""
    letter: str
    minutes: int
    runs: str
    """of that day: `after intervals 60 am`"""


@dataclass(frozen=True)
class Door:
    place: str
    lines: tuple[DoorLine, ...]
    """by day, half and athlete"""


@dataclass(frozen=True)
class DoorWeek:
    monday: dt.date
    doors: tuple[Door, ...]
    """the place with the most sessions first"""

    @property
    def sunday(self) -> dt.date:
        return self.monday + dt.timedelta(days=6)


def door_week(monday: dt.date, visits: Sequence[Visit]) -> DoorWeek:
    """The visits are those of the week."""
    by_place = groupby(sorted(visits, key=_by_place), key=lambda visit: visit.session.place)
    doors = [Door(words.printable(place), tuple(map(_line, several))) for place, several in by_place]
    return DoorWeek(monday, tuple(sorted(doors, key=lambda door: (-len(door.lines), door.place))))


def _by_place(visit: Visit) -> tuple[str, dt.date, str, str]:
    return visit.session.place, visit.session.date, visit.half, visit.athlete


def _line(visit: Visit) -> DoorLine:
    session = visit.session
    sides = ("after", session.after), ("before", session.before)
    runs = "; ".join(f"{side} {', '.join(map(str, runs))}" for side, runs in sides if runs)
    athlete = words.printable(visit.athlete)
    return DoorLine(session.date, visit.half, athlete, session.id, session.slot, session.minutes, runs)
