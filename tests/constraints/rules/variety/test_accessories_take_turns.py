from typing import Any

import pytest

from profiles.plan import Item
from profiles.season import Phase
from writing import LEGS, day, item, misses, plan, profile, rule, session

RULE = rule(
    "accessories_take_turns", one_in=3, alike=("anti_rotation", "anti_lateral_flexion"),
    phases=("general_preparation", "base", "build"),
)  # fmt: skip
PLANK, SIDE, BUG = item("plank", "hold"), item("side_plank", "hold"), item("dead_bug", "core")
THIRDS: list[tuple[Phase, int]] = [("base", 4), ("base", 4), ("build", 4)]
QUARTERS: list[tuple[Phase, int]] = [("base", 3), ("base", 3), ("base", 3), ("build", 3)]
SAID: dict[str, Any] = {"places": {"home": {"equipment": ["mat"]}}, "athlete": {"experience": "intermediate"}}


def found(*held: Item, phases: list[tuple[Phase, int]] = THIRDS, letters: str = "A", **said: Any) -> dict[str, int]:
    """What is missed where each block holds one exercise, in each week and in each of its letters."""
    starts = [1 + sum(weeks for _, weeks in phases[:number]) for number in range(len(phases))]
    sessions = [
        session(day(weekday, start + week), one, slot=letter, block=number, phase=phase)
        for number, (start, one, (phase, weeks)) in enumerate(zip(starts, held, phases, strict=True), 1)
        for week in range(weeks)
        for weekday, letter in zip(("tue", "thu", "sat"), letters, strict=False)
    ]
    return misses(RULE, plan(profile(weeks=12, **(SAID | said)), *sessions, phases=phases))


def test_an_accessory_stands_in_a_third_of_the_weeks() -> None:
    assert found(PLANK, SIDE, BUG) == {}
    assert found(PLANK, SIDE, PLANK) == {"block 3 plank": 1}
    assert found(PLANK, PLANK, SIDE) == {"block 2 plank": 1}


def test_jumps_go_on() -> None:
    jump = item("squat_jump", "power")
    assert found(jump, jump, jump) == {}


def test_short_blocks_may_share_a_third() -> None:
    parts: list[tuple[Phase, int]] = [("base", 2), ("base", 2), ("base", 4), ("build", 4)]
    assert found(PLANK, PLANK, SIDE, SIDE, phases=parts) == {"block 4 side_plank": 1}


def test_one_letter_of_one_block_may_be_longer() -> None:
    long: list[tuple[Phase, int]] = [("base", 7), ("build", 5)]
    assert found(PLANK, SIDE, phases=long) == {}
    assert found(PLANK, SIDE, phases=long, letters="AB") == {"block 1 plank": 1, "block 2 side_plank": 1}


def test_letters_of_one_block_count_together() -> None:
    each = {"block 1 plank": 1, "block 2 side_plank": 1, "block 3 dead_bug": 1}
    assert found(PLANK, SIDE, BUG, letters="AB") == each
    sixths: list[tuple[Phase, int]] = [("base", 2), ("base", 5), ("build", 5)]
    assert found(PLANK, SIDE, BUG, phases=sixths, letters="AB") == {"block 2 side_plank": 1, "block 3 dead_bug": 1}
    assert found(PLANK, PLANK, BUG, phases=sixths, letters="AB") == {"block 2 plank": 2, "block 3 dead_bug": 1}
    assert found(PLANK, SIDE, BUG, letters="ABC")["block 1 plank"] == 2


def test_where_fewer_can_be_done_each_takes_a_larger_part() -> None:
    alone = {"exclude": ["plank", "rkc_plank", "hollow_body_hold"]}
    assert found(BUG, SIDE, BUG, preferences=alone) == {}
    two = {"exclude": ["rkc_plank", "hollow_body_hold"]}
    assert found(BUG, PLANK, BUG, SIDE, phases=QUARTERS, preferences=two) == {}
    assert found(BUG, PLANK, BUG, BUG, phases=QUARTERS, preferences=two) == {"block 4 dead_bug": 1}


