"""Small frozen values of a plan: only what measures ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.quality.kinds import BODYWEIGHT, kinds_of

TRAINING: Final = frozenset({"general_preparation", "base", "build"})
BASE: Final = frozenset({"general_preparation", "base"})


@dataclass(frozen=True)
class Item:
    """An exercise on a date."""

    exercise: str
    style: str
    load: str
    sets: int
    reps: int | None
    seconds: int | None
    load_kg: float | None
    change: str
    reserve: tuple[int, int] | None
    tempo: tuple[int, ...] | None
    """seconds down, pause, up"""
    rest_s: int
    each_side: bool
    superset: int | None
    lighter_sets: int

    @property
    def kinds(self) -> frozenset[str]:
        return kinds_of(self.exercise)

    @property
    def loaded(self) -> bool:
        return self.load != BODYWEIGHT

    @property
    def said(self) -> str:
        """Sets, reps and load, in words."""
        amount = f"{self.seconds} s" if self.reps is None else str(self.reps)
        load = f"{self.load_kg:g} kg" if self.load_kg else self.load
        return f"{self.sets} x {amount}{' a side' if self.each_side else ''}, {load}"


@dataclass(frozen=True)
class Drill:
    exercise: str
    dose: str


@dataclass(frozen=True)
class Session:
    date: dt.date
    slot: str
    phase: str
    block: int
    place: str
    minutes: int
    because: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    warm_up: tuple[Drill, ...]
    cooldown: tuple[Drill, ...]
    items: tuple[Item, ...]

    def holds(self, *kinds: str) -> bool:
        return any(item.kinds.intersection(kinds) for item in self.items)


@dataclass(frozen=True)
class Block:
    number: int
    phase: str
    stage: str
    first: dt.date
    last: dt.date

    @property
    def trains(self) -> bool:
        """Whether it is a main block of general preparation, base or build."""
        return self.phase in TRAINING and self.stage == "main"


@dataclass(frozen=True)
class Week:
    """Monday to Sunday."""

    number: int
    first: dt.date
    last: dt.date
    block: Block
    cut_back: bool
    sessions: tuple[Session, ...]

    @property
    def trains(self) -> bool:
        """Whether it is a whole week of training, with sessions: no introduction, and not cut back."""
        return self.block.trains and not self.cut_back and bool(self.sessions)


@dataclass(frozen=True)
class Race:
    name: str
    date: dt.date
    priority: str
    km: float


@dataclass(frozen=True)
class Run:
    kind: str
    minutes: int


@dataclass(frozen=True)
class Place:
    items: Mapping[str, tuple[float, ...]]
    """what is there, with the masses that the profile states; none stated: the usual ones"""
    travel_min: int

    def top_kg(self, implement: str) -> float | None:
        """The heaviest mass of an implement, if the profile states it. A bar alone takes plates."""
        masses = self.items.get(implement, ())
        return max(masses) if masses and implement not in ("barbell", "trap bar") else None
