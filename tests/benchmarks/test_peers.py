"""Peers: translated programs are compared with brute force, and answers with our own."""

import random
from collections.abc import Mapping
from itertools import product
from operator import mul
from typing import Any

import pytest
from ortools.sat.python import cp_model

from benchmarks.peers import highs, scip
from benchmarks.peers.linear import Program, Row, Sum, flatten, translate
from benchmarks.peers.linear_peer import LinearPeer
from benchmarks.peers.linear_search import Found, Inexact, LinearSearch, Minimise
from benchmarks.peers.lineup import peers
from benchmarks.peers.textbook import _floors, _weights
from constraints.planning.brief import brief_for
from constraints.planning.conflict import Conflict
from constraints.planning.planner import Solved
from profiles.profile import WEEKDAYS, Profile
from solver.audit import audit
from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Infeasible, OutOfTime, Tier
from writing import profile, solve

SOLVERS = {"highs": highs.minimise, "scip": scip.minimise}
every_solver = pytest.mark.parametrize("minimise", SOLVERS.values(), ids=SOLVERS)
FOREVER = 1e9
KINDS = ("linear", "at least", "implies", "or", "at most one", "exactly one")


def random_model(seed: int) -> tuple[Model, list[Any]]:
    """Four literals, two integers, and six constraints of all kinds that can be translated."""
    draw = random.Random(seed)  # noqa: S311  # no secret depends on it
    model = Model()
    literals = [model.boolean(name) for name in "abcd"]
    numbers = [model.integer(-1, 2, "m"), model.integer(1, 4, "n")]

    def some(count: int) -> list[Any]:
        return [draw.choice((one, ~one)) for one in draw.sample(literals, count)]

    def weighed() -> Any:
        return sum(draw.randint(-3, 3) * one for one in (*some(2), *numbers))

    for kind in draw.sample(KINDS, 6):
        match kind:
            case "linear":
                posted = model.cp.add(weighed() <= draw.randint(-2, 5))
            case "at least":
                posted = model.cp.add_linear_constraint(weighed(), draw.randint(-4, 1), draw.randint(1, 6))
            case "implies":
                posted = model.cp.add_bool_and(some(2))
            case "or":
                posted = model.cp.add_bool_or(some(3))
            case "at most one":
                model.cp.add_at_most_one(some(3))
                continue
            case _:
                model.cp.add_exactly_one(some(3))
                continue
        posted.only_enforce_if(some(1 if kind == "implies" else draw.randint(0, 2)))
    return model, [*literals, *numbers]


