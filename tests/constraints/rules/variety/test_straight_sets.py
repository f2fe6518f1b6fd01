from writing import CORE, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("straight_sets", phases=("general_preparation", "base", "build", "race", "taper", "race_week", "recovery"))


def test_exercises_one_after_the_other_are_straight_sets() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS, UPPER, CORE))) == {}


def test_each_pair_costs_once_for_its_session() -> None:
    first = item("goblet_squat", superset=1), item("bench_press", superset=1)
    second = item("reverse_lunge", superset=2), item("dumbbell_row", superset=2)
    finished = plan(
        profile(),
        session(day("tue"), *first, *second, CORE),
        session(day("fri"), *first, slot="B"),
        session(day("tue", 2), *first, *second, CORE),
    )
    assert misses(RULE, finished) == {"block 1 A": 2, "block 1 B": 1}


def test_other_phases_may_pair() -> None:
    pair = item("goblet_squat", superset=1), item("bench_press", superset=1)
    finished = plan(
        profile(),
        session(day("tue"), *pair),
        session(day("tue", 3), *pair, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 1 A": 1, "block 2 A": 1}
    assert misses(rule("straight_sets", phases=["base"]), finished) == {"block 1 A": 1}


def test_a_circuit_is_short_because_its_day_is() -> None:
    turns = item("goblet_squat", superset=1), item("bench_press", superset=1)
    circuit = session(day("tue"), *turns).model_copy(update={"circuit": True})
    assert misses(RULE, plan(profile(), circuit)) == {}
