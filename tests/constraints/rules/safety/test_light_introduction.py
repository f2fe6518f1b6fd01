from writing import HEAVY, JUMPS, LEGS, day, item, misses, plan, profile, rule, session

WHO = profile(athlete={"experience": "intermediate"})


def test_moderate_lifts_and_jumps_are_not_heavy() -> None:
    finished = plan(WHO, session(day("tue"), JUMPS, LEGS), stage="introduction")
    assert misses(rule("light_introduction"), finished) == {}


def test_heavy_lifts_and_hard_lowering_wait() -> None:
    lowering = session(day("fri"), item("nordic_curl", "bodyweight"), slot="B")
    finished = plan(WHO, session(day("tue"), HEAVY), lowering, stage="introduction")
    assert misses(rule("light_introduction"), finished) == {
        "block 1 A back_squat.heavy": 1, "block 1 B nordic_curl.bodyweight": 1,
    }  # fmt: skip


def test_the_main_stage_may_be_heavy() -> None:
    assert misses(rule("light_introduction"), plan(WHO, session(day("tue"), HEAVY))) == {}
