"""The sessions of a squad in one week: who trains where and when."""

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
class SessionLine:
    date: dt.date
    half: Half | Literal[""]
    athlete: str
    session: str
    """the session's id, unique within the athlete's plan"""
    letter: str
    minutes: int
    runs: str
    """of that day: `after intervals 60 am`"""


@dataclass(frozen=True)
class PlaceWeek:
    place: str
    lines: tuple[SessionLine, ...]
    """by day, half and athlete"""


@dataclass(frozen=True)
class GymWeek:
    monday: dt.date
    places: tuple[PlaceWeek, ...]
    """the place with the most sessions first"""

    @property
    def sunday(self) -> dt.date:
        return self.monday + dt.timedelta(days=6)


def gym_week(monday: dt.date, visits: Sequence[Visit]) -> GymWeek:
    """Group the visits of a week by place; all of them must be in that week."""
    by_place = groupby(sorted(visits, key=_by_place), key=lambda visit: visit.session.place)
    places = [PlaceWeek(words.printable(place), tuple(map(_line, several))) for place, several in by_place]
    return GymWeek(monday, tuple(sorted(places, key=lambda one: (-len(one.lines), one.place))))


def _by_place(visit: Visit) -> tuple[str, dt.date, str, str]:
    return visit.session.place, visit.session.date, visit.half, visit.athlete


def _line(visit: Visit) -> SessionLine:
    session = visit.session
    sides = ("after", session.after), ("before", session.before)
    runs = "; ".join(f"{side} {', '.join(map(str, runs))}" for side, runs in sides if runs)
    athlete = words.printable(visit.athlete)
    return SessionLine(session.date, visit.half, athlete, session.id, session.slot, session.minutes, runs)
