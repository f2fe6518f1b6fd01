import pytest

from profiles.season import Running
from writing import CORE, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule(
    "weekly_category_sets",
    least={
        "base": {
            "glutes_hips": 5,
            "posterior_chain": 5,
            "core": 5,
            "calves_ankles": 5,
            "upper_push": 2,
            "upper_pull": 2,
        },
        "race": {"glutes_hips": 2, "posterior_chain": 2, "core": 2, "calves_ankles": 2},
        "taper": {"core": 2},
        "race_week": {},
    },
)
FOUR_OF_CORE = rule("weekly_category_sets", least={"base": {"core": 4}})
GLUTES, BACK = item("step_up"), item("romanian_deadlift")
CALVES = item("calf_raise", "calf")


def test_the_sets_of_a_week_add_up_over_its_sessions() -> None:
    finished = plan(
        profile(),
        *weekly(session(day("tue"), GLUTES, CORE), session(day("fri"), BACK, CALVES, slot="B")),
        phases=[("race", 4)],
    )
    assert misses(RULE, finished) == {}


def test_each_set_short_counts_in_every_week() -> None:
    finished = plan(
        profile(), *weekly(session(day("tue"), GLUTES, BACK, item("plank", "hold", 1))), phases=[("race", 4)]
    )  # fmt: skip
    assert misses(RULE, finished) == each_week("core") | each_week("calves_ankles", 2)


def test_each_week_is_asked_for_what_its_phase_asks() -> None:
    numbers = rule("weekly_category_sets", least={"base": {"core": 3}, "taper": {"core": 2}, "race_week": {}})
    finished = plan(
        profile(),
        *weekly(session(day("tue"), CORE), weeks=2),
        session(day("tue", 3), CORE, block=2),
        phases=[("base", 2), ("taper", 1), ("race_week", 1)],
    )
    assert misses(numbers, finished) == each_week("core", weeks=(1, 2))


def test_what_a_session_repeats_in_later_weeks_adds_nothing_to_a_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), CORE)))
    assert misses(FOUR_OF_CORE, finished) == each_week("core", 2)


def test_a_week_that_holds_only_one_of_two_sessions_has_the_sets_of_that_one() -> None:
    more = session(day("fri"), item("plank", "hold", 3), slot="B")
    finished = plan(profile(), *weekly(session(day("tue"), CORE), weeks=3), *weekly(more, weeks=2))
    assert misses(FOUR_OF_CORE, finished) == {"week 3 core": 2, "week 4 core": 4}


@pytest.mark.parametrize("running", ["high", "cut_back"])
def test_weeks_that_run_high_or_are_cut_back_are_asked_for_nothing(running: Running) -> None:
    assert misses(FOUR_OF_CORE, plan(profile(), running={2: running})) == each_week("core", 4, weeks=(1, 3, 4))


@pytest.mark.parametrize(("priority", "asked"), [("A", (1, 2, 4)), ("B", (1, 2, 4)), ("C", (1, 2, 3, 4))])
def test_weeks_with_an_a_or_b_race_are_asked_for_nothing(priority: str, asked: tuple[int, ...]) -> None:
    race = {"name": "Goal", "date": day("sun", 3), "distance": "10k", "priority": priority}
    assert misses(FOUR_OF_CORE, plan(profile(races=[race]))) == each_week("core", 4, weeks=asked)


def test_weeks_of_less_than_seven_days_are_asked_for_nothing() -> None:
    finished = plan(profile(start=day("tue")))
    assert misses(FOUR_OF_CORE, finished) == each_week("core", 4, weeks=(2, 3, 4))


def test_sets_of_a_hold_for_grip_posture_or_balance_are_no_sets_of_a_category() -> None:
    numbers = rule("weekly_category_sets", least={"base": {"upper_push": 2, "upper_pull": 2, "calves_ankles": 2}})
    holds = item("mid_push_up_hold", "hold"), item("active_hang", "hold"), item("single_leg_balance", "hold")
    assert misses(numbers, plan(profile(), *weekly(session(day("tue"), *holds)))) == {
        **each_week("upper_push", 2), **each_week("upper_pull", 2), **each_week("calves_ankles", 2),
    }  # fmt: skip
