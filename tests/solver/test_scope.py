"""The methods of a scope: limits are held or priced, and posted only if they can be exceeded."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Infeasible
from solver.rule import Demand, Rule, Violation
from solver.scope import Charge, Ledger, Recurring, Scope


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


def two_weeks(on: Scope) -> tuple[Any, Any, list[list[Any]]]:
    """Amounts of two parts, and for each of two weeks whether it holds both, the first alone, or neither."""
    one, other = on.model.integer(0, 2, "one"), on.model.integer(0, 2, "other")
    cases = [[on.model.boolean(f"{week}.{case}") for week in ("w1", "w2")] for case in ("both", "one", "neither")]
    for week in zip(*cases, strict=True):
        on.model.cp.add_exactly_one(week)
    return one, other, cases


def recurring(one: Any, other: Any, cases: list[list[Any]]) -> Recurring:
    both, alone, neither = map(tuple, cases)
    return Recurring((1, 2), ((one + other, both), (one, alone), (0, neither)))


ASSIGNMENTS = list(product((0, 1, 2), (0, 1, 2), range(3), range(3)))
"""values of both parts, and the case of each week"""


def given(on: Scope, one: Any, other: Any, cases: list[list[Any]], assignment: tuple[int, ...]) -> list[int]:
    """Fix everything at these values. Returns what each week holds."""
    first, second, *weeks = assignment
    on.model.cp.add(one == first)
    on.model.cp.add(other == second)
    for week, case in enumerate(weeks):
        on.model.cp.add(cases[case][week] == 1)
    return [(first + second, first, 0)[case] for case in weeks]


def test_a_hard_limit_in_each_week_holds_for_what_that_week_holds() -> None:
    for assignment in ASSIGNMENTS:
        on = scope(HARD)
        parts = two_weeks(on)
        held = given(on, *parts, assignment)
        on.at_least_each(recurring(*parts), 2, at=str)
        assert on.ledger.charges == []
        kept = not isinstance(least(on, parts[0]), Infeasible)
        assert kept == (min(held) >= 2), assignment


def test_demands_of_a_hard_limit_are_named_by_week() -> None:
    on = scope(HARD, named_walls=True)
    on.at_least_each(recurring(*two_weeks(on)), 2, at=lambda week: f"week {week}")
    assert list(on.model.walls) == [Demand("limit", "week 1"), Demand("limit", "week 2")]


def test_the_least_cost_in_each_week_is_what_that_week_lacks() -> None:
    """Two rules that price the same weeks are charged as if each were alone."""
    for assignment in ASSIGNMENTS:
        on = scope()
        other = Scope(Limit(because=("judgement",), tier="comfort", weight=5), on.model, on.ledger)
        parts = two_weeks(on)
        held = given(on, *parts, assignment)
        amount = recurring(*parts)
        on.at_least_each(amount, 2, at=str)
        other.at_least_each(amount, 3, at=str)
        lacks = sum(3 * max(0, 2 - one) + 5 * max(0, 3 - one) for one in held)
        search = Search(on.model, limit=10)
        (tier,) = search.minimise([("cost", on.ledger.cost("comfort", on.model))], lambda _: None)  # type: ignore[misc]
        assert (tier.value, tier.proven) == (lacks, True), assignment
        assert sum(charge.paid(search.value) for charge in on.ledger.charges) == lacks, assignment


def test_what_every_week_has_anyway_is_not_charged() -> None:
    on = scope()
    one, other, cases = two_weeks(on)
    on.at_least_each(Recurring((1, 2), ((one + other + 3, tuple(cases[0])), (one + 3, tuple(cases[1])))), 3, at=str)
    assert on.ledger.charges == []


def test_without_weeks_nothing_is_charged_or_held() -> None:
    for rule in (HARD, SOFT):
        on = scope(rule, named_walls=True)
        on.at_least_each(Recurring((), ((0, ()), (0, ()))), 2, at=str)
        assert sum(charge.paid(int) for charge in on.ledger.charges) == 0
        assert on.ledger.cost("comfort", on.model) == []
        assert on.model.walls == {}


def test_a_charge_is_paid_once_or_in_each_of_its_periods_that_is_true() -> None:
    worth = {"over": 4, "w1": 1, "w2": 0, "w3": 1}
    always = Charge("limit", "comfort", "over", 3, "here")  # type: ignore[arg-type]  # names instead of variables
    assert always.paid(worth.__getitem__) == 12  # type: ignore[arg-type]
    at_times = Charge("limit", "comfort", "over", 3, "here", ("w1", "w2", "w3"))  # type: ignore[arg-type]
    assert at_times.paid(worth.__getitem__) == 24  # type: ignore[arg-type]


def test_a_tier_costs_one_product_for_each_period_and_case_whatever_the_number_of_rules() -> None:
    on = scope()
    parts = two_weeks(on)
    amount = recurring(*parts)
    numbers = []
    for weight in (1, 2, 3):
        rule = Limit(because=("judgement",), tier="comfort", weight=weight)
        Scope(rule, on.model, on.ledger).at_least_each(amount, 2, at=str)
        numbers.append(len(on.ledger.cost("comfort", on.model)) - weight)
    assert numbers == [4, 4, 4]


@pytest.mark.parametrize("where", [0, 1])
@pytest.mark.parametrize("named_walls", [False, True])
def test_a_wall_somewhere_binds_only_there(where: int, *, named_walls: bool) -> None:
    on = scope(HARD, named_walls=named_walls)
    amount, there = on.model.integer(0, 9, "amount"), on.model.boolean("there")
    on.model.hold(4 - amount, by="wall", where=there)
    on.model.cp.add(there == where)
    for wall in on.model.walls.values():
        on.model.cp.add(wall == 1)
    assert least(on, amount) == 4 * where


@pytest.mark.parametrize(("over", "where", "kept"), [(1, 0, True), (1, 1, False), (0, 1, True)])
def test_a_wall_that_a_constant_breaks_leaves_no_solution_where_it_stands(over: int, where: int, *, kept: bool) -> None:
    on = scope(HARD)
    there = on.model.boolean("there")
    on.model.cp.add(there == where)
    on.model.hold(over, by="wall", where=there)
    assert (least(on, there) == where) is kept


def test_a_wall_nowhere_is_not_posted() -> None:
    on = scope(HARD)
    on.model.hold(on.model.integer(1, 2, "amount"), by="wall", where=0)
    assert constraints(on) == 0
