from writing import CORE, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule(
    "exercises_at_most", most=8, leg_compounds=3, upper=2, core=2, calves=2, holds=1, holds_first=2, first_weeks=3
)
EIGHT = (
    item("romanian_deadlift", "heavy"), LEGS, item("reverse_lunge"), UPPER, item("dumbbell_row"), CORE,
    item("pallof_press", "core"), item("wall_sit", "hold"),
)  # fmt: skip


def test_a_session_may_reach_every_limit() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), *EIGHT))) == {}


def test_a_ninth_exercise_and_a_third_for_the_upper_body_are_too_many_in_every_week() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), session(day("fri"), *EIGHT, item("face_pull"), slot="B"))
    assert misses(RULE, finished) == {"block 1 B in all": 4, "block 1 B upper": 4}


def test_a_fourth_leg_compound_is_too_many_but_a_leg_isolation_is_not() -> None:
    legs = EIGHT[:3]
    isolation = plan(profile(), session(day("tue"), *legs, item("leg_curl")))
    assert misses(RULE, isolation) == {}
    compound = plan(profile(), session(day("tue"), *legs, item("step_up")))
    assert misses(RULE, compound) == {"block 1 A legs": 4}


def test_planks_are_core_work_and_no_holds() -> None:
    finished = plan(profile(), session(day("tue"), CORE, item("side_plank", "hold"), item("hollow_body_hold", "hold")))
    assert misses(RULE, finished) == {"block 1 A core": 4}
    holds = plan(profile(), session(day("tue"), item("wall_sit", "hold"), item("glute_bridge_hold", "hold")))
    assert misses(RULE, holds) == {"block 1 A holds": 4}


def test_a_current_injury_allows_a_second_hold_while_it_takes_holds_only() -> None:
    holds = item("wall_sit", "hold"), item("glute_bridge_hold", "hold")
    sore, phases = profile(injuries={"current": ["hamstrings"]}), [("base", 3), ("build", 1)]
    finished = plan(sore, session(day("tue"), *holds), session(day("tue", 4), *holds, block=2), phases=phases)
    assert misses(RULE, finished) == {"block 2 A holds": 1}
    third = plan(sore, session(day("tue"), *holds, item("calf_raise_hold", "hold")), phases=phases)
    assert misses(RULE, third) == {"block 1 A holds": 3}


def test_each_session_is_judged_alone() -> None:
    upper = (UPPER, item("dumbbell_row"))
    finished = plan(profile(), session(day("tue"), *upper), session(day("fri"), *upper, slot="B"))
    assert misses(RULE, finished) == {}
