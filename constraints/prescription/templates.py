"""The guides' template sessions and weeks, as data: what add-ons consist of, and what a session may start from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import Field

from profiles.exercise import Exercise, catalogue
from profiles.frozen import Frozen
from profiles.plan import Style

Pair = tuple[int, int]


class Amounted(Frozen):
    """An exercise, and how much of it."""

    exercise: str
    sets: Pair | None = None
    reps: Pair | None = None
    seconds: Pair | None = None

    @property
    def entry(self) -> Exercise:
        return catalogue()[self.exercise]


class TemplatePart(Amounted):
    """An exercise of a template, as its guide states it, and what else an add-on may hold in its place."""

    part: Literal["warm_up", "main", "cooldown"]
    style: Style | None = Field(default=None, description="of main work; none for drills")
    superset: int | None = None
    only: Literal["rehab", "optional"] | None = Field(default=None, description="where not everybody is asked for it")
    instead: tuple[Amounted, ...] = Field(
        default=(), description="for those it does not suit, as with an injury: of these the first that does"
    )
    if_it_helps: tuple[Amounted, ...] = Field(
        default=(), description="for those with injuries that it helps none of: of these the first that does help one"
    )


class Template(Frozen):
    """One session of a guide."""

    title: str
    guide: str = Field(description="key of guides.toml")
    minutes: int | None = Field(default=None, ge=1, description="as stated")
    format: Literal["straight", "circuit", "superset", "menu"] = "straight"
    adds_up_to: int | None = Field(default=None, ge=1, description="minutes of its parts, where they come to more")
    rounds: int | None = Field(default=None, ge=1)
    says: str = Field(description="what it is for")
    because: tuple[str, ...]
    parts: tuple[TemplatePart, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        """What a strength session that starts from it holds, each exercise once."""
        return tuple(dict.fromkeys(part.exercise for part in self.main if part.style))

    @property
    def main(self) -> tuple[TemplatePart, ...]:
        """The main work, without parts that are optional or only for rehabilitation."""
        return tuple(part for part in self.parts if part.part == "main" and part.only is None)


@cache
def templates() -> dict[str, Template]:
    """Every template by name, in the order of the guidance."""
    text = resources.files("constraints.prescription").joinpath("templates.toml").read_text(encoding="utf-8")
    return {name: Template(**table) for name, table in tomllib.loads(text).items()}


@cache
def startable() -> tuple[str, ...]:
    """Names of the templates that a strength session can start from: those with main work in styles."""
    return tuple(name for name, template in templates().items() if any(part.style for part in template.main))
