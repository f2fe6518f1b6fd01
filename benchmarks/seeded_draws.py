"""Random draws that are the same on every machine and in every Python version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class SeededDraws:
    """Draws made from `Random.random` only: Python promises to keep that sequence, but not those of other methods."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  # no secret depends on it

    def chance(self, percent: int) -> bool:
        return 100 * self._random.random() < percent

    def between(self, low: int, high: int, step: int = 1) -> int:
        """A multiple of the step above `low`, both ends included."""
        return low + step * int(self._random.random() * ((high - low) // step + 1))

    def one(self, of: Sequence[T]) -> T:
        return of[self.between(0, len(of) - 1)]

    def some(self, of: Sequence[T], count: int) -> list[T]:
        """`count` different elements, or all if there are fewer, in their original order."""
        left = list(range(len(of)))
        drawn = [left.pop(self.between(0, len(left) - 1)) for _ in range(min(count, len(of)))]
        return [of[index] for index in sorted(drawn)]

    def by_weight(self, weights: Mapping[T, int]) -> T:
        at = self.between(1, sum(weights.values()))
        for one, weight in weights.items():
            at -= weight
            if at <= 0:
                return one
        raise ValueError("nothing to draw from")
