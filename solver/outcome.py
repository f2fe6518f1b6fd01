"""How a solve can end. Infeasible is an answer, and running out of time is another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tier:
    """One objective, solved in its turn: what it cost, the proven floor, and whether the two meet."""

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
    """No answer keeps every wall of the model."""


@dataclass(frozen=True)
class OutOfTime:
    """Within the limit no answer was found, and none was ruled out either."""

    tier: str


class Disagreement(Exception):
    """The solver and the audit judge one plan differently: a bug in one of them, never a plan."""
