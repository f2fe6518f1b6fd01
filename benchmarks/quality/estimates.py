"""What a runner can lift by Epley's formula, and what an item moves of it."""

from __future__ import annotations

import re
from typing import Final

from benchmarks.quality.kinds import body_lifted, catalogue
from benchmarks.quality.read import Plan
from benchmarks.quality.values import Item

EPLEY: Final = 30
"""A set of r reps to failure is the one-rep maximum / (1 + r / 30) (Epley, 1985)."""
LIFT: Final = re.compile(r"(?P<kg>[\d.]+)(\s*x\s*(?P<reps>\d+)(\s*@\s*(?P<left>\d+))?)?")


def known_best(plan: Plan, item: Item) -> float | None:
    """The estimated 1RM of what is moved, if the profile gives a comparable lift, with body mass where it is lifted.

    A lift is taken to be done with the first implement that the catalogue names for it.
    """
    match = LIFT.fullmatch(str(plan.profile.get("lifts", {}).get(item.exercise, "")).strip())
    loads = catalogue()[item.exercise].loads if item.exercise in catalogue() else ()
    if match is None or item.load != next(iter(loads), None):
        return None
    if body_lifted(item.exercise) and plan.body_kg is None:
        return None
    reps = int(match["reps"] or 1) + int(match["left"] or 0)
    return total_kg(plan, item, float(match["kg"])) * (1 if reps == 1 else 1 + reps / EPLEY)


def total_kg(plan: Plan, item: Item, kg: float) -> float:
    share = body_lifted(item.exercise)
    return share * (plan.body_kg or 0) + kg * hands(item) if share else kg


def hands(item: Item) -> int:
    """Kilograms of dumbbells are those of one hand; a goblet squat holds one in both."""
    return 2 if item.load == "dumbbells" and item.exercise != "goblet_squat" else 1


def reps_left(plan: Plan, item: Item, kg: float, best: float) -> float:
    """Reps that are left after the set, by Epley."""
    return EPLEY * (best / total_kg(plan, item, kg) - 1) - (item.reps or 0)
