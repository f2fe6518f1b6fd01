from writing import CORE, HEAVY, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("sessions_differ", phases=("general_preparation", "base", "build"))


def test_sessions_that_share_a_heavy_lift_alone_differ() -> None:
    held = plan(profile(), session(day("tue"), HEAVY, UPPER), session(day("fri"), HEAVY, CORE, slot="B"))
    assert misses(RULE, held) == {}


def test_a_small_exercise_counts_in_each_session_after_its_first_once_a_block() -> None:
    sessions = [session(day(name), CORE, slot=slot) for name, slot in (("mon", "A"), ("wed", "B"), ("fri", "C"))]
    again = session(day("mon", 2), CORE)
    assert misses(RULE, plan(profile(), *sessions, again)) == {"block 1 plank": 2}


def test_another_style_of_an_exercise_is_the_same_exercise_unless_it_is_heavy() -> None:
    lunges = item("step_up", "bodyweight"), item("step_up", "moderate")
    held = plan(profile(), session(day("tue"), lunges[0]), session(day("fri"), lunges[1], slot="B"))
    assert misses(RULE, held) == {"block 1 step_up": 1}
    squats = plan(profile(), session(day("tue"), LEGS), session(day("fri"), item("goblet_squat", "heavy"), slot="B"))
    assert misses(RULE, squats) == {}


def test_other_phases_may_repeat_what_they_like() -> None:
    sessions = [session(day(name), CORE, slot=slot, phase="race") for name, slot in (("mon", "A"), ("wed", "B"))]
    assert misses(RULE, plan(profile(), *sessions, phases=[("race", 4)])) == {}
