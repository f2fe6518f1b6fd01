"""Minimises tiers one after the other on one model, and reports the proven bound of each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from solver.cpsat.interruptible import status_of
from solver.cpsat.model import Model
from solver.cpsat.parameters import light, thorough
from solver.outcome import Infeasible, OutOfTime, Tier

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.cpsat.model import Amount

NEARBY = 0.2
"""Deterministic time of the search near known values, about a quarter of a second."""
LIGHT = 4.0
"""Deterministic time of the light search, about five seconds; it proves all tiers of the shipped profiles."""

FOLDED = 64
"""Two neighbouring tiers are minimised in one solve when the later one's cost spans less than this: coefficients
stay small on purpose (google/or-tools #5293)."""

Cost = Sequence[tuple["Amount", int]]


@dataclass
class Search:
    """A sequence of solves on one model; each tier starts from the plan of the previous tier.

    `limit` is in CP-SAT's deterministic time, so that a plan does not depend on how busy the machine is.
    """

    model: Model
    limit: float
    start: Mapping[int, int] = field(default_factory=dict)
    """values to try first, by the index of a variable"""
    _best: list[int] | None = field(default=None, init=False)
    _bound: float = field(default=0, init=False)
    """the proven floor of the objective of the last solve"""

    def minimise(
        self,
        tiers: Sequence[tuple[str, Cost]],
        on_tier: Callable[[str], None],
        settled: Mapping[str, Sequence[Amount]] = MappingProxyType({}),
        kept: Mapping[str, Sequence[IntVar]] = MappingProxyType({}),
    ) -> tuple[Tier, ...] | Infeasible | OutOfTime:
        """Minimise the tiers in order; each is frozen before the next begins. Prices must not be negative.

        `settled` names, by tier, decisions that are fixed at the values they have when the tier begins; the proof of
        the tier holds only for these values. `kept` names decisions that are fixed in a first, short search and are
        free in the full search, which starts from the result of the first.
        """
        found: list[Tier] = []
        objectives = [(name, self._objective(cost)) for name, cost in tiers]
        waiting = objectives
        while waiting:
            folded = len(waiting) > 1 and self._best is None and self._span(waiting[1][1]) < FOLDED
            folded = folded and waiting[1][0] not in settled
            now, waiting = waiting[: 1 + folded], waiting[1 + folded :]
            for name, _ in now:
                on_tier(name)
                self._settle(settled.get(name, ()))
            match self._lexicographic(now, kept.get(now[0][0], ())):
                case tuple() as solved:
                    found += solved
                case unsolved:
                    return unsolved
        # A later solve may improve an earlier tier that was not proven.
        return tuple(replace(tier, value=self.value(cost)) for tier, (_, cost) in zip(found, objectives, strict=True))

    def _settle(self, decisions: Sequence[Amount]) -> None:
        for decision in decisions if self._best is not None else ():
            self.model.cp.add(decision == self.value(decision))

    def _objective(self, cost: Cost) -> Amount:
        return self.model.total([over for over, _ in cost], [price for _, price in cost])

    def _span(self, objective: Amount) -> int:
        low, high = self.model.range(objective)
        return high - low

    def _lexicographic(
        self, tiers: Sequence[tuple[str, Amount]], kept: Sequence[IntVar]
    ) -> tuple[Tier, ...] | Infeasible | OutOfTime:
        """Solve one tier, or two of which the whole second costs less than one unit of the first."""
        factor = 1 + self._span(tiers[-1][1]) if len(tiers) > 1 else 1
        objective = self.model.total([cost for _, cost in tiers], (factor, 1)[: len(tiers)])
        status = self._solve(objective, kept)
        if status == "INFEASIBLE":
            return Infeasible()
        if self._best is None:
            return OutOfTime(tiers[0][0])
        rest = self.model.range(tiers[1][1])[1] if len(tiers) > 1 else 0
        bounds = ((self._bound - rest) / factor, 0)
        return tuple(self._settled(*tier, status, floor) for tier, floor in zip(tiers, bounds, strict=False))

    def _settled(self, name: str, objective: Amount, status: str, bound: float) -> Tier:
        value = self.value(objective)
        low, _ = self.model.range(objective)
        if not isinstance(objective, int):
            self.model.cp.add(objective == value if status == "OPTIMAL" else objective <= value)
        return Tier(name, value, value if status == "OPTIMAL" else max(low, math.ceil(bound - 1e-6)))

    def _solve(self, objective: Amount, kept: Sequence[IntVar]) -> str:
        """Run a light search, which proves nearly all tiers; if it does not, run a thorough one from its result."""
        self.model.cp.clear_objective()  # type: ignore[no-untyped-call]
        self._bound, _ = self.model.range(objective)
        if not isinstance(objective, int):
            self.model.cp.minimize(objective)
        status = "UNKNOWN"
        for solver, hints in self._searches(kept):
            if self._best is not None and self.value(objective) <= self._bound:
                return "OPTIMAL"
            self._hint(hints)
            status = status_of(solver, self.model.cp)
            if status == "MODEL_INVALID":
                raise ValueError(self.model.cp.validate())
            nearby = solver.parameters.fix_variables_to_their_hinted_value  # which proves nothing about other plans
            if status in ("OPTIMAL", "FEASIBLE"):
                self._better(objective, self.model.tightened(solver.response_proto.solution))
                self._bound = self._bound if nearby else max(self._bound, solver.best_objective_bound)
            if status in ("OPTIMAL", "INFEASIBLE") and not nearby:
                break
        return status

    def _better(self, objective: Amount, found: list[int]) -> None:
        if self._best is None or self.model.worth(objective, found) <= self.value(objective):
            self._best = found

    def _searches(self, kept: Sequence[IntVar]) -> Iterator[tuple[Any, Mapping[int, int]]]:
        """Solvers with their hints; each is used only if the one before has proven nothing."""
        if nearby := self.start if self._best is None else {one.index: self._best[one.index] for one in kept}:
            solver = light(min(NEARBY, self.limit))
            solver.parameters.fix_variables_to_their_hinted_value = True
            yield solver, nearby
        for solver in (light(min(LIGHT, self.limit)), thorough(self.limit)):
            yield solver, self.start if self._best is None else dict(enumerate(self._best))

    def value(self, amount: Amount) -> int:
        """The value of an amount in the best plan so far."""
        return self.model.worth(amount, self._best or ())

    def _hint(self, hints: Mapping[int, int]) -> None:
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        hint = self.model.cp.proto.solution_hint
        hint.vars.extend(list(hints))
        hint.values.extend(list(hints.values()))  # no table
