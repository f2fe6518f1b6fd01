from collections.abc import Sequence

import pytest

from profiles.plan import Item, Plan
from profiles.profile import Profile
from profiles.season import Phase
from writing import day, item, misses, plan, profile, rule, session

RULE = rule(
    "lifts_of_the_base",
    lifts={"lunge": ("lunge",), "step_up": ("step_up",)},
    without_weights={"step_up": ("step_down",)},
    phases=("general_preparation", "base"),
)
LUNGE, STEP = item("reverse_lunge"), item("step_up")
TWELVE_WEEKS = profile(weeks=12)


def blocks(*held: Sequence[Item], phases: Sequence[Phase] = ("base",) * 3, who: Profile = TWELVE_WEEKS) -> Plan:
    """Three blocks of four weeks, each with a session in its first week."""
    sessions = [session(day("tue", 4 * at + 1), *one, block=at + 1) for at, one in enumerate(held) if one]
    return plan(who, *sessions, phases=[(phase, 4) for phase in phases])


def test_a_block_with_each_lift_keeps_the_rule() -> None:
    assert misses(RULE, blocks(*[(LUNGE, STEP)] * 3)) == {}


def test_lifts_that_take_turns_are_missed_once_a_week_and_those_left_out_twice() -> None:
    assert misses(RULE, blocks((LUNGE,), (STEP,), (STEP,))) == {
        "block 1 step_up": 4, "block 2 lunge": 4, "block 3 lunge": 8,
    }  # fmt: skip


def test_a_hold_in_the_position_of_a_lift_is_no_lift() -> None:
    still = item("reverse_lunge_hold", "hold")
    assert misses(RULE, blocks((still, STEP), (LUNGE, STEP), (LUNGE, STEP))) == {"block 1 lunge": 4}


@pytest.mark.parametrize("phases", [("build", "base", "build"), ("recovery", "base", "race")])
def test_only_base_and_general_preparation_are_asked(phases: Sequence[Phase]) -> None:
    assert misses(RULE, blocks((), (LUNGE,), (), phases=phases)) == {"block 2 step_up": 4}


def test_an_introduction_is_no_main_block() -> None:
    assert misses(RULE, plan(profile(), stage="introduction")) == {}


def test_another_movement_counts_where_no_place_has_a_weight() -> None:
    held = [(LUNGE, item("step_down", "bodyweight"))] * 3
    bare = profile(weeks=12, places={"home": {"equipment": ["step"]}})
    assert misses(RULE, blocks(*held, who=bare)) == {}
    assert misses(RULE, blocks(*held)) == {"block 1 step_up": 4, "block 2 step_up": 8, "block 3 step_up": 8}
