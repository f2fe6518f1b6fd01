"""Traits of a session that rules about days ask for, each defined for a decided and for a past session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from constraints.prescription.options import Option
from profiles.plan import Session, Work

Trait = Literal["session", "lifting", "legs", "heavy_legs", "upper", "impact", "work", "hip_thrust", "lift"]


@dataclass(frozen=True)
class Told:
    """How a trait is recognised: a session has it when one of its options has it."""

    of_option: Callable[[Option], bool]
    of_session: Callable[[Session], bool]


TRAITS: Final[dict[Trait, Told]] = {
    "session": Told(lambda _: True, bool),
    "lifting": Told(lambda option: option.style not in ("hold", "prehab"), lambda session: session.lifting),
    "legs": Told(lambda option: option.legs, lambda session: session.legs),
    "heavy_legs": Told(lambda option: option.legs and option.heavy, lambda session: session.heavy_legs),
    "upper": Told(
        lambda option: option.exercise.region == "upper" and option.style in ("moderate", "bodyweight"),
        lambda session: session.upper,
    ),
    "impact": Told(
        lambda option: option.exercise.impact == "high",
        lambda session: any(item.entry.impact == "high" for item in session.main),
    ),
    "work": Told(
        lambda option: option.exercise.kind not in ("mobility", "activation"),
        lambda session: any(item.entry.kind not in ("mobility", "activation") for item in session.main),
    ),
    "hip_thrust": Told(
        lambda option: option.exercise.hip_thrust and not option.heavy,
        lambda session: any(item.entry.hip_thrust and not item.heavy for item in session.main),
    ),
    "lift": Told(
        lambda option: option.exercise.kind == "compound" and option.style != "power",
        lambda session: any(item.entry.kind == "compound" and item.style != "power" for item in session.main),
    ),
}

TRAIT_OF: Final[dict[Work, Trait]] = {
    "any session": "session", "lifting": "lifting", "leg work": "legs", "heavy leg work": "heavy_legs",
}  # fmt: skip
"""The trait of each kind of work that a doctrine may name."""
