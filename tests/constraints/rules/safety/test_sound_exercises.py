import pytest

from writing import HEAVY, day, item, misses, plan, profile, rule, session

REHAB = item("spanish_squat", "hold")
ANY_REHAB = item("leg_extension")
"""helps no single injury"""


def test_free_weights_and_the_leg_curl_are_sound() -> None:
    assert misses(rule("sound_exercises"), plan(profile(), session(day("tue"), HEAVY, item("leg_curl")))) == {}


def test_what_the_guides_advise_against_is_out_even_while_injured() -> None:
    who = profile(injuries={"current": ["hips"]})
    machine, crunch = item("hip_abductor_machine", "prehab"), item("crunch", "core")
    finished = plan(who, session(day("tue"), machine), session(day("fri"), crunch, slot="B"))
    assert misses(rule("sound_exercises"), finished) == {
        "block 1 A hip_abductor_machine.prehab": 1, "block 1 B crunch.core": 1,
    }  # fmt: skip


@pytest.mark.parametrize("when", ["current", "prone"])
def test_rehabilitation_is_for_an_injury_it_helps_that_is_there_or_comes_back(when: str) -> None:
    knee, shins = profile(injuries={when: ["patellar"]}), profile(injuries={when: ["shins"]})
    assert misses(rule("sound_exercises"), plan(knee, session(day("tue"), REHAB))) == {}
    assert misses(rule("sound_exercises"), plan(shins, session(day("tue"), REHAB))) == {
        "block 1 A spanish_squat.hold": 1
    }


def test_rehabilitation_of_nothing_in_particular_needs_an_injury_that_is_there_now() -> None:
    now, once = profile(injuries={"current": ["shins"]}), profile(injuries={"prone": ["shins"]})
    assert misses(rule("sound_exercises"), plan(now, session(day("tue"), ANY_REHAB))) == {}
    assert misses(rule("sound_exercises"), plan(once, session(day("tue"), ANY_REHAB))) == {
        "block 1 A leg_extension.moderate": 1
    }


def test_without_an_injury_there_is_nothing_to_rehabilitate() -> None:
    assert misses(rule("sound_exercises"), plan(profile(), session(day("tue"), REHAB, ANY_REHAB))) == {
        "block 1 A spanish_squat.hold": 1, "block 1 A leg_extension.moderate": 1,
    }  # fmt: skip
