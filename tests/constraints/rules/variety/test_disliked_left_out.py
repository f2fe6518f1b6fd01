from writing import HEAVY, LEGS, day, misses, plan, profile, rule, session

WHO = profile(preferences={"avoid": ["goblet_squat"]})


def test_a_plan_without_the_exercise_costs_nothing() -> None:
    assert misses(rule("disliked_left_out"), plan(WHO, session(day("tue"), HEAVY))) == {}


def test_a_disliked_exercise_counts_once_for_each_session_that_holds_it() -> None:
    finished = plan(
        WHO, session(day("tue"), LEGS), session(day("fri"), LEGS, slot="B"), session(day("tue", 2), LEGS)
    )  # fmt: skip
    assert misses(rule("disliked_left_out"), finished) == {
        "block 1 A goblet_squat.moderate": 1, "block 1 B goblet_squat.moderate": 1,
    }  # fmt: skip


def test_other_preferences_do_not_matter() -> None:
    who = profile(preferences={"favour": ["goblet_squat"]})
    assert misses(rule("disliked_left_out"), plan(who, session(day("tue"), LEGS))) == {}
