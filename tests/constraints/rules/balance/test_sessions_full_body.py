from writing import HEAVY, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("sessions_full_body", lower=2, upper=1, phases=("general_preparation", "base", "build"))
TWO_LIFTS = (HEAVY, item("romanian_deadlift"))


def test_two_leg_lifts_and_one_exercise_for_the_upper_body_are_a_whole_session() -> None:
    held = plan(profile(), session(day("tue"), *TWO_LIFTS, UPPER))
    assert misses(RULE, held) == {}


def test_each_region_that_falls_short_is_counted() -> None:
    held = plan(profile(), session(day("tue"), *TWO_LIFTS), session(day("fri"), UPPER, slot="B"))
    assert misses(RULE, held) == {"block 1 A upper": 1, "block 1 B lower": 2}


def test_a_single_joint_exercise_is_no_lift_and_a_core_one_is_no_upper_body() -> None:
    held = plan(profile(), session(day("tue"), LEGS, item("calf_raise", "calf"), item("plank", "hold")))
    assert misses(RULE, held) == {"block 1 A lower": 1, "block 1 A upper": 1}


def test_phases_that_are_not_named_ask_for_nothing() -> None:
    held = plan(profile(), session(day("tue"), UPPER, phase="taper"), phases=[("taper", 4)])
    assert misses(RULE, held) == {}
