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
"""Tier 0 (EQP-01): a floor is enough, so nobody has to list it. Walls, towels and stairs' rails need no word at all."""

HEAVIEST_KG: Final = 400.0
"""No implement is taken to be heavier."""
