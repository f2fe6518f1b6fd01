from constraints.model.plan_rule import PlanRule
from writing import day, item, misses, plan, profile, rule, session


def at_most() -> PlanRule:
    return rule("category_sets_at_most", most={"base": {}, "build": {"posterior_chain": 8}})


def test_as_many_sets_as_allowed_over_the_sessions_of_a_week_are_fine() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("romanian_deadlift", "heavy", 3), item("leg_curl", sets=2)),
        session(day("fri"), item("single_leg_romanian_deadlift", "heavy", 3), slot="B"),
        phases=[("build", 4)],
    )
    assert misses(at_most(), finished) == {}


def test_each_set_more_counts_in_every_week_of_the_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("romanian_deadlift", "heavy", 3), item("leg_curl", sets=3)),
        session(day("fri"), item("single_leg_romanian_deadlift", "heavy", 3), slot="B"),
        phases=[("build", 4)],
    )
    assert misses(at_most(), finished) == {"block 1 posterior_chain": 4}


def test_a_session_that_recurs_is_one_session_of_the_week() -> None:
    sets = item("romanian_deadlift", "heavy", 3), item("leg_curl", sets=3)
    finished = plan(
        profile(), session(day("tue"), *sets), session(day("tue", 2), *sets), session(day("fri", 3), *sets),
        phases=[("build", 4)],
    )  # fmt: skip
    assert misses(at_most(), finished) == {}


def test_a_category_that_the_phase_does_not_name_is_not_limited() -> None:
    finished = plan(profile(), session(day("tue"), *[item("romanian_deadlift", sets=3)] * 5))
    assert misses(at_most(), finished) == {}


def test_a_limit_of_none_keeps_the_category_out() -> None:
    finished = plan(profile(weeks=4), session(day("tue"), item("leg_curl", sets=2)), phases=[("race_week", 4)])
    strict = rule("category_sets_at_most", most={"race_week": {"posterior_chain": 0}})
    assert misses(strict, finished) == {"block 1 posterior_chain": 8}


def test_sets_that_do_not_count_are_not_too_many() -> None:
    numbers = rule("category_sets_at_most", most={"base": {"upper_pull": 2}})
    hangs = item("dead_hang", "hold", 3), item("dumbbell_row", "moderate", 2)
    assert misses(numbers, plan(profile(), session(day("tue"), *hangs))) == {}
