"""Tiers, proofs and operations of the model, compared with brute force on small random models."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from ortools.sat.python import cp_model

from solver.cpsat import parameters
from solver.cpsat import search as searching
from solver.cpsat.assume import feasible
from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Infeasible, OutOfTime, Tier

NEVER = 1e-9
"""A deterministic time limit too short to solve anything."""


def minimise(model: Model, *tiers: tuple[str, Any], limit: float = 10) -> tuple[Tier, ...]:
    found = Search(model, limit).minimise(tiers, lambda _: None)
    assert isinstance(found, tuple)
    return found


def solutions(model: Model, *watched: Any) -> list[tuple[int, ...]]:
    """The values of the watched amounts in every solution of a model."""
    found: list[tuple[int, ...]] = []

    class Listing(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            found.append(tuple(one if isinstance(one, int) else int(self.value(one)) for one in watched))

    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.solve(model.cp, Listing())
    return sorted(found)


# ---- operations of the model

EACH = (0, 1, "a", "b")


@pytest.mark.parametrize("names", list(product(EACH, repeat=2)), ids=str)
def test_both_is_true_exactly_when_both_are(names: Sequence[int | str]) -> None:
    model = Model()
    literal: dict[int | str, Any] = {"a": model.boolean("a"), "b": model.boolean("b"), 0: 0, 1: 1}
    one, other = (literal[name] for name in names)
    listed = solutions(model, literal["a"], literal["b"], one, other, model.both(one, other, "both"))
    assert [both for *_, both in listed] == [one & other for *_, one, other, _ in listed]
    assert [row[:2] for row in listed] == list(product((0, 1), repeat=2))


@pytest.mark.parametrize("names", [(), *product(EACH, repeat=1), *product(EACH, repeat=2), *product(EACH, "b", "c")])
def test_any_is_true_exactly_when_one_of_them_is(names: Sequence[int | str]) -> None:
    model = Model()
    literal: dict[int | str, Any] = {0: 0, 1: 1}
    literal |= {name: model.boolean(name) for name in "abc"}
    given = [literal[name] for name in names]
    listed = solutions(model, *(literal[name] for name in "abc"), model.any(given, "any"), *given)
    assert [row[3] for row in listed] == [int(any(row[4:])) for row in listed]
    assert [row[:3] for row in listed] == list(product((0, 1), repeat=3))


def test_both_and_any_of_constants_need_no_variable() -> None:
    model = Model()
    a = model.boolean("a")
    assert [model.both(a, 1, ""), model.both(1, a, ""), model.any([0, a], ""), model.any([a], "")] == [a, a, a, a]
    assert [model.both(a, 0, ""), model.any([], ""), model.any([0], ""), model.any([a, 1], "")] == [0, 0, 0, 1]
    assert len(model.cp.proto.variables) == 1


def test_totals_fold_constants() -> None:
    model = Model()
    a, b = model.integer(0, 3, "a"), model.integer(0, 3, "b")
    assert model.total([]) == 0
    assert model.total([2, 3], [10, 1]) == 23
    assert model.total([0, a]) is a
    listed = solutions(
        model, a, b, model.total([a, 4, b, a], [2, 3, -1, 1]), model.total([a, 5]), model.total([b], [7])
    )
    assert len(listed) == 16
    assert all(row[2:] == (3 * row[0] - row[1] + 12, row[0] + 5, 7 * row[1]) for row in listed)


def test_a_total_needs_a_factor_for_each_term() -> None:
    with pytest.raises(ValueError, match="zip"):
        Model().total([1, 2], [3])


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        (lambda a, _: a, -2, 3),
        (lambda a, b: 2 * a - 3 * b + 4, -3, 10),
        (lambda a, _: a - a, 0, 0),
        (lambda _, b: ~b, 0, 1),
        (lambda _a, _b: 7, 7, 7),
        (lambda a, _: 5 - (a + a), -1, 9),
    ],
)
def test_a_range_is_what_the_domains_allow(amount: Callable[[Any, Any], Any], low: int, high: int) -> None:
    model = Model()
    a, b = model.integer(-2, 3, "a"), model.boolean("b")
    asked = amount(a, b)
    assert model.range(asked) == (low, high)
    listed = [row[0] for row in solutions(model, asked)]
    assert (min(listed), max(listed)) == (low, high)


def test_a_range_holds_beside_the_variables_that_cp_sat_adds_for_constants() -> None:
    model = Model()
    model.cp.add_bool_or([model.boolean("a"), 1])
    later = model.integer(2, 5, "later")
    assert len(model.cp.proto.variables) == 3
    assert model.range(later + 1) == (3, 6)


@pytest.mark.parametrize("value", range(-3, 6))
def test_the_least_excess_is_the_amount_over_zero(value: int) -> None:
    model = Model()
    over = model.integer(value, value, "over")
    assert minimise(model, ("excess", [(model.excess(over, 9), 1)]))[0] == Tier("excess", max(0, value), max(0, value))


# ---- tiers


@dataclass(frozen=True)
class Puzzle:
    """Four numbers from 0 to 3, walls, and tiers of prices; sums as factors and limit."""

    walls: tuple[tuple[tuple[int, ...], int], ...]
    tiers: tuple[tuple[tuple[tuple[int, ...], int, int], ...], ...]

    def model(self) -> tuple[Model, list[Any], list[tuple[str, Any]]]:
        model = Model()
        numbers = [model.integer(0, 3, f"n{index}") for index in range(4)]
        for factors, limit in self.walls:
            model.hold(model.total(numbers, factors) - limit, by="wall")
        tiers = []
        for index, charges in enumerate(self.tiers):
            overs = [(model.total(numbers, factors) - limit, price) for factors, limit, price in charges]
            tiers.append((f"tier {index}", [(model.excess(over, 99), price) for over, price in overs]))
        return model, numbers, tiers

    def costs(self, numbers: Sequence[int]) -> tuple[int, ...]:
        return tuple(
            sum(price * max(0, _sum(factors, numbers) - limit) for factors, limit, price in tier) for tier in self.tiers
        )

    def best(self) -> tuple[int, ...] | None:
        """The minimal costs of the tiers in order, by enumeration."""
        kept = (
            numbers
            for numbers in product(range(4), repeat=4)
            if all(_sum(factors, numbers) <= limit for factors, limit in self.walls)
        )
        return min(map(self.costs, kept), default=None)


def _sum(factors: Sequence[int], numbers: Sequence[int]) -> int:
    return sum(factor * number for factor, number in zip(factors, numbers, strict=True))


def puzzle(seed: int) -> Puzzle:
    rng = random.Random(seed)  # noqa: S311  # a fixed seed on purpose

    def factors() -> tuple[int, ...]:
        return tuple(rng.randint(-3, 3) for _ in range(4))

    return Puzzle(
        tuple((factors(), rng.randint(-4, 4)) for _ in range(2)),
        tuple(tuple((factors(), rng.randint(-6, 2), rng.randint(1, 5)) for _ in range(3)) for _ in range(3)),
    )


@pytest.mark.parametrize("folded", [0, 64, 10**6])
@pytest.mark.parametrize("seed", range(12))
def test_tiers_are_minimised_in_their_order(seed: int, folded: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FOLDED", folded)
    given = puzzle(seed)
    model, numbers, tiers = given.model()
    search = Search(model, limit=10)
    found = search.minimise(tiers, lambda _: None)
    best = given.best()
    if best is None:
        assert found == Infeasible()
        return
    assert found == tuple(Tier(f"tier {index}", value, value) for index, value in enumerate(best))
    assert given.costs([search.value(number) for number in numbers]) == best


def test_the_random_puzzles_are_worth_solving() -> None:
    best = [puzzle(seed).best() for seed in range(12)]
    assert None in best
    assert sum(found is not None and all(found) for found in best) >= 4


@pytest.mark.parametrize(("folded", "solves"), [(0, 3), (64, 2)])
def test_a_short_second_tier_is_solved_together_with_the_first(
    folded: int, solves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FOLDED", folded)
    calls = counted(monkeypatch)
    model, numbers, _ = puzzle(1).model()
    model.hold(2 - model.total(numbers), by="wall")
    begun: list[str] = []
    tiers = [("sum", [(model.total(numbers), 1)]), ("first", [(numbers[0], 2)]), ("odd", [(3 - numbers[1], 1)])]
    assert isinstance(Search(model, limit=10).minimise(tiers, begun.append), tuple)
    assert len(calls) == solves, "as many as there are objectives"
    assert begun == ["sum", "first", "odd"]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The hints of each call of CP-SAT, by the index of a variable."""
    solved: list[Any] = []
    real = cp_model.CpSolver.solve

    def solve(solver: cp_model.CpSolver, model: cp_model.CpModel) -> Any:
        hint = model.proto.solution_hint
        solved.append(dict(zip(hint.vars, hint.values, strict=True)))
        return real(solver, model)

    monkeypatch.setattr(cp_model.CpSolver, "solve", solve)
    return solved


