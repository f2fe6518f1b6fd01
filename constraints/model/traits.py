"""What rules about days look at in a session, decided or past."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from constraints.prescription.options import Option
from profiles.plan import Session, Work

Trait = Literal["session", "lifting", "legs", "heavy_legs", "upper", "impact", "work", "hip_thrust"]

TRAITS: dict[Trait, Callable[[Option], bool]] = {
    "lifting": lambda option: option.style not in ("hold", "prehab"),
    "legs": lambda option: option.legs,
    "heavy_legs": lambda option: option.legs and option.heavy,
    "upper": lambda option: option.exercise.region == "upper" and option.style in ("moderate", "bodyweight"),
    "impact": lambda option: option.exercise.impact == "high",
    "work": lambda option: option.exercise.kind not in ("mobility", "activation"),
    "hip_thrust": lambda option: option.exercise.hip_thrust and not option.heavy,
}

PAST_TRAITS: dict[Trait, Callable[[Session], bool]] = {
    "session": bool,
    "lifting": lambda session: session.lifting,
    "legs": lambda session: session.legs,
    "heavy_legs": lambda session: session.heavy_legs,
    "upper": lambda session: session.upper,
    "impact": lambda session: any(item.entry.impact == "high" for item in session.main),
    "work": lambda session: any(item.entry.kind not in ("mobility", "activation") for item in session.main),
    "hip_thrust": lambda session: any(item.entry.hip_thrust and not item.heavy for item in session.main),
}

TRAIT_OF: dict[Work, Trait] = {
    "any session": "session", "lifting": "lifting", "leg work": "legs", "heavy leg work": "heavy_legs",
}  # fmt: skip
