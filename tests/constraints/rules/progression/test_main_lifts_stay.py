from typing import Any

from profiles.plan import Item, Plan
from writing import HEAVY, UPPER, day, item, misses, plan, profile, rule, session

LIFTS = {"squat": ("squat",), "hinge": ("hinge",), "lift_on_one_leg": ("lunge", "step_up")}
RULE = rule("main_lifts_stay", lifts=LIFTS, phases=("base", "build"))
HINGE = item("romanian_deadlift")
GYM = {"places": {"gym": {"equipment": ["barbell", "rack", "dumbbells"]}}}


def blocks(*held: tuple[Item, ...], **said: Any) -> Plan:
    """What each of some blocks of four weeks holds."""
    sessions = [session(day("tue", 4 * at - 3), *items, block=at) for at, items in enumerate(held, 1)]
    return plan(profile(weeks=4 * len(held), **said), *sessions, phases=[("base", 4)] * len(held))


def test_a_lift_that_is_as_heavy_again_goes_on() -> None:
    assert misses(RULE, blocks((HEAVY,), (HINGE, HEAVY), (HINGE, HEAVY))) == {}


def test_a_lift_that_is_dropped_is_missed_in_each_week_of_the_next_block_only() -> None:
    assert misses(RULE, blocks((HEAVY, HINGE), (HINGE,), (HINGE,))) == {"block 2 squat": 4}


def test_another_lift_of_its_pattern_starts_again_from_the_bottom() -> None:
    assert misses(RULE, blocks((HINGE,), (item("deadlift"),))) == {"block 2 hinge": 4}


def test_one_of_several_lifts_of_a_pattern_is_enough() -> None:
    assert misses(RULE, blocks((HINGE, item("deadlift", "heavy")), (HINGE,))) == {}
    assert misses(RULE, blocks((item("step_up"), item("split_squat")), (item("split_squat"),))) == {}


def test_a_heavy_lift_with_less_weight_has_been_dropped() -> None:
    assert misses(RULE, blocks((HEAVY,), (item("back_squat"),))) == {"block 2 squat": 4}
    assert misses(RULE, blocks((item("back_squat"),), (HEAVY,))) == {}


def test_the_next_rung_of_its_ladder_takes_its_place() -> None:
    goblet, back = item("goblet_squat", "heavy"), item("back_squat", "heavy")
    assert misses(RULE, blocks((goblet,), (back,))) == {}
    assert misses(RULE, blocks((back,), (goblet,))) == {"block 2 squat": 4}


def test_accessories_and_work_without_a_load_are_free_to_change() -> None:
    bodyweight = item("single_leg_romanian_deadlift", "bodyweight")
    assert misses(RULE, blocks((UPPER, bodyweight), (item("plank"),))) == {}


def test_a_block_of_another_phase_between_does_not_end_a_lift() -> None:
    finished = plan(
        profile(weeks=6),
        session(day("tue"), HEAVY),
        session(day("tue", 5), UPPER, block=3),
        phases=[("base", 2), ("recovery", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 3 squat": 2}


def test_other_phases_may_drop_lifts() -> None:
    finished = plan(
        profile(weeks=8),
        session(day("tue"), HEAVY),
        session(day("tue", 5), UPPER, block=2),
        phases=[("base", 4), ("race", 4)],
    )
    assert misses(RULE, finished) == {}


def test_the_first_block_holds_what_the_profile_states() -> None:
    stated = {"lifts": {"back_squat": 60, "push_ups": 12}, **GYM}
    assert misses(RULE, blocks((HINGE,), **stated)) == {"block 1 squat stated": 4}
    assert misses(RULE, blocks((HINGE, item("back_squat")), (HINGE, item("back_squat")), **stated)) == {}


def test_what_is_stated_is_asked_for_again_until_a_lift_of_its_pattern_stands() -> None:
    stated = {"lifts": {"back_squat": 60}, **GYM}
    finished = blocks((HINGE,), (HINGE, item("goblet_squat")), (HINGE, item("goblet_squat")), **stated)
    assert misses(RULE, finished) == {"block 1 squat stated": 4, "block 2 squat stated": 4}


def test_a_lift_that_no_place_or_an_injury_bars_is_not_asked_for() -> None:
    at_home = {"places": {"home": {"equipment": ["dumbbells"]}}}
    assert misses(RULE, blocks((HINGE,), lifts={"back_squat": 60}, **at_home)) == {}
    excluded = {"lifts": {"back_squat": 60}, "preferences": {"exclude": ["back_squat"]}, **GYM}
    assert misses(RULE, blocks((HINGE,), **excluded)) == {}
    sore = {"lifts": {"bulgarian_split_squat": 20}, "injuries": {"current": ["runners_knee"]}}
    assert misses(RULE, blocks((HINGE,), lifts={"bulgarian_split_squat": 20})) == {"block 1 lift_on_one_leg stated": 4}
    assert misses(RULE, blocks((HINGE,), **sore)) == {}


def test_a_place_without_days_does_not_count() -> None:
    places = {"home": {"equipment": ["mat"]}, "gym": {"equipment": ["barbell", "rack"]}}
    stated = {"lifts": {"back_squat": 60}, "places": places}
    assert misses(RULE, blocks((HINGE,), **stated)) == {}
    assert misses(RULE, blocks((HINGE,), strength={"place": {"fri": "gym"}}, **stated)) == {"block 1 squat stated": 4}
