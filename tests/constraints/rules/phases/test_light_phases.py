from writing import HEAVY, JUMPS, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule(
    "light_phases",
    phases=("taper", "race_week", "recovery"),
    no_impact=("race_week", "recovery"),
    no_load=("recovery",),
)
PHASES = [("base", 1), ("taper", 1), ("race_week", 1), ("recovery", 1)]


def test_heavy_work_and_jumps_belong_in_base_and_lighter_work_anywhere() -> None:
    light = [session(day("tue", week), LEGS, UPPER, block=week) for week in (2, 3)]
    assert misses(RULE, plan(profile(), session(day("tue"), HEAVY, JUMPS), *light, phases=PHASES)) == {}


def test_recovery_loads_the_upper_body_but_no_legs() -> None:
    step_up = item("step_up", "bodyweight")
    held = plan(profile(), session(day("tue", 4), LEGS, UPPER, step_up, block=4), phases=PHASES)
    assert misses(RULE, held) == {"block 4 A goblet_squat.moderate": 1}


def test_a_calf_raise_with_a_weight_is_loaded_leg_work_whatever_its_style() -> None:
    raises = item("loaded_single_leg_calf_raise", "calf"), item("single_leg_bent_knee_calf_raise", "soleus")
    held = plan(profile(), session(day("tue", 4), *raises, block=4), phases=PHASES)
    assert misses(RULE, held) == {"block 4 A loaded_single_leg_calf_raise.calf": 1}


def test_recovery_carries_nothing_and_holds_no_weight() -> None:
    held = item("farmers_carry", "hold"), item("weighted_plank", "hold"), item("banded_hip_hold", "hold")
    finished = plan(profile(), session(day("tue", 4), *held, item("plank", "hold"), block=4), phases=PHASES)
    assert misses(RULE, finished) == {"block 4 A farmers_carry.hold": 1, "block 4 A weighted_plank.hold": 1}


def test_taper_allows_jumps_but_nothing_heavy_and_race_week_and_recovery_neither() -> None:
    sessions = [session(day("tue", week), JUMPS, HEAVY, block=week) for week in (2, 3, 4)]
    assert misses(RULE, plan(profile(), *sessions, phases=PHASES)) == {
        "block 2 A back_squat.heavy": 1,
        "block 3 A back_squat.heavy": 1,
        "block 3 A squat_jump.power": 1,
        "block 4 A back_squat.heavy": 1,
        "block 4 A squat_jump.power": 1,
    }


def test_an_eccentric_exercise_is_heavy_without_any_load() -> None:
    finished = plan(profile(), session(day("tue", 2), item("nordic_curl", "bodyweight"), block=2), phases=PHASES)
    assert misses(RULE, finished) == {"block 2 A nordic_curl.bodyweight": 1}


def test_swings_and_low_impact_drills_are_light_whatever_they_are_loaded_with() -> None:
    light = [item("kettlebell_swing"), item("skipping", "power")]
    assert misses(RULE, plan(profile(), session(day("tue", 3), *light, block=3), phases=PHASES)) == {}
