"""The methods a rule posts with. Whether a limit is a wall or a price is set in the rule's data, not in its code."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from solver.rule import Demand

if TYPE_CHECKING:
    from solver.cpsat.model import Amount, Model, Truth
    from solver.rule import Rule


@dataclass(frozen=True)
class Recurring:
    """An amount in each of several periods, where a period may hold all parts of it or only some.

    Each period is in exactly one case. A case that lacks parts has no more than one that has them.
    """

    periods: tuple[Any, ...]
    cases: tuple[tuple[Amount, tuple[Truth, ...]], ...]
    """the amount of a case, and for each period whether it is in the case; first the case that lacks nothing"""


@dataclass(frozen=True)
class Charge:
    """One priced limit: `over` is the excess in units, at least 0; `price` is what a unit costs."""

    rule: str
    tier: str
    over: Amount
    price: int
    at: Hashable
    periods: tuple[Truth, ...] | None = None
    """if given, it is paid once for each of them that is true"""

    def paid(self, value: Callable[[Amount], int]) -> int:
        times = 1 if self.periods is None else sum(map(value, self.periods))
        return self.price * value(self.over) * times


@dataclass
class Ledger:
    """Everything that was posted on one model."""

    charges: list[Charge] = field(default_factory=list)

    def cost(self, tier: str, model: Model) -> list[tuple[Amount, int]]:
        """What a tier costs, as amounts with their prices.

        What is paid in the same periods is summed before it is multiplied with them, so that a model has one product
        for each period and case, whatever the number of rules.
        """
        charges = [charge for charge in self.charges if charge.tier == tier]
        always = [(charge.over, charge.price) for charge in charges if charge.periods is None]
        groups = {id(charge.periods): charge.periods for charge in charges if charge.periods is not None}
        for key, periods in groups.items():
            group = [charge for charge in charges if id(charge.periods) == key]
            each = model.total([charge.over for charge in group], [charge.price for charge in group])
            _, most = model.range(each)
            for period in periods:
                over = each - most + model.total([period], [most])
                always.append((model.excess(over, most), 1))
        return always


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

    def at_least_each(self, amount: Recurring, limit: int, *, at: Callable[[Any], Hashable]) -> None:
        """Hold `amount >= limit` in each period, or charge each unit below it; `at` gives the place of a period."""
        shortfalls = [(limit - held, periods) for held, periods in amount.cases]
        if self.rule.tier is None:
            for over, periods in shortfalls:
                for period, where in zip(amount.periods, periods, strict=True):
                    self.model.hold(over, by=Demand(self.rule.id, at(period)), where=where)
            return
        # What the best case lacks is paid in every period: as strong in the linear relaxation as without cases.
        places = tuple(map(at, amount.periods))
        least = self._excess(shortfalls[0][0])
        self._charge(least, places, len(places))
        for over, periods in shortfalls[1:]:
            self._charge(self._excess(over) - least, places, 1, periods)

    def _limit(self, over: Amount, at: Hashable, times: int) -> None:
        """Keep `over` at 0 or below, or charge for it. Nothing is posted for an amount that cannot exceed 0."""
        _, high = self.model.range(over)
        if high <= 0:
            return
        if self.rule.tier is None:
            self.model.hold(over, by=Demand(self.rule.id, at))
        else:
            self._charge(self._excess(over), at, times)

    def _excess(self, over: Amount) -> Amount:
        low, high = self.model.range(over)
        return over if low >= 0 else self.model.excess(over, high) if high > 0 else 0

    def _charge(self, over: Amount, at: Hashable, times: int, periods: tuple[Truth, ...] | None = None) -> None:
        rule = self.rule
        if rule.tier is not None and times and not (isinstance(over, int) and over == 0):
            self.ledger.charges.append(Charge(rule.id, rule.tier, over, times * rule.weight, at, periods))
