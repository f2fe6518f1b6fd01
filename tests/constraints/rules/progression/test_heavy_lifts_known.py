from writing import HEAVY, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("heavy_lifts_known", weeks=4, phases=("race",))
SQUAT, DEADLIFT = item("back_squat"), item("deadlift", "heavy")
PHASES = [("base", 1), ("build", 1), ("race", 1), ("race", 1)]


def test_a_lift_that_was_heavy_in_any_earlier_block_is_known() -> None:
    finished = plan(
        profile(),
        session(day("tue"), HEAVY),
        session(day("fri"), DEADLIFT, slot="B"),
        session(day("tue", 2), UPPER, block=2),
        session(day("tue", 3), HEAVY, DEADLIFT, block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {}


def test_a_lift_that_was_done_but_never_heavy_is_not_done_heavy() -> None:
    finished = plan(profile(), session(day("tue"), SQUAT), session(day("tue", 3), HEAVY, block=3), phases=PHASES)
    assert misses(RULE, finished) == {"block 3 A back_squat": 1}


def test_a_lift_that_is_new_in_the_race_phase_is_not_done_heavy() -> None:
    finished = plan(
        profile(),
        session(day("tue"), HEAVY),
        session(day("tue", 3), HEAVY, block=3),
        session(day("fri", 3), DEADLIFT, LEGS, slot="B", block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {"block 3 B deadlift": 1}


def test_another_session_of_the_same_block_does_not_make_it_known_but_the_block_does_for_the_next_one() -> None:
    finished = plan(
        profile(),
        session(day("tue", 3), SQUAT, block=3),
        session(day("fri", 3), HEAVY, slot="B", block=3),
        session(day("tue", 4), HEAVY, block=4),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {"block 3 B back_squat": 1}


def test_new_exercises_that_are_not_heavy_and_new_lifts_of_other_phases_are_fine() -> None:
    finished = plan(
        profile(),
        session(day("tue"), HEAVY),
        session(day("tue", 2), DEADLIFT, block=2),
        session(day("tue", 3), LEGS, item("romanian_deadlift"), block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {}


def test_a_lift_that_was_left_out_for_too_long_is_new_again() -> None:
    finished = plan(
        profile(weeks=5),
        session(day("tue"), HEAVY),
        session(day("tue", 3), HEAVY, block=3),
        phases=[("base", 1), ("build", 2), ("race", 2)],
    )
    assert misses(RULE, finished) == {}
    strict = rule("heavy_lifts_known", weeks=2, phases=("race",))
    assert misses(strict, finished) == {"block 3 A back_squat": 1}


def test_a_season_that_begins_with_the_race_phase_has_no_known_lift() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY), phases=[("race", 4)])
    assert misses(RULE, finished) == {"block 1 A back_squat": 1}
