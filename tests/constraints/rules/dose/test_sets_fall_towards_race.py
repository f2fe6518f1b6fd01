from writing import day, item, misses, plan, profile, rule, session

RULE = rule("sets_fall_towards_race", most={"base": 3, "build": 2})


def test_three_sets_in_base_and_two_from_the_build_on_are_fine() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("goblet_squat", sets=3)),
        session(day("tue", 3), item("goblet_squat", sets=2), block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {}


def test_a_third_set_is_too_many_from_the_build_on() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("goblet_squat", sets=3), item("bench_press", sets=2)),
        session(day("fri"), item("goblet_squat", sets=3), slot="B"),
        phases=[("build", 4)],
    )
    assert misses(RULE, finished) == {
        "block 1 A goblet_squat.moderate": 1,
        "block 1 B goblet_squat.moderate": 1,
    }


def test_a_fourth_set_is_too_many_even_in_base() -> None:
    finished = plan(profile(), session(day("tue"), item("goblet_squat", sets=4)))
    assert misses(RULE, finished) == {"block 1 A goblet_squat.moderate": 1}
