"""Minimises our tiers, block by block, with a solver of integer programs instead of our own search."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from benchmarks.peers.linear import Program, Sum, flatten, translate
from solver.cpsat.search import Search
from solver.outcome import Infeasible, OutOfTime, Tier

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.cpsat.model import Amount, Model
    from solver.cpsat.search import Cost


@dataclass(frozen=True)
class Found:
    """How one solve ended. `values` are those of the columns, not yet rounded to whole numbers."""

    status: Literal["optimal", "infeasible", "out of time"]
    values: tuple[float, ...] = ()
    """none: no solution was found"""
    bound: float = float("-inf")


Minimise = Callable[[Program, Sum, Mapping[int, int], float], Found]
"""Minimises a sum of columns: the program, the sum, values to try first by column, and seconds of wall time."""


class Inexact(Exception):
    """The rounded solution is not valid: a row is broken, or the value contradicts the solver's own bound."""


class LinearSearch(Search):
    """One program after another, each tier frozen before the next, as our own search does.

    It continues only after proven tiers: if time runs out, `stopped` names the tier.
    """

    def __init__(self, model: Model, start: Mapping[int, int], minimise: Minimise, deadline: float) -> None:
        """`deadline` is in the seconds of time.perf_counter."""
        super().__init__(model, 0, start)
        self._minimise, self._deadline = minimise, deadline
        self._program = Program((), ())
        self._values: list[int] = []
        self.stopped = ""

    def minimise(
        self,
        tiers: Sequence[tuple[str, Cost]],
        on_tier: Callable[[str], None],
        settled: Mapping[str, Sequence[Amount]] = MappingProxyType({}),
        kept: Mapping[str, Sequence[IntVar]] = MappingProxyType({}),
    ) -> tuple[Tier, ...] | Infeasible | OutOfTime:
        """Like our search, but without its first search with kept decisions: each solve starts from the last plan."""
        self._program = translate(self.model)
        found: list[Tier] = []
        for name, cost in tiers:
            on_tier(name)
            self._settle_amounts(settled.get(name, ()))
            objective = flatten(self.model.total([over for over, _ in cost], [price for _, price in cost]))
            match self._optimum(name, objective):
                case int(value):
                    found.append(Tier(name, value, value))
                    self._program = self._program.holding(objective, None, value)
                case unsolved:
                    return unsolved
        return tuple(found)

    def value(self, amount: Amount) -> int:
        return flatten(amount).at(self._values)

    def _settle_amounts(self, decisions: Iterable[Amount]) -> None:
        if self._values:
            self._program = self._program.fixing(map(flatten, decisions), self._values)

    def _optimum(self, name: str, objective: Sum) -> int | Infeasible | OutOfTime:
        least, _ = objective.range(self._program.columns)
        if self._values and objective.at(self._values) == least:
            return least
        left = self._deadline - time.perf_counter()
        start = dict(enumerate(self._values)) if self._values else self.start
        found = self._minimise(self._program, objective, start, left) if left > 0 else Found("out of time")
        if found.status == "infeasible":
            return Infeasible()
        if found.values:
            self._values = [round(value) for value in found.values]
            if broken := self._program.broken(self._values):
                raise Inexact(f"tier {name}: rounded to whole numbers, the solution breaks {broken} limits")
        if found.status == "out of time":
            best = f"{objective.at(self._values)} found" if found.values else "nothing found"
            self.stopped = f"{best}, at least {max(least, found.bound):g} proven"
            return OutOfTime(name)
        value = objective.at(self._values)
        if value - found.bound > 1 - 1e-6:
            raise Inexact(f"tier {name}: {value} is called optimal, but the bound is {found.bound:g}")
        return value
