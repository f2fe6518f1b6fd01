from writing import CORE, day, item, misses, plan, profile, rule, session

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
GLUTES, BACK = item("step_up"), item("romanian_deadlift")
CALVES = item("calf_raise", "calf")


def test_the_sets_of_a_week_add_up_over_its_sessions() -> None:
    finished = plan(
        profile(),
        session(day("tue"), GLUTES, CORE),
        session(day("fri"), BACK, CALVES, slot="B"),
        phases=[("race", 4)],
    )
    assert misses(RULE, finished) == {}


def test_each_set_short_counts_in_every_week_of_the_block() -> None:
    finished = plan(
        profile(), session(day("tue"), GLUTES, BACK, item("plank", "hold", 1)), phases=[("race", 4)]
    )  # fmt: skip
    assert misses(RULE, finished) == {"block 1 core": 4, "block 1 calves_ankles": 8}


def test_each_block_is_asked_for_what_its_phase_asks() -> None:
    numbers = rule("weekly_category_sets", least={"base": {"core": 3}, "taper": {"core": 2}, "race_week": {}})
    finished = plan(
        profile(),
        session(day("tue"), CORE),
        session(day("tue", 3), CORE, block=2),
        phases=[("base", 2), ("taper", 1), ("race_week", 1)],
    )
    assert misses(numbers, finished) == {"block 1 core": 2}


def test_what_a_session_repeats_in_later_weeks_adds_nothing_to_a_week() -> None:
    numbers = rule("weekly_category_sets", least={"base": {"core": 4}})
    finished = plan(profile(), session(day("tue"), CORE), session(day("tue", 2), CORE))
    assert misses(numbers, finished) == {"block 1 core": 8}


def test_sets_of_a_hold_for_grip_posture_or_balance_are_no_sets_of_a_category() -> None:
    numbers = rule("weekly_category_sets", least={"base": {"upper_push": 2, "upper_pull": 2, "calves_ankles": 2}})
    holds = item("mid_push_up_hold", "hold"), item("active_hang", "hold"), item("single_leg_balance", "hold")
    assert misses(numbers, plan(profile(), session(day("tue"), *holds))) == {
        "block 1 upper_push": 8, "block 1 upper_pull": 8, "block 1 calves_ankles": 8,
    }  # fmt: skip
