from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule("templates_kept", phases=("general_preparation", "base", "build"))
WHO = profile(strength={"templates": {"A": "hybrid_gym"}})
DEADLIFT, PULLDOWN = item("deadlift", "heavy"), item("lat_pulldown")


def test_a_session_with_everything_of_its_template_keeps_to_it_whatever_it_adds() -> None:
    finished = plan(WHO, session(day("tue"), HEAVY, DEADLIFT, PULLDOWN, LEGS))
    assert misses(RULE, finished) == {}


def test_an_exercise_may_be_done_in_another_style_than_the_templates() -> None:
    finished = plan(WHO, session(day("tue"), item("back_squat"), item("deadlift"), PULLDOWN))
    assert misses(RULE, finished) == {}


def test_each_exercise_that_is_missing_is_named_once_a_block_though_another_session_holds_it() -> None:
    finished = plan(
        WHO,
        session(day("tue"), HEAVY),
        session(day("tue", 2), HEAVY),
        session(day("fri"), DEADLIFT, slot="B"),
        session(day("tue", 3), HEAVY, DEADLIFT, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {
        "block 1 A deadlift": 1,
        "block 1 A lat_pulldown": 1,
        "block 2 A lat_pulldown": 1,
    }


def test_what_a_template_has_only_for_liking_or_rehabilitation_is_not_asked_for() -> None:
    who = profile(strength={"templates": {"B": "gym_lower"}})
    main = HEAVY, item("romanian_deadlift", "heavy"), item("walking_lunge"), item("calf_raise", "calf")
    finished = plan(who, session(day("tue")), session(day("fri"), *main, slot="B"))
    assert misses(RULE, finished) == {"block 1 B hanging_knee_raise": 1}


def test_letters_without_template_blocks_without_the_letter_and_other_phases_are_free() -> None:
    finished = plan(
        WHO,
        session(day("fri"), LEGS, slot="B"),
        session(day("tue", 3), LEGS, block=2),
        phases=[("base", 2), ("race", 2)],
    )
    assert misses(RULE, finished) == {}
