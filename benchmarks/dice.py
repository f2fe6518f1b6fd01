"""Chance that falls the same way everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws by `Random.random` alone: of all that `random` offers, only that sequence is promised to stay as it is."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  # no secret hangs on it

    def chance(self, percent: int) -> bool:
        return 100 * self._random.random() < percent

    def between(self, low: int, high: int, step: int = 1) -> int:
        """A multiple of the step above `low`, both ends included."""
        return low + step * int(self._random.random() * ((high - low) // step + 1))

    def one(self, of: Sequence[T]) -> T:
        return of[self.between(0, len(of) - 1)]

    def some(self, of: Sequence[T], count: int) -> list[T]:
        """So many different ones, or all if there are fewer, in the order they have there."""
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
