from writing import HEAVY, day, item, misses, plan, profile, rule, session

RULE = rule("isometrics_first", weeks=3, light_weeks=6)
SORE = profile(injuries={"current": ["achilles"]})
HEAVY_HINGE, HINGE, NORDIC = (
    item("romanian_deadlift", "heavy"), item("romanian_deadlift"), item("nordic_curl", "bodyweight"),
)  # fmt: skip
RAISE, HOLD = item("calf_raise", "calf"), item("calf_raise_hold", "hold")


def test_a_sore_achilles_tendon_is_held_and_the_rest_of_the_leg_is_lifted() -> None:
    assert misses(RULE, plan(SORE, session(day("tue"), HEAVY, HOLD))) == {}


def test_raises_are_too_early_in_the_first_weeks() -> None:
    finished = plan(SORE, session(day("tue"), HOLD), session(day("fri"), RAISE, slot="B"))
    assert misses(RULE, finished) == {"block 1 B calf_raise.calf": 1}


def test_a_block_that_begins_after_three_weeks_may_move_again_and_one_before_may_not() -> None:
    late = plan(SORE, session(day("tue", 4), RAISE, block=2), phases=[("base", 3), ("base", 1)])
    assert misses(RULE, late) == {}
    early = plan(SORE, session(day("tue", 4), RAISE, block=2), phases=[("base", 2), ("base", 2)])
    assert misses(RULE, early) == {"block 2 A calf_raise.calf": 1}


def test_an_injury_of_the_past_needs_no_holds() -> None:
    who = profile(injuries={"prone": ["achilles"]})
    assert misses(RULE, plan(who, session(day("tue"), RAISE))) == {}


def test_after_the_holds_come_light_weeks_and_then_heavy_ones() -> None:
    who = profile(weeks=8, injuries={"current": ["hamstrings"]})
    finished = plan(
        who,
        session(day("tue"), HINGE),
        session(day("tue", 4), HINGE, block=2),
        session(day("fri", 4), HEAVY_HINGE, HEAVY, slot="B", block=2),
        session(day("tue", 7), HEAVY_HINGE, NORDIC, block=3),
        phases=[("base", 3), ("base", 3), ("build", 2)],
    )
    assert misses(RULE, finished) == {
        "block 1 A romanian_deadlift.moderate": 1,
        "block 2 B romanian_deadlift.heavy": 1,
    }


def test_a_thrust_waits_for_a_sore_hamstring_and_a_step_up_for_a_sore_knee() -> None:
    thrust, step_up, light = item("hip_thrust", "heavy"), item("step_up", "heavy"), item("step_up", "bodyweight")
    hold = item("glute_bridge_hold", "hold")
    for injury, lift in (("hamstrings", thrust), ("runners_knee", step_up)):
        who = profile(weeks=8, injuries={"current": [injury]})
        finished = plan(
            who,
            session(day("tue"), lift, hold),
            session(day("tue", 4), lift, light, block=2),
            session(day("tue", 7), lift, block=3),
            phases=[("base", 3), ("base", 3), ("build", 2)],
        )
        name = f"{lift.exercise}.heavy"
        assert misses(RULE, finished) == {f"block 1 A {name}": 1, f"block 2 A {name}": 1}


def test_the_warm_ups_hold_for_as_long_as_the_sessions() -> None:
    assert RULE.holds_weeks() == 3
    assert rule("injuries_spared").holds_weeks() == 0


def test_a_nordic_curl_is_heavy_without_any_weight() -> None:
    who = profile(injuries={"current": ["hamstrings"]})
    finished = plan(who, session(day("tue", 4), NORDIC, block=2), phases=[("base", 3), ("base", 1)])
    assert misses(RULE, finished) == {"block 2 A nordic_curl.bodyweight": 1}
    assert misses(rule("isometrics_first", light_weeks=3, weeks=3), finished) == {}


def test_weeks_are_counted_from_the_first_day_of_the_season() -> None:
    for start, found in (("thu", {}), ("fri", {"block 2 A calf_raise.calf": 1})):
        who = profile(start=day(start), injuries={"current": ["achilles"]})
        finished = plan(who, session(day("tue", 4), RAISE, block=2), phases=[("base", 3), ("base", 2)])
        assert misses(RULE, finished) == found, "to the nearest whole week"


def test_one_leg_takes_weight_later_than_two_legs() -> None:
    who = profile(weeks=8, injuries={"current": ["hips"]})
    lunge, squat, light = item("split_squat"), item("goblet_squat"), item("split_squat", "bodyweight")
    walk, bridge = item("monster_walk", "prehab"), item("single_leg_glute_bridge", "bodyweight")
    finished = plan(
        who,
        session(day("tue"), light, walk, bridge),
        session(day("tue", 4), lunge, squat, walk, block=2),
        session(day("fri", 4), light, slot="B", block=2),
        session(day("tue", 7), lunge, block=3),
        phases=[("base", 3), ("base", 3), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 1 A split_squat.bodyweight": 1, "block 2 A split_squat.moderate": 1}


def test_a_calf_takes_weight_later_than_it_moves() -> None:
    who = profile(weeks=8, injuries={"current": ["achilles"]})
    loaded = item("loaded_single_leg_calf_raise", "calf")
    finished = plan(
        who,
        session(day("tue", 4), RAISE, loaded, block=2),
        session(day("tue", 7), loaded, block=3),
        phases=[("base", 3), ("base", 3), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 2 A loaded_single_leg_calf_raise.calf": 1}
