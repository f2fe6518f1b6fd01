"""Tiers, search, proof, read-back. The one module that loads OR-Tools, inside the function that needs it."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from solver.outcome import Conflict, OutOfTime, Tier

if TYPE_CHECKING:
    from ortools.sat.python import cp_model
    from ortools.sat.python.cp_model import IntVar, LinearExpr

    Amount = int | LinearExpr
    """A quantity that depends on decisions, or one that already is a number."""
    Truth = int | IntVar
    """A yes or no that depends on decisions, or one that is already settled: 0 or 1."""

LIGHT = 0.2
"""Deterministic time of the light search, about a third of a second."""

FOLDED = 64
"""Two neighbouring tiers are minimised in one solve when the later one's cost spans less than this: coefficients
stay small on purpose (google/or-tools #5293)."""

Cost = Sequence[tuple["Amount", int]]
Terms = tuple[tuple[int, int], ...]


def _cp_model() -> ModuleType:
    """CP-SAT, loaded only where something is solved, and without pandas, which is half of its start-up.

    OR-Tools needs pandas only for whole tables of variables. Should a release need more, it gets the real one.
    """
    if not {"pandas", "ortools.sat.python.cp_model"} & sys.modules.keys():
        stand_in = sys.modules["pandas"] = _LatePandas("pandas")
        try:
            from ortools.sat.python import cp_model
        except (ImportError, AttributeError, TypeError):
            pass
        else:
            stand_in.needed = True
        finally:
            del sys.modules["pandas"]
    from ortools.sat.python import cp_model

    return cp_model


class _LatePandas(ModuleType):
    """Stands for pandas while OR-Tools is loaded and only names its classes; afterwards it hands out the real ones."""

    needed = False

    def __getattr__(self, name: str) -> Any:
        if not self.needed:
            return type(name, (), {})
        import pandas as pd  # type: ignore[import-untyped,unused-ignore]

        return getattr(pd, name)


class Model:
    """A CP-SAT model with the few words that rules and decisions need."""

    def __init__(self, *, named_walls: bool = False) -> None:
        """`named_walls` hangs every wall on its rule's literal, so that a conflict can be traced to rules."""
        self._cp = _cp_model()
        self.cp: cp_model.CpModel = self._cp.CpModel()
        self.walls: dict[str, IntVar] = {}
        self._named_walls = named_walls
        self._domains: list[tuple[int, int]] = []
        self._excesses: list[tuple[int, Terms, int]] = []

    def boolean(self, name: str) -> IntVar:
        return self.integer(0, 1, name)

    def integer(self, low: int, high: int, name: str) -> IntVar:
        self._domains.append((low, high))
        return self.cp.new_bool_var(name) if (low, high) == (0, 1) else self.cp.new_int_var(low, high, name)

    def total(self, terms: Iterable[Amount], factors: Iterable[int] | None = None) -> Amount:
        """The sum of the terms, each times its factor if given; constants fold."""
        pairs = [(term, 1) for term in terms] if factors is None else list(zip(terms, factors, strict=True))
        constant = sum(term * factor for term, factor in pairs if isinstance(term, int))
        varying = [(term, factor) for term, factor in pairs if not isinstance(term, int)]
        if not varying:
            return constant
        if len(varying) == 1 and varying[0][1] == 1 and not constant:
            return varying[0][0]
        whole: LinearExpr = self._cp.LinearExpr.weighted_sum(*zip(*varying, strict=True)) + constant
        return whole

    def both(self, a: Truth, b: Truth, name: str) -> Truth:
        """A literal that is true exactly when `a` and `b` are; constants fold."""
        if isinstance(a, int):
            return b if a else 0
        if isinstance(b, int):
            return a if b else 0
        both = self.boolean(name)
        self.cp.add_implication(both, a)
        self.cp.add_implication(both, b)
        self.cp.add_bool_or([both, ~a, ~b])
        return both

    def any(self, literals: Sequence[Truth], name: str) -> Truth:
        """A literal that is true exactly when one of them is; constants fold."""
        if any(isinstance(literal, int) and literal for literal in literals):
            return 1
        free = [literal for literal in literals if not isinstance(literal, int)]
        if len(free) <= 1:
            return free[0] if free else 0
        found = self.boolean(name)
        self.cp.add_bool_or([*free, ~found])
        for literal in free:
            self.cp.add_implication(literal, found)
        return found

    def range(self, amount: Amount) -> tuple[int, int]:
        """The least and the most an amount can come to, by the domains of its variables alone."""
        terms, low = self._terms(amount)
        high = low
        for index, factor in terms:
            least, most = self._domains[index]
            low += min(factor * least, factor * most)
            high += max(factor * least, factor * most)
        return low, high

    def excess(self, over: Amount, most: int) -> IntVar:
        """A variable that is at least `over` and at least 0; minimising it makes it the larger of the two."""
        amount = self.integer(0, most, "")
        self.cp.add(amount >= over)
        self._excesses.append((amount.index, *self._terms(over)))
        return amount

    def worth(self, amount: Amount, values: Sequence[int]) -> int:
        """What an amount comes to when the variables have these values."""
        terms, constant = self._terms(amount)
        return constant + sum(factor * values[index] for index, factor in terms)

    def tightened(self, values: Sequence[int]) -> list[int]:
        """The same solution with each excess no larger than it must be: one that is not optimal may waste some."""
        tight = list(values)
        for index, terms, constant in self._excesses:
            tight[index] = max(0, constant + sum(factor * tight[other] for other, factor in terms))
        return tight

    def _terms(self, amount: Amount) -> tuple[Terms, int]:
        """The variables of an amount by their index, each with its factor, and the constant."""
        if isinstance(amount, int):
            return (), amount
        flat = self._cp.FlatIntExpr(amount)
        return tuple(zip([one.index for one in flat.vars], flat.coeffs, strict=True)), flat.offset

    def hold(self, over: Amount, *, by: str) -> None:
        """Make `over <= 0` a wall, in the name of the rule `by`."""
        if isinstance(over, int) and over <= 0:
            return
        wall = self.cp.add_bool_or([]) if isinstance(over, int) else self.cp.add(over <= 0)
        if self._named_walls:
            if by not in self.walls:
                self.walls[by] = self.boolean(by)
            wall.only_enforce_if(self.walls[by])


@dataclass
class Search:
    """One solve after another on one model: each tier starts from the plan of the tier before.

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
    ) -> tuple[Tier, ...] | Conflict | OutOfTime:
        """Minimise the tiers in their order, each frozen before the next. Prices are never below 0.

        `settled` names, by tier, decisions that keep the values they have when the tier begins: what the tier then
        proves is proven given them. `kept` names decisions that it tries to keep first, and then gives free: how good
        a plan can be that keeps them is soon found, and the whole search begins there.
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
        # A later solve may better an earlier tier that was not proven.
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
    ) -> tuple[Tier, ...] | Conflict | OutOfTime:
        """One solve for one tier, or for two whose second is worth less than a unit of the first."""
        factor = 1 + self._span(tiers[-1][1]) if len(tiers) > 1 else 1
        objective = self.model.total([cost for _, cost in tiers], (factor, 1)[: len(tiers)])
        status = self._solve(objective, kept)
        if status == "INFEASIBLE":
            return Conflict(())
        if self._best is None:
            return OutOfTime(tiers[0][0])
        rest = self.model.range(tiers[1][1])[1] if len(tiers) > 1 else 0
        bounds = ((self._bound - rest) / factor, 0)
        return tuple(self._settled(*tier, status, floor) for tier, floor in zip(tiers, bounds, strict=False))

    def _settled(self, name: str, objective: Amount, status: str, bound: float) -> Tier:
        value = self.value(objective)
        low, _ = self.model.range(objective)
        if not isinstance(objective, int):
            self.model.cp.add(objective <= value)
        return Tier(name, value, value if status == "OPTIMAL" else max(low, math.ceil(bound - 1e-6)))

    def _solve(self, objective: Amount, kept: Sequence[IntVar]) -> str:
        """Most tiers fall to a light search; the few that do not get a thorough one, from where the light one ended."""
        self.model.cp.clear_objective()  # type: ignore[no-untyped-call]
        self._bound, _ = self.model.range(objective)
        if not isinstance(objective, int):
            self.model.cp.minimize(objective)
        status = "UNKNOWN"
        for solver, hints in self._searches(kept):
            if self._best is not None and self.value(objective) <= self._bound:
                return "OPTIMAL"
            self._hint(hints)
            status = str(solver.status_name(solver.solve(self.model.cp)))
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
        """Solvers with their hints, each for when the one before has not ended it."""
        if nearby := self.start if self._best is None else {one.index: self._best[one.index] for one in kept}:
            solver = _light(min(LIGHT, self.limit))
            solver.parameters.fix_variables_to_their_hinted_value = True
            yield solver, nearby
        for solver in (_light(min(LIGHT, self.limit)), _thorough(self.limit)):
            yield solver, self.start if self._best is None else dict(enumerate(self._best))

    def value(self, amount: Amount) -> int:
        """What an amount comes to in the best plan so far."""
        return self.model.worth(amount, self._best or ())

    def _hint(self, hints: Mapping[int, int]) -> None:
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        hint = self.model.cp.proto.solution_hint
        hint.vars.extend(list(hints))
        hint.values.extend(list(hints.values()))  # noqa: PD011  # no table


