import pytest

from writing import CORE, day, item, misses, plan, profile, rule, session

BRIDGES = item("glute_bridge", "prehab")
RACE = {"name": "Race", "date": day("sun", 4), "distance": "half"}


def test_ten_minutes_of_activation_are_calm_and_three_days_before_anything_goes() -> None:
    who = profile(races=[RACE])
    finished = plan(who, session(day("thu", 4), CORE), session(day("fri", 4), BRIDGES, minutes=10))
    assert misses(rule("calm_last_days", days=2, minutes=10), finished) == {}


@pytest.mark.parametrize("priority", ["A", "B"])
def test_longer_sessions_and_work_on_the_last_two_days_are_found(priority: str) -> None:
    who = profile(races=[{**RACE, "priority": priority}])
    finished = plan(who, session(day("fri", 4), BRIDGES, minutes=11), session(day("sat", 4), CORE, minutes=10))
    assert misses(rule("calm_last_days", days=2, minutes=10), finished) == {
        str(day("fri", 4)): 1,
        str(day("sat", 4)): 1,
    }


def test_work_that_is_also_too_long_counts_twice() -> None:
    finished = plan(profile(races=[RACE]), session(day("sat", 4), BRIDGES, CORE, minutes=30))
    assert misses(rule("calm_last_days", days=2, minutes=10), finished) == {str(day("sat", 4)): 2}


def test_before_a_c_race_and_from_race_day_on_days_are_as_any_other() -> None:
    who = profile(races=[{**RACE, "priority": "C"}, {**RACE, "date": day("sun", 2)}])
    finished = plan(who, session(day("sun", 2), CORE), session(day("mon", 3), CORE), session(day("sat", 4), CORE))
    assert misses(rule("calm_last_days", days=2, minutes=10), finished) == {}