def test_a_tier_at_its_trivial_bound_is_not_solved_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FOLDED", 0)
    calls = counted(monkeypatch)
    model = Model()
    a, b = model.integer(0, 5, "a"), model.integer(0, 5, "b")
    model.hold(3 - a, by="wall")
    model.hold(b, by="wall")
    tiers = minimise(model, ("first", [(a, 1)]), ("nothing", []), ("second", [(b, 4)]), ("third", [(a, 1), (b, 1)]))
    assert tiers == (Tier("first", 3, 3), Tier("nothing", 0, 0), Tier("second", 0, 0), Tier("third", 3, 3))
    assert len(calls) == 2


def test_a_tier_without_any_charge_costs_nothing() -> None:
    model = Model()
    a = model.integer(0, 5, "a")
    model.hold(2 - a, by="wall")
    assert minimise(model, ("empty", []), ("first", [(a, 1)])) == (Tier("empty", 0, 0), Tier("first", 2, 2))


def test_constant_charges_are_counted() -> None:
    model = Model()
    a = model.integer(1, 5, "a")
    assert minimise(model, ("first", [(2, 3), (a, 1)]), ("second", [(4, 1)])) == (
        Tier("first", 7, 7),
        Tier("second", 4, 4),
    )


def test_the_plan_of_one_tier_is_the_hint_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FOLDED", 0)
    hints = counted(monkeypatch)
    model, numbers, tiers = puzzle(1).model()
    search = Search(model, limit=10)
    plans: list[dict[int, int]] = []

    def before(tier: str) -> None:
        if tier != "tier 0":
            plans.append(dict(enumerate(search._best or ())))

    assert isinstance(search.minimise([*tiers, ("last", [(3 - numbers[0], 1)])], before), tuple)
    assert len(plans) == 3
    assert hints[0] == {}
    assert hints[1] == plans[0]
    assert all(len(plan) == len(model.cp.proto.variables) for plan in plans)
    assert all(hint in plans for hint in hints[1:])


