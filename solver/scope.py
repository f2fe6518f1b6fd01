"""The methods a rule posts with. Whether a limit is a wall or a price is set in the rule's data, not in its code."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from solver.rule import Demand

if TYPE_CHECKING:
    from solver.cpsat.model import Amount, Model
    from solver.rule import Rule


@dataclass(frozen=True)
class Charge:
    """One priced limit: `over` is the excess in units, at least 0; `price` is what a unit costs."""

    rule: str
    tier: str
    over: Amount
    price: int
    at: Hashable


@dataclass
class Ledger:
    """Everything that was posted on one model."""

    charges: list[Charge] = field(default_factory=list)

    def cost(self, tier: str) -> list[tuple[Amount, int]]:
        return [(charge.over, charge.price) for charge in self.charges if charge.tier == tier]


@dataclass(frozen=True)
class Scope:
    """What one rule posts to. `times` multiplies a price, for example for a shortfall in every week of a block."""

    rule: Rule[Any, Any]
    model: Model
    ledger: Ledger

    def at_most(self, amount: Amount, limit: int, *, at: Hashable, times: int = 1) -> None:
        """Hold `amount <= limit`, or charge each unit above it."""
        self._limit(amount - limit, at, times)

    def at_least(self, amount: Amount, limit: int, *, at: Hashable, times: int = 1) -> None:
        """Hold `amount >= limit`, or charge each unit below it."""
        self._limit(limit - amount, at, times)

    def _limit(self, over: Amount, at: Hashable, times: int) -> None:
        """Keep `over` at 0 or below, or charge for it. Nothing is posted for an amount that cannot exceed 0."""
        low, high = self.model.range(over)
        if high <= 0:
            return
        if self.rule.tier is None:
            self.model.hold(over, by=Demand(self.rule.id, at))
            return
        amount = over if low >= 0 else self.model.excess(over, high)
        self.ledger.charges.append(Charge(self.rule.id, self.rule.tier, amount, times * self.rule.weight, at))
