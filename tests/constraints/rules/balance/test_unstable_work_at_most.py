from writing import LEGS, day, item, misses, plan, profile, rule, session

UNEVEN, BALL = item("uneven_surface_push_up", "bodyweight"), item("stability_ball_core", "core")


def test_one_exercise_on_an_unstable_surface_in_each_session_is_fine() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, UNEVEN), session(day("fri"), LEGS, BALL, slot="B"))
    assert misses(rule("unstable_work_at_most", most=1), finished) == {}


def test_a_second_one_in_the_same_session_is_too_many() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), session(day("fri"), UNEVEN, BALL, slot="B"))
    assert misses(rule("unstable_work_at_most", most=1), finished) == {"block 1 B": 1}


def test_every_one_above_the_limit_counts() -> None:
    finished = plan(profile(), session(day("tue"), UNEVEN, BALL), session(day("fri"), UNEVEN, slot="B"))
    assert misses(rule("unstable_work_at_most", most=0), finished) == {"block 1 A": 2, "block 1 B": 1}


def test_one_leg_on_firm_ground_is_no_unstable_surface() -> None:
    firm = item("single_leg_squat", "bodyweight"), item("single_leg_balance", "hold"), item("push_up", "bodyweight")
    assert misses(rule("unstable_work_at_most", most=0), plan(profile(), session(day("tue"), *firm))) == {}
