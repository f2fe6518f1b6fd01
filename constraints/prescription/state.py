"""The state of an exercise between two dates."""

from __future__ import annotations

from dataclasses import dataclass

from constraints.prescription.progression_numbers import Course
from profiles.plan import Change


@dataclass(frozen=True)
class State:
    week: int
    reps: int | None
    seconds: int | None
    load_kg: float | None
    change: Change
    high: int
    """top of the range it was in"""
    course: Course
    heaviest_kg: float = 0
    """that it has had"""
    alike: int = 1
    """dates with this dose, up to now"""
    in_week: int = 1
    """dates of it in its week"""
    slower: bool = False
    """whether it is at the slower tempo"""
    slow_reps: int = 0
    """at the slower tempo, of what is known; `reps` are those at the usual one"""

    @property
    def amount(self) -> int:
        return self.reps or self.seconds or 1

    def within(self, span: tuple[int, int]) -> bool:
        """Whether its amount belongs to this range, which is the one it was in."""
        return self.high == span[1] and self.amount >= span[0]