def solutions(model: Model) -> set[tuple[int, ...]]:
    """Every solution, by CP-SAT itself."""
    found: set[tuple[int, ...]] = set()
    variables = [model.cp.get_int_var_from_proto_index(index) for index in range(len(model.cp.proto.variables))]

    class Listing(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            found.add(tuple(int(self.value(one)) for one in variables))

    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.solve(model.cp, Listing())
    return found


def points(program: Program) -> set[tuple[int, ...]]:
    """Every assignment of integers that breaks no row."""
    every = product(*(range(low, high + 1) for low, high in program.columns))
    return {values for values in every if not program.broken(values)}


# ---- translation


@pytest.mark.parametrize("seed", range(60))
def test_a_program_has_exactly_the_solutions_of_its_model(seed: int) -> None:
    model, _ = random_model(seed)
    assert points(translate(model)) == solutions(model)


def test_the_random_models_are_worth_translating() -> None:
    counts = [len(solutions(random_model(seed)[0])) for seed in range(60)]
    assert 0 in counts
    assert sum(0 < count < 16 * 16 / 4 for count in counts) > 30


@every_solver
@pytest.mark.parametrize("seed", range(25))
def test_a_solver_finds_the_least_of_a_program(seed: int, minimise: Minimise) -> None:
    model, variables = random_model(seed)
    factors = [(seed + 3 * index) % 9 - 4 for index, _ in enumerate(variables)]
    objective = flatten(model.total([*variables, 3], [*factors, 2]))
    found = minimise(translate(model), objective, {}, FOREVER)
    best = min((objective.at(values) for values in solutions(model)), default=None)
    if best is None:
        assert found == Found("infeasible")
    else:
        assert found.status == "optimal"
        assert objective.at([round(value) for value in found.values]) == best
        assert best - 1 < found.bound < best + 1e-6


@every_solver
@pytest.mark.parametrize("seed", [0, 3, 5])
def test_a_start_does_not_change_what_is_least(seed: int, minimise: Minimise) -> None:
    model, variables = random_model(seed)
    objective = flatten(model.total(variables))
    costs = {values: objective.at(values) for values in solutions(model)}
    worst = max(costs, key=lambda values: costs[values])
    for start in (dict(enumerate(worst)), {0: worst[0]}, {0: 1 - worst[0]}):
        found = minimise(translate(model), objective, start, FOREVER)
        assert objective.at([round(value) for value in found.values]) == min(costs.values())


def test_a_limit_under_literals_is_relaxed_by_no_more_than_it_takes() -> None:
    model = Model()
    a, b, n = model.boolean("a"), model.boolean("b"), model.integer(0, 9, "n")
    model.cp.add(2 * n <= 5).only_enforce_if([a, ~b])
    model.cp.add(n >= -3).only_enforce_if(a)
    assert translate(model).rows == (Row(((0, 13), (1, -13), (2, 2)), None, 18),)


def test_negations_that_meet_fold() -> None:
    model = Model()
    a, b = model.boolean("a"), model.boolean("b")
    model.cp.add_bool_or([a, ~a, b])
    model.cp.add_at_most_one([a, ~b])
    assert translate(model).rows == (Row(((1, 1),), 0, None), Row(((0, 1), (1, -1)), None, 0))


def test_a_wall_without_any_way_out_has_no_point() -> None:
    model = Model()
    model.boolean("a")
    model.hold(1, by="wall")
    assert points(translate(model)) == set()


def test_what_is_not_linear_is_refused() -> None:
    model = Model()
    a, b = model.integer(0, 3, "a"), model.integer(0, 3, "b")
    model.cp.add_multiplication_equality(a, [b, b])
    with pytest.raises(ValueError, match="not linear"):
        translate(model)


def test_a_domain_with_a_hole_is_refused() -> None:
    model = Model()
    a = model.integer(0, 3, "a")
    model.cp.add(a != 2)
    with pytest.raises(ValueError, match="one interval"):
        translate(model)


def test_fixing_settles_columns_and_sums() -> None:
    program = Program(((0, 1), (0, 5), (0, 5)), ())
    fixed = program.fixing([Sum(((0, 1),)), Sum(((1, 1), (2, -2)), 3), Sum((), 7)], [1, 4, 2])
    assert points(fixed) == {(1, 0, 0), (1, 2, 1), (1, 4, 2)}


# ---- tiers


def tiers_of(model: Model, variables: list[Any]) -> list[tuple[str, list[tuple[Any, int]]]]:
    a, b, c, d, m, n = variables
    return [
        ("first", [(model.excess(n - m, 5), 2), (a, 1)]),
        ("second", [(3 - n + b, 1)]),
        ("third", [(1 - c, 4), (d, 1), (m + 1, 1)]),
    ]


@every_solver
@pytest.mark.parametrize("seed", range(12))
def test_tiers_come_to_what_our_own_search_finds(seed: int, minimise: Minimise) -> None:
    (model, variables), (again, others) = random_model(seed), random_model(seed)
    ours = Search(model, 10).minimise(tiers_of(model, variables), lambda _: None)
    theirs = LinearSearch(again, {}, minimise, FOREVER)
    assert theirs.minimise(tiers_of(again, others), lambda _: None) == ours


@every_solver
def test_a_settled_decision_keeps_its_value(minimise: Minimise) -> None:
    model = Model()
    a, b = model.boolean("a"), model.boolean("b")
    model.hold(1 - a - b, by="one of them")
    tiers: list[tuple[str, list[tuple[Any, int]]]] = [("first", [(a, 1)]), ("second", [(b, 3), (1 - a, 2)])]
    search = LinearSearch(model, {}, minimise, FOREVER)
    assert search.minimise(tiers, lambda _: None, {"second": (a, b)}) == (Tier("first", 0, 0), Tier("second", 5, 5))
    assert (search.value(a), search.value(b), search.value(2 * b + 1)) == (0, 1, 3)


def answering(*answers: Found) -> Minimise:
    """A solver that returns the given answers one after the other."""
    left = list(answers)

    def minimise(_program: Program, _objective: Sum, _start: Mapping[int, int], _seconds: float) -> Found:
        return left.pop(0)

    return minimise


def searched(*answers: Found) -> tuple[LinearSearch, Any]:
    model = Model()
    a, n = model.boolean("a"), model.integer(0, 5, "n")
    model.hold(2 - n - a, by="wall")
    search = LinearSearch(model, {}, answering(*answers), FOREVER)
    return search, search.minimise([("first", [(n, 1)]), ("second", [(3 - n, 1), (a, 2)])], lambda _: None)


def test_nearly_whole_values_are_rounded_and_go_on() -> None:
    _, found = searched(Found("optimal", (0.9999999, 1.0000001), 0.3), Found("optimal", (1.0, 1.0), 3.2))
    assert found == (Tier("first", 1, 1), Tier("second", 4, 4))


def test_values_that_break_a_row_once_rounded_are_no_answer() -> None:
    with pytest.raises(Inexact, match=r"tier first: .* breaks 1 limits"):
        searched(Found("optimal", (0.5, 1.4), 1))


def test_an_optimum_that_its_own_bound_contradicts_is_no_answer() -> None:
    with pytest.raises(Inexact, match="tier first: 2 is called optimal, but the bound is 1"):
        searched(Found("optimal", (0, 2), 1.0))


def test_a_time_out_names_its_tier_and_how_far_it_came() -> None:
    search, found = searched(Found("optimal", (1, 1), 1), Found("out of time", (1, 1), 2.5))
    assert found == OutOfTime("second")
    assert search.stopped == "4 found, at least 2.5 proven"
    search, found = searched(Found("out of time"))
    assert found == OutOfTime("first")
    assert search.stopped == "nothing found, at least 0 proven"


def test_infeasible_is_a_conflict() -> None:
    assert searched(Found("infeasible"))[1] == Infeasible()


# ---- whole seasons


def small(**said: Any) -> Profile:
    """A season of one block that every peer ends in seconds: bodyweight alone, and few days."""
    return profile(
        runs={"wed": "tempo 40", "sun": "long 90"},
        **{"places": {"home": {"equipment": []}}, "strength": {"minutes": free("mon", "thu", minutes=30)}} | said,
    )


TINY_WEEK: dict[str, Any] = {"strength": {"minutes": {**dict.fromkeys(WEEKDAYS, 0), "thu": 22}}}
"""So little time that one model of all weeks is proven in seconds."""


def free(*weekdays: str, minutes: int = 40) -> dict[str, int]:
    return {day: minutes if day in weekdays else 0 for day in WEEKDAYS}


@pytest.fixture(scope="module")
def ours() -> Solved:
    solved = solve(small())
    assert isinstance(solved, Solved)
    return solved


@pytest.mark.parametrize("name", ["highs", "scip"])
def test_a_linear_solver_proves_what_we_prove(name: str, ours: Solved) -> None:
    answer = peers()[name].solve(brief_for(small()), 120)
    assert answer.status == "proven"
    assert [tier.value for tier in answer.tiers[:3]] == [tier.value for tier in ours.plan.header.tiers[:3]]
    assert all(tier.proven for tier in answer.tiers)
    assert answer.plan is not None
    assert not audit(answer.plan, brief_for(small()).rules).broken


@pytest.mark.parametrize("name", ["highs", "scip", "textbook"])
def test_a_wish_that_cannot_be_had_is_infeasible(name: str) -> None:
    impossible = small(strength={"minutes": free("mon"), "at_least": 2})
    assert isinstance(solve(impossible), Conflict)
    assert peers()[name].solve(brief_for(impossible), 60).status == "infeasible"


@pytest.mark.parametrize("name", ["highs", "scip", "textbook"])
def test_no_time_is_reported_as_out_of_time(name: str) -> None:
    answer = peers()[name].solve(brief_for(small()), 1e-3)
    assert (answer.status, answer.plan) == ("out of time", None)
    assert "nothing found" in answer.note


def test_a_season_out_of_time_says_what_was_proven_before() -> None:
    calls = 0

    def twice(program: Program, objective: Sum, start: Mapping[int, int], seconds: float) -> Found:
        nonlocal calls
        calls += 1
        return highs.minimise(program, objective, start, seconds) if calls <= 2 else Found("out of time")

    answer = LinearPeer("twice", "", twice).solve(brief_for(small()), 60)
    assert answer.status == "out of time"
    assert answer.note.startswith("proven: every tier of 0 of 1 blocks and coverage, sessions of block 1; then rhythm")


def test_an_answer_that_is_refuted_has_failed() -> None:
    def lie(program: Program, objective: Sum, _start: Mapping[int, int], _seconds: float) -> Found:
        return Found("optimal", tuple(float(high) for _, high in program.columns), 0)

    answer = LinearPeer("lie", "", lie).solve(brief_for(small()), 60)
    assert answer.status == "failed"
    assert answer.note.startswith("tier coverage: rounded to whole numbers")


# ---- the textbook


def test_the_textbook_proves_one_model_of_all_weeks_and_it_costs_no_less() -> None:
    """Where each week is a block, rules that look at blocks before bind earlier than in our one block of four weeks."""
    ours = solve(small(**TINY_WEEK))
    assert isinstance(ours, Solved)
    answer = peers()["textbook"].solve(brief_for(small(**TINY_WEEK)), 120)
    assert (answer.status, answer.breaches) == ("proven", 0)
    assert answer.tiers[0].value >= ours.plan.header.tiers[0].value > 0
    assert answer.tiers[1].value == ours.plan.header.tiers[1].value


def test_in_the_textbook_each_week_is_a_block() -> None:
    answer = peers()["textbook"].solve(brief_for(small(**TINY_WEEK)), 120)
    assert answer.plan is not None
    weeks = answer.plan.season.weeks
    assert [(block.first, block.last) for block in answer.plan.blocks] == [
        (week.days[0].date, week.days[-1].date) for week in weeks
    ]


RANGES = [(1, 4), (0, 2), (-1, 3)]


def test_the_weighted_sum_ranks_as_the_tiers_do() -> None:
    weights = _weights(RANGES)
    every = list(product(*(range(low, high + 1) for low, high in RANGES)))
    assert sorted(every, key=lambda tiers: sum(map(mul, weights, tiers))) == sorted(every)


def test_a_floor_of_the_weighted_sum_is_one_of_its_first_tier() -> None:
    weights = _weights(RANGES)
    for tiers in product(*(range(low, high + 1) for low, high in RANGES)):
        first, *later = _floors(RANGES, weights, sum(map(mul, weights, tiers)))
        assert first in (tiers[0], tiers[0] - 1)
        assert later == [0, -1]
    assert _floors(RANGES, weights, -1e9) == [1, 0, -1]


# ---- the greedy scheduler


def test_a_greedy_plan_is_judged_by_the_audit() -> None:
    """The only free day lies before the hard run: it trains legs there, which we do not."""
    crowded = replace_runs(small(strength={"minutes": free("sat")}), {"sun": "tempo 60"})
    answer = peers()["greedy"].solve(brief_for(crowded), 1)
    assert answer.plan is not None
    report = audit(answer.plan, brief_for(crowded).rules)
    assert answer.breaches == len(report.broken) > 0
    assert {violation.rule for violation in report.broken} >= {"fresh_legs_for_key_runs"}
    assert [tier.value for tier in answer.tiers] == [report.price(tier.name) for tier in answer.tiers]
    assert f"fresh_legs_for_key_runs {len(answer.plan.sessions)}" in answer.note


def test_a_greedy_plan_of_an_easy_season_breaks_nothing() -> None:
    easy = replace_runs(small(strength={"minutes": free("mon", "thu")}), {"tue": "easy 30"})
    answer = peers()["greedy"].solve(brief_for(easy), 1)
    assert answer.plan is not None
    assert (answer.status, answer.breaches, answer.note) == ("found", 0, "")
    assert len(answer.plan.sessions) == 2 * 4
    assert all(len(session.main) >= 4 for session in answer.plan.sessions)


def test_a_greedy_plan_covers_no_more_than_ours(ours: Solved) -> None:
    answer = peers()["greedy"].solve(brief_for(small()), 1)
    assert answer.tiers[0].value >= ours.plan.header.tiers[0].value


def replace_runs(who: Profile, runs: dict[str, str]) -> Profile:
    return Profile.model_validate({**who.model_dump(mode="json", exclude_defaults=True), "runs": runs})


def test_peers_are_known_by_their_names() -> None:
    assert {name: peer.name for name, peer in peers().items()} == {name: name for name in peers()}
    assert all(peer.says for peer in peers().values())
