from writing import CORE, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("enough_exercises", least={"base": 5, "taper": 3})
FIVE = (LEGS, UPPER, CORE, item("romanian_deadlift"), item("calf_raise", "calf"))


def test_five_exercises_make_a_session_of_the_base() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), *FIVE))) == {}


def test_each_exercise_short_counts_in_every_week_of_the_block_and_for_each_session_alone() -> None:
    finished = plan(profile(), session(day("tue"), *FIVE[:3]), session(day("fri"), *FIVE[:4], slot="B"))
    assert misses(RULE, finished) == {"block 1 A": 8, "block 1 B": 4}


def test_a_taper_session_needs_fewer() -> None:
    finished = plan(profile(), session(day("tue"), *FIVE[:3]), phases=[("taper", 4)])
    assert misses(RULE, finished) == {}


def test_a_block_without_sessions_misses_nothing() -> None:
    assert misses(RULE, plan(profile())) == {}


def test_a_circuit_may_hold_fewer() -> None:
    circuit = session(day("tue"), *FIVE[:2]).model_copy(update={"circuit": True})
    assert misses(RULE, plan(profile(), circuit)) == {}
