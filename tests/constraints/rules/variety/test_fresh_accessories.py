import pytest

from profiles.plan import Item, Plan
from profiles.season import Phase
from writing import LEGS, day, item, misses, plan, profile, rule, session

RULE = rule("fresh_accessories", phases=("general_preparation", "base", "build"))
TWELVE_WEEKS = profile(weeks=12)
PLANK = item("plank", "hold")


def blocks(*held: Item) -> Plan:
    """One exercise in each of three blocks of four weeks."""
    sessions = [session(day("tue", 4 * number - 3), one, block=number) for number, one in enumerate(held, 1)]
    return plan(TWELVE_WEEKS, *sessions, phases=[("base", 4)] * 3)


def test_another_accessory_in_each_block_keeps_the_rule() -> None:
    assert misses(RULE, blocks(PLANK, item("dead_bug", "core"), item("side_plank", "hold"))) == {}


def test_an_accessory_is_missed_once_for_each_earlier_block_that_held_it() -> None:
    assert misses(RULE, blocks(PLANK, PLANK, PLANK)) == {"block 2 plank": 1, "block 3 plank": 2}
    assert misses(RULE, blocks(PLANK, item("dead_bug", "core"), PLANK)) == {"block 3 plank": 1}


@pytest.mark.parametrize("stays", [LEGS, item("push_up"), item("single_leg_calf_raise", "calf")])
def test_a_compound_lift_or_a_calf_raise_stays(stays: Item) -> None:
    assert misses(RULE, blocks(stays, stays, stays)) == {}


def test_a_hold_on_the_toes_does_not_stay() -> None:
    hold = item("single_leg_calf_raise_hold", "hold")
    assert misses(RULE, blocks(hold, hold, PLANK)) == {"block 2 single_leg_calf_raise_hold": 1}


def test_each_session_that_repeats_it_is_a_miss() -> None:
    finished = plan(
        profile(weeks=8),
        session(day("tue"), PLANK),
        session(day("tue", 5), PLANK, block=2),
        session(day("fri", 5), PLANK, slot="B", block=2),
        phases=[("base", 4), ("base", 4)],
    )
    assert misses(RULE, finished) == {"block 2 plank": 2}


@pytest.mark.parametrize(
    ("phases", "missed"),
    [
        ([("base", 6), ("build", 6)], {"block 2 plank": 1}),
        ([("recovery", 6), ("base", 6)], {"block 2 plank": 1}),
        ([("build", 6), ("race", 6)], {}),
        ([("base", 6), ("recovery", 6)], {}),
    ],
)
def test_accessories_change_in_base_and_build_only(phases: list[tuple[Phase, int]], missed: dict[str, int]) -> None:
    carried = session(day("tue"), PLANK), session(day("tue", 7), PLANK, block=2)
    assert misses(RULE, plan(TWELVE_WEEKS, *carried, phases=phases)) == missed
