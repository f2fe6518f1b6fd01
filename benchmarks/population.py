"""The kinds of runners that a squad is drawn from, with their probabilities."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from profiles.exercise import Experience
from profiles.profile import Goal
from profiles.run import RunKind

Range = tuple[int, int]
Weights = Mapping[str, int]

POPULATION: Final = Path(__file__).with_name("population.toml")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(_Record):
    """One kind of runner."""

    title: str
    share: int = Field(ge=1)
    experience: dict[Experience, int]
    strength_weeks: Range
    weeks: Range = Field(description="of the season")
    races: Weights = Field(description="what they train for")
    goal_every_weeks: Range | None = Field(default=None, description="apart, where a season has several goals")
    tune_up: int = Field(description="chance of a race on the way")
    run_days: Range
    hard_days: Range
    hard: tuple[RunKind, ...]
    easy_min: Range
    long_min: Range
    long_runs: int = Field(default=1, description="a week; the first on the weekend, a second on the day before it")
    doubles: int = Field(default=0, description="chance of two runs on some days")
    injured: int = Field(description="chance of an injury they have")
    prone: int = Field(description="chance of one they had")
    goals: tuple[Goal, ...]
    home: Weights = Field(description="what is there, a key of the equipment")
    away_from_home: Weights = Field(description="a second place, also such a key")


class Population(_Record):
    names: tuple[str, ...]
    courses: tuple[str, ...]
    templates: tuple[str, ...]
    likes: tuple[str, ...] = Field(description="exercises that people like or loathe")
    weights: tuple[str, ...] = Field(description="rules whose weight an athlete sometimes changes")
    doctrines: Weights
    kinds: dict[str, Kind]
    equipment: dict[str, tuple[tuple[str, ...], ...]]
    lifts: dict[str, Weights] = Field(description="one-rep maximum as a percentage of body mass, by what it needs")

    @property
    def shares(self) -> Weights:
        return {name: kind.share for name, kind in self.kinds.items()}


@cache
def population() -> Population:
    return Population.model_validate(tomllib.loads(POPULATION.read_text(encoding="utf-8")))
