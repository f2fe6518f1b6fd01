"""The methods of a scope: limits are held or priced, and posted only if they can be exceeded."""

from collections.abc import Iterator
from typing import Any

import pytest

from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Infeasible
from solver.rule import Demand, Rule, Violation
from solver.scope import Ledger, Scope


class Limit(Rule[Any, Any]):
    """A rule that is used only for its name, tier and weight."""

    __module__ = "toys.limit"
    sentence = "A limit."
    guidance = ()

    def post(self, on: Scope, x: Any, /) -> None:
        raise NotImplementedError

    def check(self, plan: Any, /) -> Iterator[Violation]:
        raise NotImplementedError


HARD = Limit(because=("judgement",))
SOFT = Limit(because=("judgement",), tier="comfort", weight=3)


def scope(rule: Limit = SOFT, *, named_walls: bool = False) -> Scope:
    return Scope(rule, Model(named_walls=named_walls), Ledger())


def constraints(on: Scope) -> int:
    return len(on.model.cp.proto.constraints)


def variables(on: Scope) -> int:
    return len(on.model.cp.proto.variables)


def least(on: Scope, amount: Any) -> int | Infeasible:
    """The minimum of an amount in the scope's model."""
    search = Search(on.model, limit=10)
    tiers = search.minimise([("least", [(amount, 1)])], lambda _: None)
    return tiers[0].value if isinstance(tiers, tuple) else Infeasible()


@pytest.mark.parametrize(("verb", "lowest", "highest"), [("at_most", 0, 6), ("at_least", 6, 9)])
def test_a_hard_limit_is_held_and_nothing_is_charged(verb: str, lowest: int, highest: int) -> None:
    for sign, end in ((1, lowest), (-1, -highest)):
        on = scope(HARD)
        amount = on.model.integer(0, 9, "amount")
        getattr(on, verb)(amount, 6, at="here")
        assert on.ledger.charges == []
        assert least(on, sign * amount) == end


def test_hard_limits_that_contradict_each_other_leave_no_solution() -> None:
    on = scope(HARD)
    amount = on.model.integer(0, 9, "amount")
    on.at_most(amount, 3, at="here")
    on.at_least(amount, 4, at="here")
    assert isinstance(least(on, amount), Infeasible)


def test_a_hard_limit_that_a_constant_breaks_leaves_no_solution() -> None:
    on = scope(HARD)
    amount = on.model.integer(0, 9, "amount")
    on.at_most(5, 4, at="here")
    assert isinstance(least(on, amount), Infeasible)


def test_a_soft_limit_is_charged_and_forbids_nothing() -> None:
    on = scope()
    amount = on.model.integer(0, 9, "amount")
    on.at_most(amount, 6, at="here", times=2)
    (charge,) = on.ledger.charges
    assert (charge.rule, charge.tier, charge.price, charge.at) == ("limit", "comfort", 6, "here")
    assert least(on, 9 - amount) == 0


@pytest.mark.parametrize("value", range(10))
def test_the_least_charge_is_what_exceeds_the_limit(value: int) -> None:
    on = scope()
    amount = on.model.integer(0, 9, "amount")
    on.model.cp.add(amount == value)
    on.at_most(amount, 6, at="above")
    on.at_least(amount, 3, at="below")
    assert {charge.at: least(on, charge.over) for charge in on.ledger.charges} == {
        "above": max(0, value - 6),
        "below": max(0, 3 - value),
    }


@pytest.mark.parametrize("rule", [HARD, SOFT])
def test_what_can_never_exceed_its_limit_is_not_posted(rule: Limit) -> None:
    on = scope(rule)
    amount = on.model.integer(2, 5, "amount")
    on.at_most(amount, 5, at="here")
    on.at_least(amount, 2, at="here")
    on.at_most(3, 3, at="here")
    on.at_most(2 * amount - 3 * amount, -2, at="here")
    assert (constraints(on), variables(on), on.ledger.charges) == (0, 1, [])


def test_one_unit_closer_it_is_posted() -> None:
    on = scope(HARD)
    amount = on.model.integer(2, 5, "amount")
    on.at_most(amount, 4, at="here")
    on.at_least(amount, 3, at="here")
    assert constraints(on) == 2


def test_what_is_never_below_its_limit_needs_no_variable_of_its_own() -> None:
    on = scope()
    amount = on.model.integer(2, 5, "amount")
    on.at_most(amount, 2, at="here")
    on.at_most(7, 2, at="there")
    assert (constraints(on), variables(on)) == (0, 1)
    assert [on.model.range(charge.over) for charge in on.ledger.charges] == [(0, 3), (5, 5)]


def test_an_excess_is_no_larger_than_it_can_be() -> None:
    on = scope()
    amount = on.model.integer(0, 9, "amount")
    on.at_most(2 * amount, 7, at="here")
    assert on.model.range(on.ledger.charges[0].over) == (0, 11)


def test_the_cost_of_a_tier_is_made_of_its_own_charges() -> None:
    on = scope()
    other = Scope(Limit(because=("judgement",), tier="beauty", weight=5), on.model, on.ledger)
    amount = on.model.integer(0, 9, "amount")
    on.at_most(amount, 0, at="here")
    other.at_most(amount, 0, at="here", times=4)
    assert [[price for _, price in on.ledger.cost(tier, on.model)] for tier in ("comfort", "beauty", "none")] == [
        [3],
        [20],
        [],
    ]


@pytest.mark.parametrize(("kept", "lowest"), [(0, 0), (1, 6)])
def test_named_walls_bind_only_while_their_literal_is_true(kept: int, lowest: int) -> None:
    on = scope(HARD, named_walls=True)
    amount = on.model.integer(0, 9, "amount")
    on.at_least(amount, 4, at="here")
    on.at_least(amount, 6, at="there")
    assert list(on.model.walls) == [Demand("limit", "here"), Demand("limit", "there")]
    for wall in on.model.walls.values():
        on.model.cp.add(wall == kept)
    assert least(on, amount) == lowest
