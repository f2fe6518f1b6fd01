"""A CP-SAT model with the few operations that rules and decisions need."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from solver.cpsat import loading

if TYPE_CHECKING:
    from ortools.sat.python import cp_model
    from ortools.sat.python.cp_model import IntVar, LinearExpr

    Amount = int | LinearExpr
    """A quantity that depends on decisions, or a constant."""
    Truth = int | IntVar
    """A truth value that depends on decisions, or a constant: 0 or 1."""

Terms = tuple[tuple[int, int], ...]


class Model:
    """A CP-SAT model with the few operations that rules and decisions need."""

    def __init__(self, *, named_walls: bool = False) -> None:
        """With `named_walls` each wall is enforced by a literal of its demand, so that conflicts name demands."""
        self._cp = loading.cp_model()
        self.cp: cp_model.CpModel = self._cp.CpModel()
        self.walls: dict[Hashable, IntVar] = {}
        self._named_walls = named_walls
        self._domains: dict[int, tuple[int, int]] = {}  # by index: CP-SAT adds variables of its own for constants
        self._excesses: list[tuple[int, Terms, int]] = []

    def boolean(self, name: str) -> IntVar:
        return self.integer(0, 1, name)

    def integer(self, low: int, high: int, name: str) -> IntVar:
        made = self.cp.new_bool_var(name) if (low, high) == (0, 1) else self.cp.new_int_var(low, high, name)
        self._domains[made.index] = low, high
        return made

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

    def no(self, literal: Truth) -> Truth:
        """The literal that is true exactly when another is not."""
        return 1 - literal if isinstance(literal, int) else cast("IntVar", ~literal)  # a negation is used like it

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

    def reaches(self, amount: Amount, least: int, name: str) -> Truth:
        """A literal that is true exactly when an amount is `least` or more; it folds where the domains settle it."""
        low, high = self.range(amount)
        if low >= least or high < least:
            return int(low >= least)
        reached = self.boolean(name)
        self.cp.add(amount >= low + (least - low) * reached)
        self.cp.add(amount <= least - 1 + (high - least + 1) * reached)
        return reached

    def range(self, amount: Amount) -> tuple[int, int]:
        """The lower and upper bound of an amount, from the domains of its variables only."""
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
        """The value of an amount for these values of the variables."""
        terms, constant = self._terms(amount)
        return constant + sum(factor * values[index] for index, factor in terms)

    def tightened(self, values: Sequence[int]) -> list[int]:
        """The same solution with each excess at its minimum; in a solution that is not optimal it may be larger."""
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

    def hold(self, over: Amount, *, by: Hashable, where: Truth = 1) -> None:
        """Add the wall `over <= 0` for the demand `by`, where a literal is true."""
        if (isinstance(over, int) and over <= 0) or (isinstance(where, int) and not where):
            return
        wall = self.cp.add_bool_or([]) if isinstance(over, int) else self.cp.add(over <= 0)
        literals = [] if isinstance(where, int) else [where]
        if self._named_walls:
            if by not in self.walls:
                self.walls[by] = self.boolean(str(by))
            literals.append(self.walls[by])
        if literals:
            wall.only_enforce_if(literals)
