"""What a place may hold: the equipment vocabulary, and how a profile writes an item."""

from __future__ import annotations

from typing import Final, Literal, get_args

Equipment = Literal[
    "ab wheel",
    "bands anchor",
    "barbell",
    "bench",
    "bike",
    "box",
    "cable",
    "dumbbells",
    "filled bottles",
    "foam roller",
    "foot anchor",
    "kettlebell",
    "lacrosse ball",
    "long band",
    "loop band",
    "low bar",
    "machines",
    "mat",
    "medicine ball",
    "plate",
    "pull-up bar",
    "rack",
    "stability ball",
    "step",
    "trap bar",
    "unstable pad",
    "weight vest",
]

EQUIPMENT: Final[tuple[Equipment, ...]] = get_args(Equipment)

FLOOR: Final[frozenset[Equipment]] = frozenset({"mat"})
"""Tier 0 (EQP-01): always available, so it need not be listed. Walls, towels and stair rails have no word."""

HEAVIEST_KG: Final = 400.0
"""The largest mass that is allowed for an implement."""
