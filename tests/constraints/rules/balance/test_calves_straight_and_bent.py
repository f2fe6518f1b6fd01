from writing import day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("calves_straight_and_bent", phases=("general_preparation", "base", "build"))
STRAIGHT, BENT = item("calf_raise", "calf"), item("bent_knee_calf_raise", "soleus")


def test_straight_in_one_session_and_bent_in_the_other_are_fine() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), STRAIGHT), session(day("fri"), BENT, slot="B")))
    assert misses(RULE, finished) == {}


def test_straight_alone_misses_the_bent_knee_every_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), STRAIGHT, item("single_leg_calf_raise", "calf"))))
    assert misses(RULE, finished) == each_week("bent")


def test_bent_alone_misses_the_straight_knee_every_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), BENT, item("bent_knee_eccentric_heel_drop", "soleus"))))
    assert misses(RULE, finished) == each_week("straight")


def test_a_hold_does_not_stand_for_raises() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), item("calf_raise_hold", "hold"), BENT)))
    assert misses(RULE, finished) == each_week("straight")


def test_other_phases_are_not_asked() -> None:
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), STRAIGHT)), phases=[("race", 4)])) == {}
