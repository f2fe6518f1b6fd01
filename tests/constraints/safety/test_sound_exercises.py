from writing import HEAVY, day, item, misses, plan, profile, rule, session

REHAB = item("spanish_squat", "hold")


def test_free_weights_and_the_leg_curl_are_sound() -> None:
    assert misses(rule("sound_exercises"), plan(profile(), session(day("tue"), HEAVY, item("leg_curl")))) == {}


def test_what_the_guides_advise_against_is_out_even_while_injured() -> None:
    who = profile(injuries={"current": ["hips"]})
    machine, crunch = item("hip_abductor_machine", "prehab"), item("crunch", "core")
    finished = plan(who, session(day("tue"), machine), session(day("fri"), crunch, slot="B"))
    assert misses(rule("sound_exercises"), finished) == {
        "block 1 A hip_abductor_machine.prehab": 1, "block 1 B crunch.core": 1,
    }  # fmt: skip


def test_rehabilitation_needs_an_injury_that_is_there_now() -> None:
    now, once = profile(injuries={"current": ["patellar"]}), profile(injuries={"prone": ["patellar"]})
    assert misses(rule("sound_exercises"), plan(now, session(day("tue"), REHAB))) == {}
    assert misses(rule("sound_exercises"), plan(once, session(day("tue"), REHAB))) == {
        "block 1 A spanish_squat.hold": 1
    }
    assert misses(rule("sound_exercises"), plan(profile(), session(day("tue"), REHAB))) == {
        "block 1 A spanish_squat.hold": 1
    }
