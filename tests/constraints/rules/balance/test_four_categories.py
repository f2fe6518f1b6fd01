from writing import CORE, day, item, misses, plan, profile, rule, session

RULE = rule(
    "four_categories",
    categories=("glutes_hips", "posterior_chain", "core", "calves_ankles"),
    phases=("general_preparation", "base", "build", "race"),
)
GLUTES, BACK, CALVES = item("step_up"), item("romanian_deadlift"), item("calf_raise", "calf")


def test_the_four_categories_may_be_spread_over_the_week() -> None:
    finished = plan(profile(), session(day("tue"), GLUTES, CORE), session(day("fri"), BACK, CALVES, slot="B"))
    assert misses(RULE, finished) == {}


def test_a_missing_category_is_missed_every_week() -> None:
    finished = plan(profile(), session(day("tue"), GLUTES, BACK, CORE))
    assert misses(RULE, finished) == {"block 1 calves_ankles": 4}


def test_each_block_has_to_hold_them_itself() -> None:
    finished = plan(
        profile(), session(day("tue"), GLUTES, BACK, CORE, CALVES), phases=[("base", 3), ("race", 1)]
    )  # fmt: skip
    assert misses(RULE, finished) == {
        "block 2 glutes_hips": 1, "block 2 posterior_chain": 1, "block 2 core": 1, "block 2 calves_ankles": 1,
    }  # fmt: skip


def test_the_taper_asks_for_none() -> None:
    assert misses(RULE, plan(profile(), phases=[("taper", 4)])) == {}


def test_standing_on_one_leg_is_no_calf_work() -> None:
    finished = plan(profile(), session(day("tue"), GLUTES, BACK, CORE, item("single_leg_balance", "hold")))
    assert misses(RULE, finished) == {"block 1 calves_ankles": 4}