def feasible(model: Model, walls: Iterable[str], *, presolve: bool = True) -> bool:
    """Whether these of a model's named walls can be kept together."""
    return _assume(model, walls, presolve=presolve)[0]


def guilty(model: Model, walls: Iterable[str]) -> frozenset[str] | None:
    """Walls that CP-SAT blames for infeasibility, a sufficient set but no minimal one; None where all can be kept."""
    kept, blamed = _assume(model, walls, presolve=True)
    return None if kept else blamed


def _assume(model: Model, walls: Iterable[str], *, presolve: bool) -> tuple[bool, frozenset[str]]:
    model.cp.clear_assumptions()
    model.cp.add_assumptions([model.walls[name] for name in walls])
    solver = _light(limit=1e6)
    solver.parameters.cp_model_presolve = presolve
    status = solver.status_name(solver.solve(model.cp))
    if status not in ("OPTIMAL", "FEASIBLE", "INFEASIBLE"):
        raise RuntimeError(f"a feasibility check ended as {status}")
    blamed = set(solver.sufficient_assumptions_for_infeasibility()) if status == "INFEASIBLE" else set()
    return status != "INFEASIBLE", frozenset(name for name, wall in model.walls.items() if wall.index in blamed)


def _solver(limit: float) -> Any:
    """One worker and a fixed seed: the same plan on every machine.

    The other parameters were measured on the shipped profiles. Full linearisation proves where the default does not
    end, because shortfalls are sums. One pass of presolve finds what three do.
    """
    solver = _cp_model().CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.linearization_level = 2
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.max_deterministic_time = limit
    return solver


def _light(limit: float) -> Any:
    """Without cuts, probing and symmetry detection; it finds a first plan soonest and proves most tiers."""
    solver = _solver(limit)
    solver.parameters.cut_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    return solver


def _thorough(limit: float) -> Any:
    """With all of them, for the tiers on which the light search does not end."""
    solver = _solver(limit)
    solver.parameters.cut_level = 1
    solver.parameters.cp_model_probing_level = 2
    solver.parameters.symmetry_level = 2
    return solver
