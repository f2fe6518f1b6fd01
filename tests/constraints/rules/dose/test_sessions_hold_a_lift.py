from writing import CORE, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("sessions_hold_a_lift", phases=("general_preparation", "base", "build"))
RAISE, JUMP = item("single_leg_calf_raise", "calf"), item("kettlebell_swing", "power")


def test_a_lift_of_the_legs_or_of_the_upper_body_is_enough() -> None:
    held = plan(profile(), session(day("tue"), item("step_up"), RAISE), session(day("fri"), UPPER, CORE, slot="B"))
    assert misses(RULE, held) == {}


def test_calf_raises_core_work_and_power_are_no_lifts() -> None:
    held = plan(profile(), session(day("tue"), RAISE, CORE), session(day("fri"), JUMP, CORE, slot="B"))
    assert misses(RULE, held) == {"block 1 A": 1, "block 1 B": 1}


def test_phases_that_are_not_named_ask_for_nothing() -> None:
    held = plan(profile(), session(day("tue"), RAISE, phase="taper"), phases=[("taper", 4)])
    assert misses(RULE, held) == {}