def test_a_search_first_keeps_its_start_and_then_frees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    hints = counted(monkeypatch)
    model = Model()
    a, b = model.integer(0, 9, "a"), model.integer(0, 9, "b")
    model.hold(12 - model.total([a, b]), by="wall")
    tiers = [("sum", [(model.total([a, b]), 1)]), ("first", [(a, 100)])]
    found = Search(model, 10, {b.index: 8}).minimise(tiers, lambda _: None)
    assert found == (Tier("sum", 12, 12), Tier("first", 300, 300)), "b is 9 in the end"
    assert hints[0] == {b.index: 8}
    assert all(hint.keys() == {a.index, b.index} for hint in hints[1:])


def test_a_start_that_no_plan_can_keep_is_only_a_hint() -> None:
    model = Model()
    a = model.integer(0, 9, "a")
    model.hold(3 - a, by="wall")
    assert Search(model, 10, {a.index: 1}).minimise([("first", [(a, 1)])], lambda _: None) == (Tier("first", 3, 3),)


# ---- decisions that a tier tries to keep


def kept(monkeypatch: pytest.MonkeyPatch) -> tuple[Model, list[Any], list[dict[int, int]]]:
    """A wall on the sum of three numbers, and a price in the second tier on each of them."""
    model = Model()
    numbers = [model.integer(0, 9, name) for name in "abc"]
    model.hold(12 - model.total(numbers), by="wall")
    monkeypatch.setattr(searching, "FOLDED", 0)
    return model, numbers, counted(monkeypatch)


