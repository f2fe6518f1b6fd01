from writing import CORE, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule("nothing_new_near_race", phases=("race", "taper", "race_week"))
JUMP, CARRY, LUNGE = item("squat_jump", "power"), item("farmers_carry", "hold"), item("walking_lunge", "bodyweight")
PHASES = [("build", 1), ("race", 1), ("race", 1)]


def test_what_an_earlier_block_held_goes_on_in_any_style_and_small_exercises_may_be_new() -> None:
    finished = plan(
        profile(),
        session(day("tue"), JUMP, LUNGE, CARRY),
        session(day("tue", 2), JUMP, CORE, block=2),
        session(day("tue", 3), item("walking_lunge", "moderate"), CARRY, item("clamshell", "prehab"), block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {}


def test_a_jump_a_compound_lift_and_a_carry_are_not_new_in_the_race_phase() -> None:
    finished = plan(
        profile(), session(day("tue"), CORE), session(day("tue", 2), JUMP, LUNGE, CARRY, block=2), phases=PHASES
    )
    assert misses(RULE, finished) == {
        "block 2 A squat_jump.power": 1,
        "block 2 A walking_lunge.bodyweight": 1,
        "block 2 A farmers_carry.hold": 1,
    }


def test_raises_and_curls_of_the_legs_are_not_new_either() -> None:
    sore = item("eccentric_heel_drop", "calf"), item("nordic_curl", "bodyweight")
    finished = plan(profile(), session(day("tue"), CORE), session(day("tue", 2), *sore, block=2), phases=PHASES)
    assert misses(RULE, finished) == {
        "block 2 A eccentric_heel_drop.calf": 1,
        "block 2 A nordic_curl.bodyweight": 1,
    }


def test_a_session_of_the_same_block_is_no_earlier_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), CORE),
        session(day("tue", 2), LUNGE, block=2),
        session(day("fri", 2), LUNGE, slot="B", block=2),
        session(day("tue", 3), LUNGE, block=3),
        phases=PHASES,
    )
    assert misses(RULE, finished) == {
        "block 2 A walking_lunge.bodyweight": 1,
        "block 2 B walking_lunge.bodyweight": 1,
    }


def test_the_first_block_of_a_season_near_its_race_may_be_new() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS), phases=[("race", 4)])) == {}


def test_other_phases_bring_new_work() -> None:
    finished = plan(
        profile(),
        session(day("tue"), CORE),
        session(day("tue", 3), JUMP, LUNGE, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {}
