import pytest

from writing import CORE, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule(
    "nothing_new_near_race", phases=("race", "taper", "race_week"), easy=("recovery",), a_days=7, b_days=7, weeks=4,
)  # fmt: skip
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


@pytest.mark.parametrize(("at", "missed"), [("sat", {}), ("mon", {"2027-01-11 A": 1})])
def test_in_the_last_week_before_a_race_holds_are_known_too(at: str, missed: dict[str, int]) -> None:
    who = profile(races=[{"name": "Goal", "date": day(at, 3), "distance": "10k"}])
    finished = plan(
        who, session(day("tue"), LUNGE), session(day("mon", 2), CORE, block=2), phases=[("build", 1), ("taper", 2)]
    )
    assert misses(RULE, finished) == missed


def test_other_phases_bring_new_work() -> None:
    finished = plan(
        profile(),
        session(day("tue"), CORE),
        session(day("tue", 3), JUMP, LUNGE, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {}


def tuning_up(day_of_race: str, week: int, priority: str = "B") -> dict[str, object]:
    return {"name": "Tune-up", "date": day(day_of_race, week), "distance": "10k", "priority": priority}


@pytest.mark.parametrize(("session_day", "missed"), [("tue", {"2027-01-19": 3}), ("fri", {"2027-01-22": 3})])
def test_a_session_made_for_the_week_before_a_b_race_holds_nothing_new(
    session_day: str, missed: dict[str, int]
) -> None:
    held = session(day("tue"), CORE, LEGS), session(day(session_day, 3), JUMP, LUNGE, CORE, slot="B")
    assert misses(RULE, plan(profile(races=[tuning_up("sat", 3)]), *held)) == missed
    assert misses(RULE, plan(profile(races=[tuning_up("sat", 3, "C")]), *held)) == {}


def test_what_its_letter_held_before_or_an_earlier_block_is_not_new_before_a_b_race() -> None:
    races = [tuning_up("sun", 3)]
    again = session(day("tue", 2), JUMP, CORE), session(day("tue", 3), JUMP, CORE)
    assert misses(RULE, plan(profile(races=races), *again)) == {}
    other_letter = session(day("tue"), JUMP, CORE), session(day("tue", 3), JUMP, slot="B", block=2)
    assert misses(RULE, plan(profile(races=races), *other_letter, phases=[("base", 2), ("build", 2)])) == {}


def test_the_week_before_the_b_race_ends_where_its_days_say() -> None:
    held = session(day("tue"), CORE), session(day("sat", 2), JUMP, slot="B")
    assert misses(RULE, plan(profile(races=[tuning_up("sat", 3)]), *held)) == {"2027-01-16": 1}
    assert misses(RULE, plan(profile(races=[tuning_up("sun", 3)]), *held)) == {}


def test_a_season_that_begins_in_the_week_before_a_b_race_may_begin() -> None:
    assert misses(RULE, plan(profile(races=[tuning_up("sat", 1)]), session(day("tue"), JUMP))) == {}


def test_recovery_may_begin_the_easiest_of_a_ladder_and_nothing_harder() -> None:
    easy = item("bodyweight_squat", "bodyweight"), item("glute_bridge", "prehab")
    hard = item("single_leg_squat", "bodyweight"), item("eccentric_heel_drop", "calf"), item("rkc_plank", "hold")
    begun = item("split_squat", "bodyweight"), CARRY
    finished = plan(
        profile(),
        session(day("tue"), CORE),
        session(day("tue", 2), *easy, *hard, block=2),
        session(day("fri", 2), *easy, *begun, slot="B", block=2),
        phases=[("base", 1), ("recovery", 3)],
    )
    assert misses(RULE, finished) == {
        "block 2 A single_leg_squat.bodyweight": 1,
        "block 2 A eccentric_heel_drop.calf": 1,
        "block 2 A rkc_plank.hold": 1,
        "block 2 B split_squat.bodyweight": 1,
        "block 2 B farmers_carry.hold": 1,
    }


@pytest.mark.parametrize(("weeks", "long"), [(3, False), (4, True)])
def test_what_was_done_long_ago_is_new_again(weeks: int, *, long: bool) -> None:
    at, plank = weeks + 2, item("rkc_plank", "hold")
    held = session(day("tue"), plank, LUNGE), session(day("tue", at), LUNGE, CORE, block=3)
    after = session(day("tue", at), plank, block=3)
    racing = plan(profile(weeks=7), *held, phases=[("build", 1), ("build", weeks), ("race", 6 - weeks)])
    assert misses(RULE, racing) == ({"block 3 A walking_lunge.bodyweight": 1} if long else {})
    repairing = plan(profile(weeks=7), held[0], after, phases=[("build", 1), ("build", weeks), ("recovery", 6 - weeks)])
    assert misses(RULE, repairing) == ({"block 3 A rkc_plank.hold": 1} if long else {})


@pytest.mark.parametrize(("weeks", "long"), [(3, False), (4, True)])
def test_what_was_done_long_ago_is_new_again_before_a_b_race(weeks: int, *, long: bool) -> None:
    at = weeks + 2
    held = session(day("tue"), LUNGE), session(day("tue", at), LUNGE, block=3)
    racing = profile(weeks=7, races=[tuning_up("sun", at)])
    finished = plan(racing, *held, phases=[("base", 1), ("base", weeks), ("build", 6 - weeks)])
    assert misses(RULE, finished) == ({str(day("tue", at)): 1} if long else {})
