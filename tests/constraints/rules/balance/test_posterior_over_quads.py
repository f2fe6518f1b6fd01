from writing import CORE, LEGS, day, item, misses, plan, profile, rule, session

BACK, GLUTES = item("romanian_deadlift"), item("hip_thrust")


def test_as_many_sets_behind_as_in_front_are_enough_over_the_week() -> None:
    finished = plan(profile(), session(day("tue"), BACK), session(day("fri"), LEGS, slot="B"))
    assert misses(rule("posterior_over_quads"), finished) == {}


def test_more_sets_in_front_are_missed_set_by_set_once_for_the_block() -> None:
    finished = plan(profile(), session(day("tue"), item("goblet_squat", sets=3), item("split_squat", sets=2), BACK))
    assert misses(rule("posterior_over_quads"), finished) == {"block 1": 3}


def test_glutes_count_as_behind_and_core_and_calves_as_neither() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, item("leg_press"), BACK, GLUTES))
    assert misses(rule("posterior_over_quads"), finished) == {}
    finished = plan(profile(), session(day("tue"), LEGS, CORE, item("calf_raise", "calf")))
    assert misses(rule("posterior_over_quads"), finished) == {"block 1": 2}


def test_a_knee_held_up_trains_nothing_behind() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, item("hip_flexor_hold", "hold")))
    assert misses(rule("posterior_over_quads"), finished) == {"block 1": 2}
