from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

PHASES = ("general_preparation", "base", "build")
RULE = rule("hip_thrusts_every_week", least=2, phases=PHASES)
THRUST, ONE_LEG = item("hip_thrust"), item("single_leg_hip_thrust", "bodyweight")


def test_two_sessions_with_a_hip_thrust_of_any_kind_are_enough() -> None:
    finished = plan(profile(), session(day("tue"), THRUST, LEGS), session(day("fri"), ONE_LEG, slot="B"))
    assert misses(RULE, finished) == {}


def test_a_session_that_is_missing_counts_in_each_week_of_its_block() -> None:
    finished = plan(
        profile(weeks=5),
        session(day("tue"), THRUST),
        session(day("fri"), HEAVY, slot="B"),
        session(day("tue", 4), LEGS, block=2),
        phases=[("base", 3), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 1": 3, "block 2": 4}


def test_two_hip_thrusts_in_one_session_are_one_day_of_them() -> None:
    finished = plan(profile(), session(day("tue"), THRUST, ONE_LEG))
    assert misses(RULE, finished) == {"block 1": 4}


def test_bridges_and_deadlifts_are_no_hip_thrusts() -> None:
    others = item("glute_bridge", "prehab"), item("romanian_deadlift")
    assert misses(
        rule("hip_thrusts_every_week", least=1, phases=PHASES), plan(profile(), session(day("tue"), *others))
    ) == {"block 1": 4}


def test_other_phases_ask_for_none() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), phases=[("race", 3), ("race_week", 1)])
    assert misses(RULE, finished) == {}


def test_a_hip_thrust_needs_an_easy_day() -> None:
    who = profile(runs={"tue": "tempo 50", "thu": "easy 40"})
    held = plan(who, session(day("tue"), THRUST), session(day("thu"), THRUST, slot="B"))
    assert misses(RULE, held) == {str(day("tue")): 1}


def test_a_heavy_hip_thrust_does_not_count() -> None:
    who = profile(runs={"tue": "tempo 50"})
    held = plan(who, session(day("tue"), item("hip_thrust", "heavy")))
    assert misses(RULE, held) == {"block 1": 8}
