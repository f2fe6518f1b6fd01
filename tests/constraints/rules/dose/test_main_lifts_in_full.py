from writing import day, item, misses, plan, profile, rule, session

RULE = rule("main_lifts_in_full", sets={"base": 3})


def test_three_sets_of_a_main_lift_in_base_are_full() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), item("back_squat", "heavy", 3)))) == {}


def test_two_sets_of_a_main_lift_in_base_are_one_short() -> None:
    finished = plan(profile(), session(day("tue"), item("back_squat", "heavy", 2), item("goblet_squat", sets=2)))
    assert misses(RULE, finished) == {"block 1 A back_squat": 1}
