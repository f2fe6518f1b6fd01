"""The head of a page: athlete, season, races and doctrine."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cli.pages import words
from profiles.plan import Plan
from profiles.profile import Priority


@dataclass(frozen=True)
class RaceLine:
    name: str
    date: dt.date
    priority: Priority
    km: float
    distance: str
    days: int
    """from the first day of the season"""


@dataclass(frozen=True)
class SeasonHead:
    athlete: str
    first: dt.date
    last: dt.date
    weeks: int
    sessions: int
    races: tuple[RaceLine, ...]
    """by date"""
    doctrine: str
    own_rules: tuple[str, ...]
    """rules whose numbers the profile overrides"""
    read_from: tuple[str, ...]
    """files that the profile was read from, each over those after it"""


def season_head(plan: Plan) -> SeasonHead:
    season, header = plan.season, plan.header
    races = [
        RaceLine(
            words.printable(race.name), race.date, race.priority, race.length_km, words.distance(race),
            (race.date - season.first).days,
        )
        for race in sorted(season.profile.races, key=lambda race: race.date)
    ]  # fmt: skip
    return SeasonHead(
        athlete=words.printable(season.profile.athlete.name),
        first=season.first,
        last=season.last,
        weeks=len(season.weeks),
        sessions=len(plan.sessions),
        races=tuple(races),
        doctrine=words.printable(header.doctrine.replace("_", " ")),
        own_rules=tuple(words.printable(override.replace("_", " ")) for override in header.overrides),
        read_from=tuple(map(words.printable, header.settings)),
    )
