from writing import CORE, LEGS, day, misses, plan, profile, rule, session

WHO = profile(preferences={"favour": ["goblet_squat", "plank"]})


def test_each_favourite_may_be_in_another_session() -> None:
    finished = plan(WHO, session(day("tue"), LEGS), session(day("fri"), CORE, slot="B"))
    assert misses(rule("favourites"), finished) == {}


def test_a_favourite_is_missed_once_in_each_block_without_it() -> None:
    finished = plan(
        WHO,
        session(day("tue"), LEGS, CORE),
        session(day("tue", 3), LEGS, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(rule("favourites"), finished) == {"block 2 plank": 1}


def test_the_taper_is_not_asked_for_favourites() -> None:
    assert misses(rule("favourites"), plan(WHO, phases=[("taper", 4)])) == {}
