from writing import day, item, misses, plan, profile, rule, session

RULE = rule("ladders_climb", phases=("general_preparation", "base", "build"))
LOW, MIDDLE, HIGH = (
    item("bodyweight_squat", "bodyweight"),
    item("goblet_squat"),
    item("back_squat", "heavy"),
)
PHASES = [("base", 1), ("base", 1), ("build", 1), ("race", 1)]


def test_a_season_may_climb_a_ladder_or_keep_its_rung() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LOW),
        session(day("tue", 2), MIDDLE, block=2),
        session(day("tue", 3), HIGH, block=3),
        session(day("tue", 4), HIGH, block=4),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {}


def test_the_rung_below_one_already_done_counts_in_each_session_however_long_ago_that_was() -> None:
    finished = plan(
        profile(),
        session(day("tue"), MIDDLE, HIGH),
        session(day("tue", 2), item("plank"), block=2),
        session(day("tue", 3), LOW, block=3),
        session(day("fri", 3), MIDDLE, slot="B", block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {
        "block 3 A bodyweight_squat.bodyweight": 1,
        "block 3 B goblet_squat.moderate": 1,
    }


def test_a_step_down_is_one_over_any_number_of_rungs() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("loaded_single_leg_calf_raise", "calf"), HIGH),
        session(day("tue", 2), item("calf_raise", "calf"), LOW, block=2),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {
        "block 2 A calf_raise.calf": 1,
        "block 2 A bodyweight_squat.bodyweight": 1,
    }


def test_the_rungs_between_do_not_count_for_what_a_block_did_not_hold() -> None:
    finished = plan(profile(), session(day("tue"), LOW), session(day("tue", 2), HIGH, block=2), phases=PHASES)
    assert misses(RULE, finished) == {}


def test_a_variant_is_no_step_in_either_direction() -> None:
    one, other = item("romanian_deadlift"), item("deadlift", "heavy")
    finished = plan(
        profile(),
        session(day("tue"), one),
        session(day("tue", 2), other, block=2),
        session(day("tue", 3), one, block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {}


def test_what_stands_below_one_variant_stands_below_the_others() -> None:
    finished = plan(
        profile(),
        session(day("tue"), item("banded_hip_thrust")),
        session(day("tue", 2), item("glute_bridge", "prehab"), block=2),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {"block 2 A glute_bridge.prehab": 1}


def test_each_week_of_a_block_counts() -> None:
    finished = plan(
        profile(weeks=5),
        session(day("tue"), MIDDLE),
        session(day("tue", 3), LOW, block=2),
        phases=[("base", 2), ("base", 3)],
    )
    assert misses(RULE, finished) == {"block 2 A bodyweight_squat.bodyweight": 3}


def test_phases_that_ease_may_step_down() -> None:
    finished = plan(profile(), session(day("tue"), HIGH), session(day("tue", 4), LOW, block=4), phases=PHASES)
    assert misses(RULE, finished) == {}


def test_two_rungs_within_one_block_are_not_judged() -> None:
    finished = plan(profile(), session(day("tue"), HIGH), session(day("fri"), LOW, slot="B"), phases=PHASES)
    assert misses(RULE, finished) == {}