@pytest.mark.parametrize(
    "more",
    [
        {"places": {"home": {"equipment": ["mat", "long band"]}}},
        {"preferences": {"exclude": ["hollow_body_hold"]}},
        {"places": {"home": {"equipment": ["mat", "ab wheel"]}}},
    ],
)
def test_a_third_that_place_and_runner_allow_makes_three_turns(more: dict[str, Any]) -> None:
    said = {"preferences": {"exclude": ["rkc_plank", "hollow_body_hold"]}} | more
    assert found(BUG, PLANK, BUG, **said) == {"block 3 dead_bug": 1}


def test_parts_of_the_season_are_whole_blocks() -> None:
    assert found(BUG, PLANK, BUG, preferences={"exclude": ["rkc_plank", "hollow_body_hold"]}) == {}
    in_two_letters = found(BUG, PLANK, BUG, letters="AB", preferences={"exclude": ["rkc_plank", "hollow_body_hold"]})
    assert in_two_letters == {"block 1 dead_bug": 1, "block 2 plank": 1, "block 3 dead_bug": 2}
    three = {"exclude": ["hollow_body_hold"]}
    assert found(BUG, PLANK, item("rkc_plank", "hold"), BUG, phases=QUARTERS, preferences=three) == {}
    assert found(BUG, PLANK, BUG, BUG, phases=QUARTERS, preferences=three) == {"block 4 dead_bug": 1}


def test_what_is_above_the_runner_outgrown_or_harmful_takes_no_turn() -> None:
    assert found(BUG, PLANK, BUG, SIDE, phases=QUARTERS, athlete={"experience": "beginner"}) == {}
    few = {"exclude": ["side_plank_reach", "side_plank_hip_dip", "bird_dog"]}
    assert found(SIDE, BUG, SIDE, PLANK, phases=QUARTERS, preferences=few) == {}
    curl, gym = item("leg_curl"), {"home": {"equipment": ["foot anchor", "machines"]}}
    assert found(curl, curl, curl, places=gym) == {}
    advanced = {"experience": "advanced"}
    assert found(curl, PLANK, curl, curl, phases=QUARTERS, places=gym, athlete=advanced) == {"block 4 leg_curl": 1}
    sore = {"athlete": advanced, "injuries": {"current": ["hamstrings"]}}
    assert found(curl, curl, curl, places=gym, **sore) == {}  # Nordic curls harm


@pytest.mark.parametrize(
    "stays",
    [LEGS, item("push_up"), item("single_leg_calf_raise", "calf"), item("single_leg_calf_raise_hold", "hold")],
)
def test_a_compound_lift_and_calf_work_stay(stays: Item) -> None:
    assert found(stays, stays, stays, letters="AB") == {}


@pytest.mark.parametrize(
    "said",
    [
        {"preferences": {"favour": ["side_plank"]}},
        {"injuries": {"current": ["itb"]}},
        {"strength": {"templates": {"A": "home_circuit"}}},
    ],
)
def test_what_the_runner_wants_or_needs_stays(said: dict[str, Any]) -> None:
    assert found(SIDE, SIDE, SIDE, **said) == {}


def test_an_injury_that_is_over_keeps_nothing() -> None:
    assert found(SIDE, SIDE, PLANK, injuries={"prone": ["itb"]}) == {"block 2 side_plank": 1}


def test_patterns_that_serve_one_purpose_take_turns_together() -> None:
    beginner, bird = {"athlete": {"experience": "beginner"}}, item("bird_dog", "core")
    assert found(SIDE, BUG, SIDE, phases=THIRDS, **beginner) == {"block 3 side_plank": 1}
    assert found(bird, BUG, bird, phases=THIRDS, **beginner) == {"block 3 bird_dog": 1}


def test_other_phases_neither_count_nor_ask() -> None:
    assert found(PLANK, PLANK, phases=[("build", 6), ("race", 6)]) == {}
    assert found(PLANK, PLANK, SIDE, phases=[("base", 4), ("recovery", 4), ("base", 4)]) == {}