def test_decisions_that_are_kept_at_first_are_free_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    model, (a, b, c), hints = kept(monkeypatch)
    tiers = [("sum", [(model.total([a, b, c]), 1)]), ("ends", [(a, 5), (c, 1)])]
    search = Search(model, 10, {a.index: 6, b.index: 3, c.index: 3})
    found = search.minimise(tiers, lambda _: None, kept={"ends": [b]})
    assert found == (Tier("sum", 12, 12), Tier("ends", 3, 3)), "the least is had with b at 9, whatever it was before"
    assert [sorted(hint) for hint in hints[-2:]] == [[b.index], [0, 1, 2]]


def test_a_plan_at_the_trivial_bound_that_keeps_them_needs_no_further_search(monkeypatch: pytest.MonkeyPatch) -> None:
    model, (a, b, c), hints = kept(monkeypatch)
    tiers = [("middle", [(9 - b, 1)]), ("first", [(a, 1)])]
    search = Search(model, 10, {a.index: 1, b.index: 9, c.index: 2})
    assert search.minimise(tiers, lambda _: None, kept={"first": [b]}) == (Tier("middle", 0, 0), Tier("first", 0, 0))
    assert [sorted(hint) for hint in hints] == [[0, 1, 2], [b.index]]
    assert search.value(b) == 9


def test_what_is_settled_keeps_the_value_it_has_when_its_tier_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    model, (a, b, c), _ = kept(monkeypatch)
    tiers = [("sum", [(model.total([a, b, c]), 1)]), ("ends", [(a, 5), (c, 1)])]
    search = Search(model, 10, {a.index: 6, b.index: 3, c.index: 3})
    found = search.minimise(tiers, lambda _: None, settled={"ends": [b]})
    assert found == (Tier("sum", 12, 12), Tier("ends", 9, 9)), "with b at 3, c is 9 at most"


def test_the_same_model_gives_the_same_solution_twice() -> None:
    def solved() -> list[int]:
        model = Model()
        numbers = [model.integer(0, 9, f"n{index}") for index in range(12)]
        model.hold(30 - model.total(numbers, range(1, 13)), by="wall")
        search = Search(model, limit=10)
        search.minimise([("sum", [(model.total(numbers), 1)])], lambda _: None)
        return [search.value(number) for number in numbers]

    assert solved() == solved()


# ---- no solution, and no time


def test_no_solution_is_a_conflict() -> None:
    model = Model()
    a = model.integer(0, 5, "a")
    model.hold(a - 2, by="low")
    model.hold(3 - a, by="high")
    assert Search(model, limit=10).minimise([("first", [(a, 1)])], lambda _: None) == Infeasible()


def pigeons(holes: int) -> tuple[Model, list[tuple[str, Any]]]:
    """Eleven pigeons, one to a hole."""
    model = Model()
    sits = [[model.boolean(f"p{pigeon}.h{hole}") for hole in range(holes)] for pigeon in range(11)]
    for pigeon in sits:
        model.cp.add_bool_or(pigeon)
    for hole in zip(*sits, strict=True):
        model.hold(model.total(hole) - 1, by="one_to_a_hole")
    return model, [("walks", [(hole, index) for pigeon in sits for index, hole in enumerate(pigeon)])]


