from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

THIRD = item("step_down", "bodyweight")


def test_two_exercises_of_a_pattern_are_fine() -> None:
    assert misses(rule("patterns_vary"), plan(profile(), session(day("tue"), HEAVY, THIRD))) == {}


def test_a_third_one_in_the_session_is_not() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS, THIRD), session(day("tue", 2), HEAVY, LEGS, THIRD))
    assert misses(rule("patterns_vary"), finished) == {"block 1 A squat": 1}


def test_a_third_one_in_another_session_is_fine() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS), session(day("fri"), THIRD, slot="B"))
    assert misses(rule("patterns_vary"), finished) == {}


def test_a_hold_is_an_exercise_of_its_pattern() -> None:
    hold = session(day("fri"), HEAVY, LEGS, item("wall_sit", "hold"), slot="B")
    assert misses(rule("patterns_vary"), plan(profile(), session(day("tue")), hold)) == {"block 1 B squat": 1}
