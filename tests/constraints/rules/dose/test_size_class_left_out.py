from writing import CORE, HEAVY, JUMPS, LEGS, UPPER, day, item, misses, plan, profile, rule, session

QUICK = profile(athlete={"gains_muscle_quickly": True})


def test_heavy_fast_and_unloaded_work_builds_little_size() -> None:
    unloaded = item("step_up", "bodyweight"), item("calf_raise", "calf"), item("clamshell", "prehab")
    finished = plan(QUICK, session(day("tue"), HEAVY, JUMPS, *unloaded, CORE))
    assert misses(rule("size_class_left_out"), finished) == {}


def test_loaded_sets_of_eight_to_twelve_are_found_for_legs_and_upper_body() -> None:
    finished = plan(QUICK, session(day("tue"), LEGS, CORE), session(day("fri"), UPPER, HEAVY, slot="B"))
    assert misses(rule("size_class_left_out"), finished) == {
        "block 1 A goblet_squat.moderate": 1,
        "block 1 B bench_press.moderate": 1,
    }


def test_other_runners_may_do_them() -> None:
    who = profile(athlete={"gains_muscle_quickly": False})
    assert misses(rule("size_class_left_out"), plan(who, session(day("tue"), LEGS, UPPER))) == {}