@pytest.mark.parametrize("holes", [10, 11, 12])
def test_out_of_time_is_never_reported_as_a_conflict(holes: int) -> None:
    model, tiers = pigeons(holes)
    assert Search(model, NEVER).minimise(tiers, lambda _: None) == OutOfTime("walks")


def test_given_time_the_pigeons_tell_conflict_and_plan_apart() -> None:
    model, tiers = pigeons(10)
    assert Search(model, limit=10).minimise(tiers, lambda _: None) == Infeasible()
    model, tiers = pigeons(11)
    assert minimise(model, *tiers) == (Tier("walks", 55, 55),)


def test_a_feasibility_check_that_does_not_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(named_walls=True)
    model.hold(1 - model.boolean("a"), by="wall")
    real = parameters.base
    monkeypatch.setattr(parameters, "base", lambda limit: real(min(limit, NEVER)))
    with pytest.raises(RuntimeError, match="UNKNOWN"):
        feasible(model, ["wall"], presolve=False)


def test_a_later_tier_that_runs_out_of_time_keeps_the_plan_and_claims_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FOLDED", 0)
    model = Model()
    a, b = model.integer(0, 9, "a"), model.integer(0, 9, "b")
    model.hold(8 - a, by="wall")
    model.hold(1 - b, by="wall")
    search = Search(model, limit=10)

    def stop(tier: str) -> None:
        search.limit = NEVER if tier == "second" else 10

    first, second = _tuple(search.minimise([("first", [(a, 1)]), ("second", [(b, 1)])], stop))
    assert first == Tier("first", 8, 8)
    assert second.value == search.value(b)
    assert second.bound <= 1, "b = 1 costs 1"


def test_the_floor_of_the_first_of_two_folded_tiers_leaves_room_for_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model()
    a, b = model.integer(0, 4, "a"), model.integer(0, 9, "b")
    model.hold(1 - a, by="wall")
    model.hold(5 - b, by="wall")
    real = Search._solve

    def unproven(search: Search, objective: Any, kept: Any) -> str:
        real(search, objective, kept)
        return "FEASIBLE"

    monkeypatch.setattr(Search, "_solve", unproven)
    first, second = minimise(model, ("first", [(a, 1)]), ("second", [(b, 1)]))
    assert (first.value, second.value) == (1, 5)
    assert first.bound == 1
    assert second.bound == 0


def hasty(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Stop the first tier at its first solution, which is the hint; to be called with each tier."""
    real = parameters.base
    begun: list[str] = []

    def solver(limit: float) -> Any:
        made = real(limit)
        if len(begun) < 2:
            made.parameters.stop_after_first_solution = True
            made.parameters.cp_model_presolve = False
        return made

    monkeypatch.setattr(parameters, "base", solver)
    return begun.append


def test_what_a_later_tier_saves_an_unproven_earlier_one_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FOLDED", 0)
    model = Model()
    a = model.integer(0, 9, "a")
    model.cp.add_hint(a, 7)
    search = Search(model, limit=10)
    first, second = _tuple(search.minimise([("first", [(a, 1)]), ("second", [(a, 2)])], hasty(monkeypatch)))
    assert search.value(a) == 0
    assert (first.value, second) == (0, Tier("second", 0, 0))
    assert first.bound <= first.value


def test_an_excess_in_an_unproven_plan_is_no_larger_than_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model()
    a = model.integer(2, 9, "a")
    excess = model.excess(a - 3, 6)
    model.cp.add_hint(a, 5)
    model.cp.add_hint(excess, 6)
    search = Search(model, limit=10)
    (tier,) = _tuple(search.minimise([("first", [(excess, 2)])], hasty(monkeypatch)))
    assert tier.value == 2 * max(0, search.value(a) - 3)
    assert search.value(excess) == max(0, search.value(a) - 3)


def _tuple(found: object) -> tuple[Tier, ...]:
    assert isinstance(found, tuple)
    return found
