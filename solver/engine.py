"""Tiers, search, proof, read-back. The one module that loads OR-Tools, inside the function that needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from solver.outcome import Conflict, OutOfTime, Tier

if TYPE_CHECKING:
    from types import ModuleType

    from ortools.sat.python import cp_model
    from ortools.sat.python.cp_model import IntVar, LinearExprT

MOST = 10_000
"""No quantity of ours comes near it; coefficients and bounds stay small on purpose (google/or-tools #5293)."""


def _cp_model() -> ModuleType:
    from ortools.sat.python import cp_model  # 0.75 s: paid only where something is solved

    return cp_model


class Model:
    """A CP-SAT model with the few words that rules and decisions need."""

    def __init__(self, *, named_walls: bool = False) -> None:
        """`named_walls` hangs every wall on its rule's literal, so that a conflict can be traced to rules."""
        self._cp = _cp_model()
        self.cp: cp_model.CpModel = self._cp.CpModel()
        self.walls: dict[str, IntVar] = {}
        self._named_walls = named_walls

    def boolean(self, name: str) -> IntVar:
        return self.cp.new_bool_var(name)

    def integer(self, low: int, high: int, name: str) -> IntVar:
        return self.cp.new_int_var(low, high, name)

    def total(self, terms: Iterable[LinearExprT], factors: Sequence[int] | None = None) -> LinearExprT:
        """The sum of the terms, each times its factor if given."""
        terms = list(terms)
        if not terms:
            return 0
        if factors is None:
            return terms[0] if len(terms) == 1 else self._cp.LinearExpr.sum(terms)
        return self._cp.LinearExpr.weighted_sum(terms, factors)

    def both(self, a: LinearExprT, b: LinearExprT, name: str) -> LinearExprT:
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

    def any(self, literals: Sequence[LinearExprT], name: str) -> LinearExprT:
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

    def excess(self, over: LinearExprT) -> IntVar:
        """A variable that is at least `over` and at least 0; minimising it makes it the larger of the two."""
        amount = self.cp.new_int_var(0, MOST, "")
        self.cp.add(amount >= over)
        return amount

    def hold(self, over: LinearExprT, *, by: str) -> None:
        """Make `over <= 0` a wall, in the name of the rule `by`."""
        wall = self.cp.add(over <= 0) if not isinstance(over, int) else self.cp.add_bool_or([])
        if self._named_walls:
            if by not in self.walls:
                self.walls[by] = self.boolean(by)
            wall.only_enforce_if(self.walls[by])

    def is_literal(self, amount: LinearExprT) -> bool:
        return isinstance(amount, self._cp.IntVar) and amount.is_boolean


@dataclass
class Search:
    """One solve after another on one model: each tier starts from the plan of the tier before."""

    model: Model
    limit: float = 60.0
    on_tier: Callable[[str], None] = lambda tier: None
    _solver: Any = field(default=None, init=False)
    _best: list[int] | None = field(default=None, init=False)

    def minimise(self, tier: str, cost: Sequence[tuple[LinearExprT, int]]) -> Tier | Conflict | OutOfTime:
        """Minimise one tier's cost, then freeze it for the tiers to come."""
        self.on_tier(tier)
        fixed = sum(over * price for over, price in cost if isinstance(over, int))
        open_cost = [(over, price) for over, price in cost if not isinstance(over, int)]
        objective = self.model.total([over for over, _ in open_cost], [price for _, price in open_cost])
        if self._best is not None and (isinstance(objective, int) or self.value(objective) == 0):
            self._freeze(objective, 0)
            return Tier(tier, fixed, fixed)
        if not isinstance(objective, int):
            self.model.cp.minimize(objective)
        self._hint()
        status = self._solve()
        match status:
            case "OPTIMAL" | "FEASIBLE":
                self._best = list(self._solver.response_proto.solution)
            case "INFEASIBLE":
                return Conflict(())
            case _:
                return OutOfTime(tier)
        value = round(self._solver.objective_value) if not isinstance(objective, int) else 0
        bound = value if status == "OPTIMAL" else max(0, -int(-self._solver.best_objective_bound // 1))
        self._freeze(objective, value)
        return Tier(tier, fixed + value, fixed + bound)

    def value(self, amount: LinearExprT) -> int:
        """What an amount comes to in the best plan so far."""
        return amount if isinstance(amount, int) else int(self._solver.value(amount))

    def _solve(self) -> str:
        cp = _cp_model()
        solver = cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = self.limit
        status = str(solver.status_name(solver.solve(self.model.cp)))
        if status in ("OPTIMAL", "FEASIBLE") or self._solver is None:
            self._solver = solver
        if status == "MODEL_INVALID":
            raise ValueError(self.model.cp.validate())
        return status

    def _freeze(self, objective: LinearExprT, value: int) -> None:
        self.model.cp.clear_objective()
        if not isinstance(objective, int):
            self.model.cp.add(objective <= value)

    def _hint(self) -> None:
        if self._best is None:
            return
        self.model.cp.clear_hints()
        hint = self.model.cp.proto.solution_hint
        hint.vars.extend(range(len(self._best)))
        hint.values.extend(self._best)
