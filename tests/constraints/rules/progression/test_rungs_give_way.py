from typing import Any

import pytest

from profiles.plan import Style
from writing import day, item, misses, plan, profile, rule, session

RULE = rule("rungs_give_way", sessions=2, reps=10, styles=("bodyweight", "hold"), phases=("base", "build"))
DAYS = day("tue"), day("fri"), day("tue", 2)
PUSH = "push_up"


def found(name: str = PUSH, *, style: Style = "bodyweight", times: int = 2, phase: str = "build", **said: Any) -> bool:
    """Whether an exercise is found in the second block after so many sessions with it in the first."""
    who = profile(**{"athlete": {"experience": "intermediate"}, "places": {"home": {"equipment": ["mat"]}}} | said)
    held = [session(date, item(name, style), slot=slot) for date, slot in zip(DAYS[:times], "ABA", strict=False)]
    late = session(day("tue", 3), item(name, style), block=2)
    missed = misses(RULE, plan(who, *held, late, phases=[("base", 2), (phase, 2)]))
    assert missed in ({}, {f"block 2 A {name}.{style}": 1})
    return bool(missed)


def test_enough_sessions_of_earlier_blocks_make_a_rung_give_way() -> None:
    assert not found(times=1)
    assert found(times=2)
    assert found(times=3)


def test_sessions_of_the_same_block_do_not_count() -> None:
    held = [session(date, item(PUSH, "bodyweight"), slot=slot) for date, slot in zip(DAYS, "ABA", strict=True)]
    assert misses(RULE, plan(profile(athlete={"experience": "intermediate"}), *held)) == {}


def test_it_may_stay_in_light_phases() -> None:
    assert not found(phase="taper")


def test_holds_climb_too_and_loaded_work_has_rules_of_its_own() -> None:
    assert found("side_plank", style="hold")
    gym = {"home": {"equipment": ["dumbbells", "barbell", "rack"]}}
    assert not found("goblet_squat", style="moderate", places=gym)


def test_the_top_of_a_ladder_stays() -> None:
    assert not found("diamond_push_up")
    assert not found("single_leg_squat")
    assert found("single_leg_squat", athlete={"experience": "advanced"})


def test_equipment_decides_what_is_possible() -> None:
    assert not found("split_squat")
    assert found("split_squat", places={"home": {"equipment": ["bench"]}})


def test_one_leg_follows_two_but_another_pattern_does_not() -> None:
    assert found("full_range_squat")
    assert not found("inverted_row", places={"home": {"equipment": ["low bar", "pull-up bar"]}})


def test_beginners_come_to_what_their_practice_leads_to_but_not_from_two_legs_to_one() -> None:
    beginner = {"experience": "beginner"}
    assert found(athlete=beginner)
    assert not found("full_range_squat", athlete=beginner)


@pytest.mark.parametrize(
    ("name", "kit", "missed"),
    [
        ("calf_raise", "mat", 1),
        ("single_leg_calf_raise", "mat", 0),
        ("single_leg_calf_raise", "dumbbells", 1),
        ("loaded_single_leg_calf_raise", "dumbbells", 0),
    ],
)
def test_a_beginner_s_calf_raises_go_on_to_one_leg_and_then_to_a_weight(name: str, kit: str, missed: int) -> None:
    raises = rule("rungs_give_way", sessions=2, reps=10, styles=("calf",), phases=("base", "build"))
    who = profile(athlete={"experience": "beginner"}, places={"home": {"equipment": [kit]}})
    dates = DAYS[0], DAYS[2], day("tue", 3)
    held = [session(date, item(name, "calf"), block=block) for date, block in zip(dates, (1, 1, 2), strict=True)]
    counted = misses(raises, plan(who, *held, phases=[("base", 2), ("build", 2)]))
    assert counted == ({f"block 2 A {name}.calf": missed} if missed else {})


def test_rungs_not_worth_it_do_not_count() -> None:
    assert not found("active_hang", style="hold", places={"home": {"equipment": ["pull-up bar"]}})


@pytest.mark.parametrize(
    "said",
    [
        {"preferences": {"favour": [PUSH]}},
        {"preferences": {"exclude": ["diamond_push_up"]}},
        {"lifts": {"push_ups": 9}},
    ],
)
def test_what_the_runner_says_keeps_it(said: dict[str, Any]) -> None:
    assert not found(**said)


def test_who_states_enough_reps_moves_on() -> None:
    assert found(lifts={"push_ups": 10})


def test_injuries_keep_a_rung() -> None:
    assert found("wall_sit", style="hold")
    assert not found("wall_sit", style="hold", injuries={"current": ["patellar"]})  # it helps
    assert not found("full_range_squat", injuries={"current": ["runners_knee"]})  # what follows harms
