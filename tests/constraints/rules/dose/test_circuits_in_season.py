from writing import CORE, LEGS, UPPER, day, item, misses, plan, profile, rule, session

PHASES = ("build", "race")
RULE = rule("circuits_in_season", pairs=1, phases=PHASES)
FIRST = item("step_up", "bodyweight", superset=1), item("push_up", "bodyweight", superset=1)
SECOND = item("reverse_lunge", superset=2), item("dumbbell_row", superset=2)
SEASON = [("build", 2), ("race", 2)]


def test_a_pair_in_each_session_is_a_circuit() -> None:
    finished = plan(
        profile(),
        session(day("tue"), *FIRST, CORE),
        session(day("tue", 3), *FIRST, *SECOND, block=2),
        phases=SEASON,
    )
    assert misses(RULE, finished) == {}


def test_straight_sets_are_found_once_for_each_session_of_a_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS, UPPER),
        session(day("tue", 2), LEGS, UPPER),
        session(day("fri"), *FIRST, slot="B"),
        session(day("tue", 3), CORE, block=2),
        phases=SEASON,
    )
    assert misses(RULE, finished) == {"block 1 A": 1, "block 2 A": 1}


def test_every_pair_that_is_missing_counts() -> None:
    finished = plan(profile(), session(day("tue"), *FIRST), session(day("fri"), LEGS, slot="B"), phases=[("build", 4)])
    assert misses(rule("circuits_in_season", pairs=2, phases=PHASES), finished) == {"block 1 A": 1, "block 1 B": 2}


def test_straight_sets_are_fine_out_of_season_and_an_empty_block_has_no_session_to_pair() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, UPPER), phases=[("base", 2), ("build", 2)])
    assert misses(RULE, finished) == {}


def test_a_session_that_is_a_circuit_needs_no_pair() -> None:
    circuit = session(day("tue"), LEGS, UPPER).model_copy(update={"circuit": True})
    assert misses(RULE, plan(profile(), circuit, phases=[("build", 4)])) == {}
