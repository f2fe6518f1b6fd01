"""The verbs a rule posts with. Whether a limit is a wall or a price is the rule's data, never its code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExprT

    from solver.engine import Model
    from solver.rule import Rule


@dataclass(frozen=True)
class Charge:
    """One priced limit: `over` is the excess in units, at least 0; `price` is what a unit costs."""

    rule: str
    tier: str
    over: LinearExprT
    price: int
    at: str


@dataclass
class Ledger:
    """Everything that was posted on one model."""

    charges: list[Charge] = field(default_factory=list)

    def cost(self, tier: str) -> list[tuple[LinearExprT, int]]:
        return [(charge.over, charge.price) for charge in self.charges if charge.tier == tier]


@dataclass(frozen=True)
class Scope:
    """Where one rule posts. `times` multiplies a price, as for a shortfall that recurs every week of a block."""

    rule: Rule[Any, Any]
    model: Model
    ledger: Ledger

    def at_most(self, amount: LinearExprT, limit: int, *, at: object, times: int = 1) -> None:
        """Hold `amount <= limit`, or charge each unit above it."""
        literal = limit == 0 and self.model.is_literal(amount)
        self._limit(amount if literal else amount - limit, at, times, counted=literal)

    def at_least(self, amount: LinearExprT, limit: int, *, at: object, times: int = 1) -> None:
        """Hold `amount >= limit`, or charge each unit below it."""
        literal = limit == 1 and self.model.is_literal(amount)
        self._limit(limit - amount, at, times, counted=literal)

    def _limit(self, over: LinearExprT, at: object, times: int, *, counted: bool) -> None:
        """Keep `over` at 0 or below; `counted` says that it is 0 or 1 by itself and needs no variable of its own."""
        if isinstance(over, int) and over <= 0:
            return
        if self.rule.tier is None:
            self.model.hold(over, by=self.rule.id)
            return
        amount = over if counted or isinstance(over, int) else self.model.excess(over)
        self.ledger.charges.append(Charge(self.rule.id, self.rule.tier, amount, times * self.rule.weight, str(at)))
