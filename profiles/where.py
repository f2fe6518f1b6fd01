"""Places in a season: a date, a week, a block, a race, or a value of the profile.

`of` narrows a place down to one thing there, by its id: a category, a pattern, an injury, a kind of add-on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class OnDate:
    date: dt.date
    of: str = ""


@dataclass(frozen=True)
class InWeek:
    """A week of the season, by its number from 1, or a slot in that week.

    `part` is what is meant of `of`: of an injury, which of its essentials.
    """

    number: int
    slot: str = ""
    of: str = ""
    part: str = ""


@dataclass(frozen=True)
class InBlock:
    """A block, by its number from 1; a slot of it; an exercise there, in a style if only that is meant.

    `part` is what is meant of `of`: of an injury, which of its essentials; of a lift, that the profile states it.
    """

    number: int
    slot: str = ""
    exercise: str = ""
    style: str = ""
    of: str = ""
    part: str = ""


@dataclass(frozen=True)
class AtRace:
    date: dt.date
    name: str


@dataclass(frozen=True)
class InProfile:
    """A value of the profile, by its keys: `("strength", "pins", 0)`."""

    key_path: tuple[str | int, ...]


@dataclass(frozen=True)
class InPlan:
    """A value of the plan, by its keys."""

    key_path: tuple[str | int, ...]


Where = OnDate | InWeek | InBlock | AtRace | InProfile | InPlan
