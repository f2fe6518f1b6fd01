from typing import Any

from profiles.plan import Plan
from profiles.season import Stage
from writing import day, item, misses, plan, profile, rule, session

RULE = rule("easy_rungs_first")
EASY = item("calf_raise", "calf"), item("reverse_lunge", "bodyweight"), item("incline_push_up", "bodyweight")
ONE_LEG, WALKING, PUSH_UP = (
    item("single_leg_calf_raise", "calf"), item("walking_lunge", "bodyweight"), item("push_up", "bodyweight"),
)  # fmt: skip


def first_weeks(*main: Any, stage: Stage = "introduction", experience: str = "beginner", **said: Any) -> Plan:
    who = profile(athlete={"experience": experience}, **said)
    return plan(who, session(day("tue")), session(day("fri"), *main, slot="B"), stage=stage)


def test_a_beginner_starts_with_the_easiest_rungs() -> None:
    assert misses(RULE, first_weeks(*EASY)) == {}


def test_a_harder_rung_is_too_early_however_far_below_the_easiest_is() -> None:
    assert misses(RULE, first_weeks(ONE_LEG, WALKING)) == {
        "block 1 B single_leg_calf_raise.calf": 1,
        "block 1 B walking_lunge.bodyweight": 1,
    }


def test_after_the_introduction_and_for_others_it_is_not() -> None:
    assert misses(RULE, first_weeks(ONE_LEG, stage="main")) == {}
    assert misses(RULE, first_weeks(ONE_LEG, experience="intermediate")) == {}


def test_a_rung_that_is_not_possible_is_none() -> None:
    excluded = {"exclude": ["incline_push_up"]}
    assert misses(RULE, first_weeks(PUSH_UP, preferences=excluded)) == {}
    bare = {"home": {"equipment": ["mat"]}}
    assert misses(RULE, first_weeks(PUSH_UP, places=bare)) == {"block 1 B push_up.bodyweight": 1}, "a wall will do"
    hung = item("active_hang", "hold")
    assert misses(RULE, first_weeks(hung)) == {"block 1 B active_hang.hold": 1}
    assert misses(RULE, first_weeks(hung, preferences={"exclude": ["dead_hang"]})) == {}


def test_a_hold_and_what_moves_are_two_things() -> None:
    assert misses(RULE, first_weeks(item("glute_bridge_hold", "hold"))) == {}


def test_reps_that_the_profile_states_show_that_it_is_no_longer_new() -> None:
    assert misses(RULE, first_weeks(PUSH_UP, lifts={"push_ups": 12})) == {}
