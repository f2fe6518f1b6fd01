import datetime as dt
from typing import Any

import pytest

from writing import HEAVY, JUMPS, LEGS, day, misses, plan, profile, rule, session

RULE = rule("heavy_ends_before_race", a_days={0: 5, 12: 7, 25: 10}, b_days=5)
RACE_DAY = day("sun", 4)


def found(days_before: int, *, priority: str = "A", **length: Any) -> dict[str, int]:
    who = profile(races=[{"name": "Race", "date": RACE_DAY, "priority": priority, **length}])
    date = RACE_DAY - dt.timedelta(days=days_before)
    return misses(RULE, plan(who, session(date, HEAVY)))


LAST_DAYS = [
    ({"distance": "marathon"}, 10),
    ({"distance": "ultra"}, 10),
    ({"km": 25.1}, 10),
    ({"km": 25.0}, 7),
    ({"distance": "half"}, 7),
    ({"km": 12.0}, 5),
    ({"distance": "10k"}, 5),
    ({"distance": "marathon", "priority": "B"}, 5),
]


@pytest.mark.parametrize(("race", "days"), LAST_DAYS)
def test_the_last_heavy_day_is_allowed_and_the_day_after_it_is_not(race: dict[str, Any], days: int) -> None:
    assert found(days, **race) == {}
    assert found(days - 1, **race) == {str(RACE_DAY - dt.timedelta(days=days - 1)): 1}


def test_the_day_before_is_barred_for_a_and_b_races_but_not_for_c_races_or_from_race_day_on() -> None:
    assert found(1, distance="5k", priority="B") == {str(day("sat", 4)): 1}
    assert found(1, distance="marathon", priority="C") == {}
    assert found(0, distance="marathon") == {}
    who = profile(races=[{"name": "Race", "date": day("sat", 2), "distance": "half"}])
    assert misses(RULE, plan(who, session(day("sun", 2), HEAVY))) == {}


def test_work_that_is_not_heavy_may_go_on() -> None:
    who = profile(races=[{"name": "Race", "date": RACE_DAY, "distance": "marathon"}])
    finished = plan(who, session(day("sat", 3), LEGS), session(day("tue", 4), JUMPS))
    assert misses(RULE, finished) == {}
