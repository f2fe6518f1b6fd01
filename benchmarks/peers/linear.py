"""Translates a CP-SAT model to an integer linear program of rows and columns.

Each constraint becomes the tightest rows that its literals and domains allow. Model and program have the same
solutions, with the same columns. Kinds of constraints that our models do not use raise ValueError.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from solver.cpsat.model import Amount, Model

ENDLESS = 2**62
"""Numbers of at least this size mean no limit in CP-SAT."""


@dataclass(frozen=True)
class Sum:
    """A constant, and columns each times its factor."""

    terms: tuple[tuple[int, int], ...]
    constant: int = 0

    def at(self, values: Sequence[int]) -> int:
        return self.constant + sum(factor * values[column] for column, factor in self.terms)

    def range(self, columns: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """Lower and upper bound, from the limits of its columns only."""
        ends = [(factor * columns[column][0], factor * columns[column][1]) for column, factor in self.terms]
        return self.constant + sum(map(min, ends)), self.constant + sum(map(max, ends))

    def plus(self, other: Sum, times: int) -> Sum:
        factors = Counter(dict(self.terms))
        for column, factor in other.terms:
            factors[column] += times * factor
        return _sum(factors, self.constant + times * other.constant)


@dataclass(frozen=True)
class Row:
    """A sum of columns within limits; none: no limit on that side."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None

    def holds(self, values: Sequence[int]) -> bool:
        total = Sum(self.terms).at(values)
        return (self.low is None or self.low <= total) and (self.high is None or total <= self.high)


@dataclass(frozen=True)
class Program:
    """Columns of whole numbers within limits, and rows."""

    columns: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]

    def holding(self, amount: Sum, low: int | None, high: int | None) -> Program:
        """The same program with limits on an amount."""
        return replace(self, rows=(*self.rows, _row(amount, low, high)))

    def fixing(self, amounts: Iterable[Sum], values: Sequence[int]) -> Program:
        """The same program with amounts fixed at values; a single column is fixed by its own limits."""
        program, columns = self, list(self.columns)
        for amount in amounts:
            match amount.terms:
                case ((column, 1),):
                    columns[column] = (values[column], values[column])
                case _:
                    program = program.holding(amount, amount.at(values), amount.at(values))
        return replace(program, columns=tuple(columns))

    def broken(self, values: Sequence[int]) -> int:
        """The number of limits of rows and columns that these values break, in exact arithmetic."""
        outside = sum(not low <= value <= high for (low, high), value in zip(self.columns, values, strict=True))
        return outside + sum(not row.holds(values) for row in self.rows)


def flatten(amount: Amount) -> Sum:
    if isinstance(amount, int):
        return Sum((), amount)
    flat = cp_model.FlatIntExpr(amount)
    pairs = zip(flat.vars, flat.coeffs, strict=True)
    return _sum(Counter({variable.index: int(factor) for variable, factor in pairs}), int(flat.offset))


def translate(model: Model) -> Program:
    """Translate a model. Raises ValueError for constraints that are not linear, and for domains with gaps."""
    proto = model.cp.proto
    columns = tuple(_interval(variable.domain) for variable in proto.variables)
    rows = (row for constraint in proto.constraints for row in _rows(constraint, columns))
    return Program(columns, tuple(rows))


def _rows(constraint: Any, columns: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """Relax a limit that is enforced by literals: each false literal relaxes it just enough to have no effect."""
    idle = Sum((), len(constraint.enforcement_literal)).plus(_count(constraint.enforcement_literal), -1)
    for amount, low, high in _limits(constraint):
        if not constraint.enforcement_literal:
            yield _row(amount, low, high)
            continue
        least, most = amount.range(columns)
        if low is not None and least < low:
            yield _row(amount.plus(idle, low - least), low, None)
        if high is not None and most > high:
            yield _row(amount.plus(idle, high - most), None, high)


def _limits(constraint: Any) -> Iterator[tuple[Sum, int | None, int | None]]:
    if constraint.has_linear():
        linear = constraint.linear
        low, high = _interval(linear.domain)
        terms = _sum(_added(zip(linear.vars, linear.coeffs, strict=True)), 0)
        yield terms, None if low <= -ENDLESS else low, None if high >= ENDLESS else high
    elif constraint.has_bool_or():
        yield _count(constraint.bool_or.literals), 1, None
    elif constraint.has_bool_and():
        yield from ((_count([literal]), 1, None) for literal in constraint.bool_and.literals)
    elif constraint.has_at_most_one():
        yield _count(constraint.at_most_one.literals), None, 1
    elif constraint.has_exactly_one():
        yield _count(constraint.exactly_one.literals), 1, 1
    else:
        raise ValueError(f"a constraint that is not linear: {constraint}")


def _row(amount: Sum, low: int | None, high: int | None) -> Row:
    shift = amount.constant
    return Row(amount.terms, None if low is None else low - shift, None if high is None else high - shift)


def _count(literals: Iterable[int]) -> Sum:
    """How many literals are true; -1 - x is the negation of x."""
    signed = [(literal, 1) if literal >= 0 else (-1 - literal, -1) for literal in literals]
    return _sum(_added(signed), sum(sign < 0 for _, sign in signed))


def _added(terms: Iterable[tuple[int, int]]) -> Counter[int]:
    factors: Counter[int] = Counter()
    for column, factor in terms:
        factors[column] += factor
    return factors


def _sum(factors: Counter[int], constant: int) -> Sum:
    return Sum(tuple((column, factor) for column, factor in sorted(factors.items()) if factor), constant)


def _interval(domain: Sequence[int]) -> tuple[int, int]:
    if len(domain) != 2:
        raise ValueError(f"a domain that is not one interval: {list(domain)}")
    low, high = domain
    return int(low), int(high)
