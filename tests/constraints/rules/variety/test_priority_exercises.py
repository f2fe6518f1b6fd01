from writing import CORE, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule(
    "priority_exercises",
    categories=("glutes_hips", "posterior_chain", "core", "calves_ankles"),
    phases=("general_preparation", "base", "build"),
)
PRIORITIES = (item("step_up"), item("romanian_deadlift"), CORE, item("single_leg_calf_raise", "calf"))


def test_one_priority_exercise_of_each_category_is_enough() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), *PRIORITIES))) == {}


def test_another_exercise_of_the_category_does_not_count() -> None:
    others = (*PRIORITIES[:3], item("bent_knee_calf_raise", "calf"), LEGS)
    finished = plan(profile(), session(day("tue"), *others))
    assert misses(RULE, finished) == {"block 1 calves_ankles": 1}


def test_the_race_phase_asks_for_none() -> None:
    assert misses(RULE, plan(profile(), phases=[("race", 4)])) == {}
