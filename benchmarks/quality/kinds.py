"""What exercises are, from `exercise_kinds.toml`; and from the catalogue, read as data, what they need."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

KINDS_FILE: Final = Path(__file__).parents[1] / "exercise_kinds.toml"
CATALOGUE_FILE: Final = Path(__file__).parents[2] / "profiles/catalogue/exercises.toml"
TEMPLATES_FILE: Final = Path(__file__).parents[2] / "constraints/prescription/templates.toml"
FREE_WEIGHTS: Final = frozenset({"barbell", "dumbbells", "kettlebell", "trap bar"})
BANDS: Final = frozenset({"loop band", "long band"})
BODYWEIGHT: Final = "bodyweight"


@dataclass(frozen=True)
class Ladder:
    name: str
    rungs: tuple[tuple[str, ...], ...]

    def rung(self, exercise: str) -> int | None:
        return next((at for at, rung in enumerate(self.rungs) if exercise in rung), None)


@dataclass(frozen=True)
class Needs:
    """What an exercise needs and takes, by the catalogue."""

    sets: tuple[frozenset[str], ...]
    """equipment of which one set must be there; empty: nothing"""
    loads: tuple[str, ...]
    harms: frozenset[str]
    level: str
    alternating: bool
    """whether its reps count both sides"""
    advised_against: bool
    most_s: int | None
    """of a hold: what the guides ask of the advanced"""


@cache
def _said() -> Mapping[str, Any]:
    return tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))


@cache
def all_kinds() -> Mapping[str, frozenset[str]]:
    return {exercise: frozenset(kinds) for exercise, kinds in _said()["kinds"].items()}


def kinds_of(exercise: str) -> frozenset[str]:
    return all_kinds().get(exercise, frozenset())


def of_kind(kinds: Iterable[str]) -> tuple[str, ...]:
    """The exercises that are of any of these kinds."""
    wanted = set(kinds)
    return tuple(exercise for exercise, its in all_kinds().items() if its & wanted)


@cache
def ladders() -> tuple[Ladder, ...]:
    return tuple(Ladder(name, tuple(map(tuple, rungs))) for name, rungs in _said()["ladders"].items())


def ladders_with(exercise: str) -> tuple[tuple[Ladder, int], ...]:
    """The ladders of an exercise, and its rung in each."""
    return tuple((ladder, at) for ladder in ladders() if (at := ladder.rung(exercise)) is not None)


def step_kg(implement: str) -> float:
    """From one load to the next; 0 where there are no steps to choose from."""
    return float(_said()["steps_kg"].get(implement, 0))


def body_lifted(exercise: str) -> float:
    """How much of the body's mass is lifted together with the load; 0 of most lifts."""
    return max(
        (float(share) for kind, share in _said()["body_lifted"].items() if kind in kinds_of(exercise)), default=0
    )


def in_templates(names: Iterable[str]) -> frozenset[str]:
    """The exercises of sessions that a runner may start from, by the name of each session."""
    said = tomllib.loads(TEMPLATES_FILE.read_text(encoding="utf-8"))
    return frozenset(part["exercise"] for name in names for part in said[name]["parts"] if part["part"] == "main")


@cache
def catalogue() -> Mapping[str, Needs]:
    found = tomllib.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))
    return {
        name: Needs(
            tuple(map(frozenset, entry.get("needs", ()))),
            tuple(entry.get("loads", ())),
            frozenset(entry.get("harms", ())),
            entry.get("level", "beginner"),
            entry.get("sides") == "alternating",
            entry.get("use") == "avoid",
            entry["hold_s"]["advanced"][1] if "hold_s" in entry else None,
        )
        for name, entry in found.items()
    }
