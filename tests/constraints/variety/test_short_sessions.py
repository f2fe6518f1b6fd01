from writing import CORE, LEGS, UPPER, day, misses, plan, profile, rule, session


def test_every_exercise_of_a_session_costs_once_for_its_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS, UPPER, CORE),
        session(day("fri"), LEGS, slot="B"),
        session(day("tue", 2), LEGS, UPPER, CORE),
    )
    assert misses(rule("short_sessions"), finished) == {"block 1 A": 3, "block 1 B": 1}


def test_no_session_costs_nothing() -> None:
    assert misses(rule("short_sessions"), plan(profile())) == {}
