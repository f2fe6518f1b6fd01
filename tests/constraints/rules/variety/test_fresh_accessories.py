import pytest

from profiles.plan import Item, Plan
from profiles.season import Phase
from writing import HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

RULE = rule("fresh_accessories", phases=("general_preparation", "base", "build"))
TWELVE_WEEKS = profile(weeks=12)


def blocks(*held: Item) -> Plan:
    """One exercise in each of three blocks of four weeks."""
    sessions = [session(day("tue", 4 * number - 3), one, block=number) for number, one in enumerate(held, 1)]
    return plan(TWELVE_WEEKS, *sessions, phases=[("base", 4)] * 3)


def test_an_exercise_may_come_back_after_a_block_without_it() -> None:
    assert misses(RULE, blocks(LEGS, UPPER, LEGS)) == {}


def test_an_accessory_carried_over_is_missed_once_in_each_later_block() -> None:
    assert misses(RULE, blocks(LEGS, LEGS, LEGS)) == {
        "block 2 goblet_squat": 1, "block 3 goblet_squat": 1,
    }  # fmt: skip


def test_a_main_lift_stays() -> None:
    assert misses(RULE, blocks(HEAVY, HEAVY, HEAVY)) == {}


def test_a_lift_may_become_a_main_lift_but_not_an_accessory() -> None:
    light = HEAVY.model_copy(update={"style": "moderate", "role": "accessory"})
    assert misses(RULE, blocks(light, HEAVY, UPPER)) == {}
    assert misses(RULE, blocks(HEAVY, light, UPPER)) == {"block 2 back_squat": 1}


def test_each_session_that_repeats_it_is_a_miss() -> None:
    finished = plan(
        profile(weeks=8),
        session(day("tue"), LEGS),
        session(day("tue", 5), LEGS, block=2),
        session(day("fri", 5), LEGS, slot="B", block=2),
        phases=[("base", 4), ("base", 4)],
    )
    assert misses(RULE, finished) == {"block 2 goblet_squat": 2}


@pytest.mark.parametrize(
    ("phases", "missed"),
    [
        ([("base", 6), ("build", 6)], {"block 2 goblet_squat": 1}),
        ([("recovery", 6), ("base", 6)], {"block 2 goblet_squat": 1}),
        ([("build", 6), ("race", 6)], {}),
        ([("base", 6), ("recovery", 6)], {}),
    ],
)
def test_accessories_change_on_the_way_into_base_and_build_only(
    phases: list[tuple[Phase, int]], missed: dict[str, int]
) -> None:
    carried = session(day("tue"), LEGS), session(day("tue", 7), LEGS, block=2)
    assert misses(RULE, plan(TWELVE_WEEKS, *carried, phases=phases)) == missed
