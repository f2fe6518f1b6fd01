"""The outcomes of a solve: solved, infeasible, or out of time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tier:
    """The result for one objective: its cost, the proven lower bound, and whether the two are equal."""

    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.value == self.bound

    def __add__(self, other: Tier) -> Tier:
        """The same tier over two parts of one problem that were solved one after the other."""
        return Tier(self.name, self.value + other.value, self.bound + other.bound)


@dataclass(frozen=True)
class Infeasible:
    """No solution keeps every wall of the model."""


@dataclass(frozen=True)
class OutOfTime:
    """Within the limit no solution was found, and infeasibility was not proven."""

    tier: str


class Disagreement(Exception):
    """The solver and the audit judge a plan differently. One of them has a bug, so the plan is not returned."""
