from writing import HEAVY, LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

PHASES = ("general_preparation", "base", "build")
RULE = rule("hip_thrusts_every_week", least=2, phases=PHASES)
THRUST, ONE_LEG = item("hip_thrust"), item("single_leg_hip_thrust", "bodyweight")


def test_two_sessions_with_a_hip_thrust_of_any_kind_are_enough() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), THRUST, LEGS), session(day("fri"), ONE_LEG, slot="B")))
    assert misses(RULE, finished) == {}


def test_each_session_that_is_missing_counts_in_its_week() -> None:
    finished = plan(
        profile(weeks=5),
        *weekly(session(day("tue"), THRUST), session(day("fri"), HEAVY, slot="B"), weeks=3),
        *weekly(session(day("tue", 4), LEGS, block=2), weeks=2),
        phases=[("base", 3), ("build", 2)],
    )
    assert misses(RULE, finished) == each_week(weeks=(1, 2, 3)) | each_week("", 2, weeks=(4, 5))


def test_two_hip_thrusts_in_one_session_are_one_day_of_them() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), THRUST, ONE_LEG)))
    assert misses(RULE, finished) == each_week()


def test_bridges_and_deadlifts_are_no_hip_thrusts() -> None:
    others = item("glute_bridge", "prehab"), item("romanian_deadlift")
    once = rule("hip_thrusts_every_week", least=1, phases=PHASES)
    assert misses(once, plan(profile(), *weekly(session(day("tue"), *others)))) == each_week()


def test_other_phases_ask_for_none() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), phases=[("race", 3), ("race_week", 1)])
    assert misses(RULE, finished) == {}


def test_a_hip_thrust_needs_an_easy_day() -> None:
    who = profile(runs={"tue": "tempo 50", "thu": "easy 40"})
    held = plan(who, *weekly(session(day("tue"), THRUST), session(day("thu"), THRUST, slot="B")))
    assert misses(RULE, held) == {str(day("tue", week)): 1 for week in range(1, 5)}


def test_a_heavy_hip_thrust_does_not_count() -> None:
    who = profile(runs={"tue": "tempo 50"})
    held = plan(who, *weekly(session(day("tue"), item("hip_thrust", "heavy"))))
    assert misses(RULE, held) == each_week("", 2)
