from writing import CORE, LEGS, day, misses, plan, profile, rule, session

RULE = rule("favourites", phases=("general_preparation", "base", "build", "race"))
WHO = profile(preferences={"favour": ["goblet_squat", "plank"]})


def test_each_favourite_may_be_in_another_session() -> None:
    finished = plan(WHO, session(day("tue"), LEGS), session(day("fri"), CORE, slot="B"))
    assert misses(RULE, finished) == {}


def test_a_favourite_is_missed_once_in_each_block_without_it() -> None:
    finished = plan(
        WHO,
        session(day("tue"), LEGS, CORE),
        session(day("tue", 3), LEGS, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 2 plank": 1}


def test_the_taper_is_not_asked_for_favourites() -> None:
    assert misses(RULE, plan(WHO, phases=[("taper", 4)])) == {}
