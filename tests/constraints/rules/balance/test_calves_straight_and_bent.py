from writing import day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("calves_straight_and_bent", phases=("general_preparation", "base", "build"), either=("race",))
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


def test_the_race_phase_asks_for_one_of_the_two_and_the_taper_for_none() -> None:
    for one in (STRAIGHT, BENT):
        raised = weekly(session(day("tue"), one), weeks=3)
        assert misses(RULE, plan(profile(), *raised, phases=[("race", 4)])) == each_week("calf", weeks=[4])
    held = weekly(session(day("tue"), item("calf_raise_hold", "hold")))
    assert misses(RULE, plan(profile(), *held, phases=[("race", 4)])) == each_week("calf")
    assert misses(RULE, plan(profile(), *held, phases=[("taper", 4)])) == {}


def test_where_both_are_asked_for_one_is_not_enough() -> None:
    both = rule("calves_straight_and_bent", phases=("race",), either=("race",))
    assert misses(both, plan(profile(), *weekly(session(day("tue"), STRAIGHT)), phases=[("race", 4)])) == each_week(
        "bent"
    )
    assert misses(both, plan(profile(), phases=[("race", 4)])) == {**each_week("bent"), **each_week("straight")}
