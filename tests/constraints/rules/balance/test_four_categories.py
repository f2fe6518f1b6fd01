from writing import CORE, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule(
    "four_categories",
    categories=("glutes_hips", "posterior_chain", "core", "calves_ankles"),
    phases=("general_preparation", "base", "build", "race"),
)
GLUTES, BACK, CALVES = item("step_up"), item("romanian_deadlift"), item("calf_raise", "calf")


def test_the_four_categories_may_be_spread_over_the_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), GLUTES, CORE), session(day("fri"), BACK, CALVES, slot="B")))
    assert misses(RULE, finished) == {}


def test_a_missing_category_is_missed_every_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), GLUTES, BACK, CORE)))
    assert misses(RULE, finished) == each_week("calves_ankles")


def test_each_week_has_to_hold_them_itself() -> None:
    everything = session(day("tue"), GLUTES, BACK, CORE, CALVES)
    finished = plan(profile(), *weekly(everything, weeks=3), phases=[("base", 3), ("race", 1)])
    assert misses(RULE, finished) == {
        "week 4 glutes_hips": 1, "week 4 posterior_chain": 1, "week 4 core": 1, "week 4 calves_ankles": 1,
    }  # fmt: skip


def test_a_week_that_holds_only_one_of_two_sessions_misses_what_the_other_one_trains() -> None:
    one, other = session(day("tue"), GLUTES, CORE), session(day("fri"), BACK, CALVES, slot="B")
    finished = plan(profile(), *weekly(one), *weekly(other, weeks=3))
    assert misses(RULE, finished) == {"week 4 posterior_chain": 1, "week 4 calves_ankles": 1}


def test_the_taper_asks_for_none() -> None:
    assert misses(RULE, plan(profile(), phases=[("taper", 4)])) == {}


def test_standing_on_one_leg_is_no_calf_work() -> None:
    held = session(day("tue"), GLUTES, BACK, CORE, item("single_leg_balance", "hold"))
    assert misses(RULE, plan(profile(), *weekly(held))) == each_week("calves_ankles")
