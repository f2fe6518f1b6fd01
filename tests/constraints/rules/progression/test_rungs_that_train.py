from typing import Any

import pytest

from profiles.exercise import Experience
from writing import day, item, misses, plan, profile, rule, session

RULE = rule("rungs_that_train", blocks=1, phases=("general_preparation", "base", "build", "race"))
KNEES = item("side_plank_knee_down", "hold")
PULLS = item("assisted_pull_up", "bodyweight")


def found(experience: Experience) -> dict[str, int]:
    who = profile(athlete={"experience": experience})
    return misses(RULE, plan(who, session(day("tue"), KNEES, PULLS)))


def test_a_beginner_may_do_every_rung() -> None:
    assert found("beginner") == {}


@pytest.mark.parametrize(
    ("experience", "past"),
    [
        ("intermediate", {"block 1 A side_plank_knee_down.hold": 1}),
        ("advanced", {"block 1 A side_plank_knee_down.hold": 1, "block 1 A assisted_pull_up.bodyweight": 1}),
    ],
)
def test_a_rung_that_is_too_easy_for_the_runner_is_found(experience: Experience, past: dict[str, int]) -> None:
    assert found(experience) == past


def test_harder_rungs_are_fine() -> None:
    who = profile(athlete={"experience": "advanced"})
    held = plan(who, session(day("tue"), item("side_plank", "hold"), item("goblet_squat")))
    assert misses(RULE, held) == {}


def eased(**said: Any) -> dict[str, int]:
    """What is found of a squat without weight and a calf raise on two feet, of an intermediate runner."""
    held = session(day("tue"), item("bodyweight_squat", "bodyweight"), item("calf_raise", "calf"))
    return misses(RULE, plan(profile(**{"athlete": {"experience": "intermediate"}} | said), held))


SQUAT, RAISE = "block 1 A bodyweight_squat.bodyweight", "block 1 A calf_raise.calf"
BARE = {"home": {"equipment": []}}


def test_a_squat_without_weight_still_trains_where_there_is_no_weight() -> None:
    deep = session(day("tue"), item("full_range_squat", "bodyweight"))
    assert misses(RULE, plan(profile(athlete={"experience": "intermediate"}, places=BARE), deep)) == {}
    assert eased(places={}) == {SQUAT: 1, RAISE: 1}  # the deeper squat and one leg need no equipment
    assert eased(places={"home": {"equipment": ["dumbbells"]}}) == {SQUAT: 1, RAISE: 1}
    assert eased(places={**BARE, "gym": {"equipment": ["kettlebell 16"]}}) == {SQUAT: 1, RAISE: 1}
    assert eased(places={"home": {"equipment": ["barbell", "rack"]}}) == {SQUAT: 1, RAISE: 1}
    assert eased(places=BARE, injuries={"current": ["patellar"]}) == {RAISE: 1}  # which rules out a deeper squat


def test_the_advanced_squat_on_one_leg_where_there_is_no_weight() -> None:
    deep = session(day("tue"), item("full_range_squat", "bodyweight"))
    barred = {"block 1 A full_range_squat.bodyweight": 1}
    assert misses(RULE, plan(profile(athlete={"experience": "advanced"}, places=BARE), deep)) == barred
    sore = profile(athlete={"experience": "advanced"}, places=BARE, injuries={"current": ["patellar"]})
    assert misses(RULE, plan(sore, deep)) == {}


def test_intermediates_do_after_the_first_blocks() -> None:
    deep = item("full_range_squat", "bodyweight")
    held = session(day("tue"), deep), session(day("tue", 3), deep, block=2)
    who = profile(athlete={"experience": "intermediate"}, places=BARE)
    barred = {"block 2 A full_range_squat.bodyweight": 1}
    assert misses(RULE, plan(who, *held, phases=[("base", 2), ("build", 2)])) == barred


def test_an_excluded_rung_is_out_of_reach() -> None:
    squats = ["goblet_squat", "back_squat", "full_range_squat", "banded_squat"]
    assert eased(preferences={"exclude": squats}) == {RAISE: 1}


def test_an_injury_keeps_the_easy_rung_that_helps_it() -> None:
    assert eased(injuries={"current": ["achilles"]}) == {SQUAT: 1}
    assert eased(injuries={"prone": ["achilles"]}) == {SQUAT: 1, RAISE: 1}


def test_whoever_comes_back_or_rests_may_do_easy_rungs() -> None:
    who = profile(athlete={"experience": "advanced"})
    held = session(day("tue"), item("glute_bridge", "prehab"))
    assert misses(RULE, plan(who, held, stage="introduction")) == {}
    assert misses(RULE, plan(who, held, phases=[("recovery", 4)])) == {}
    assert misses(RULE, plan(who, held)) == {"block 1 A glute_bridge.prehab": 1}
