import datetime as dt
from typing import Any

import pytest

from profiles.plan import Item
from writing import CORE, HEAVY, JUMPS, LEGS, MONDAY, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule(
    "recovery_after_race",
    days={0: 7, 12: 14, 25: 21, 43: 28},
    b_share=2,
    b_days=3,
    c_days=2,
    free_days={"A": 2, "B": 2, "C": 0},
    legs_days={"A": 3, "B": 2, "C": 1},
)
SUNDAY = day("sun")


def found(after: int, *main: Item, priority: str = "A", **length: Any) -> int:
    """The amount on a day so many days after a race."""
    who = profile(weeks=8, races=[{"name": "Race", "date": SUNDAY, "priority": priority, **length}])
    return sum(misses(RULE, plan(who, session(SUNDAY + dt.timedelta(days=after), *main))).values())


DAYS = [
    ({"distance": "5k"}, 7),
    ({"km": 12.0}, 7),
    ({"distance": "half"}, 14),
    ({"km": 25.0}, 14),
    ({"distance": "marathon"}, 21),
    ({"distance": "ultra"}, 28),
    ({"distance": "10k", "priority": "B"}, 3),
    ({"distance": "half", "priority": "B"}, 7),
    ({"distance": "marathon", "priority": "B"}, 10),
]


@pytest.mark.parametrize(("race", "days"), DAYS)
def test_heavy_legs_and_jumps_wait_until_recovery_is_over(race: dict[str, Any], days: int) -> None:
    assert found(days, HEAVY, JUMPS, **race) == 2
    assert found(days + 1, HEAVY, JUMPS, **race) == 0


@pytest.mark.parametrize(("priority", "days"), [("A", 3), ("B", 2), ("C", 1)])
def test_the_first_days_hold_no_leg_work_at_all(priority: str, days: int) -> None:
    assert found(days, LEGS, priority=priority, distance="10k") == (2 if priority == "B" else 1)
    assert found(days + 1, LEGS, priority=priority, distance="10k") == 0


@pytest.mark.parametrize(("priority", "days"), [("A", 2), ("B", 2), ("C", 0)])
def test_the_first_days_after_a_race_that_counts_hold_no_session_whatever_it_is(priority: str, days: int) -> None:
    light = item("wall_sit", "hold"), CORE, UPPER
    for after in range(1, 5):
        assert found(after, *light, priority=priority, distance="marathon") == (after <= days)


def test_a_c_race_costs_two_days_without_heavy_legs_whatever_its_length() -> None:
    assert [found(after, HEAVY, priority="C", distance="marathon") for after in (1, 2, 3)] == [2, 1, 0]
    assert found(2, JUMPS, priority="C", distance="marathon") == 0


def test_two_races_charge_a_session_once_for_the_same_work() -> None:
    races = [{"name": "One", "date": MONDAY, "distance": "10k"}, {"name": "Two", "date": day("wed"), "distance": "10k"}]
    finished = plan(profile(races=races), session(day("thu"), HEAVY))
    assert misses(RULE, finished) == {str(day("thu")): 3}


def test_recovery_begins_on_the_day_after_the_race_and_jumps_count_apart_from_legs() -> None:
    assert [found(after, HEAVY, distance="10k") for after in (0, 1)] == [0, 3]
    assert [found(after, JUMPS, distance="10k") for after in (1, 3, 4, 7, 8)] == [3, 2, 1, 1, 0]
