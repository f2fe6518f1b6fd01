from writing import CORE, LEGS, UPPER, day, item, misses, plan, profile, rule, session

PHASES = ("general_preparation", "base", "build", "recovery")
RULE = rule("holds_in_sessions", least=1, phases=PHASES)
WALL_SIT = item("wall_sit", "hold")


def test_a_hold_for_the_legs_or_the_trunk_in_each_session_is_enough() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, WALL_SIT), session(day("fri"), UPPER, CORE, slot="B"))
    assert misses(RULE, finished) == {}


def test_a_session_without_one_is_found_once_for_its_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS, WALL_SIT),
        session(day("fri"), LEGS, slot="B"),
        session(day("fri", 2), LEGS, slot="B"),
    )
    assert misses(RULE, finished) == {"block 1 B": 1}


def test_a_carry_is_no_hold() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, item("farmers_carry", "hold")))
    assert misses(RULE, finished) == {"block 1 A": 1}


def test_every_hold_that_is_missing_counts() -> None:
    finished = plan(
        profile(),
        session(day("mon"), LEGS, WALL_SIT, CORE),
        session(day("wed"), LEGS, WALL_SIT, slot="B"),
        session(day("fri"), LEGS, slot="C"),
    )
    assert misses(rule("holds_in_sessions", least=2, phases=PHASES), finished) == {"block 1 B": 1, "block 1 C": 2}


def test_other_phases_ask_for_none() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS),
        session(day("tue", 3), LEGS, block=2),
        phases=[("race", 2), ("recovery", 2)],
    )
    assert misses(RULE, finished) == {"block 2 A": 1}
