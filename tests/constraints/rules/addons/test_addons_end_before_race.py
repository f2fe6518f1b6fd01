import datetime as dt

import pytest

from profiles.plan import AddonKind
from writing import addon, day, misses, plan, profile, rule

RULE = rule("addons_end_before_race", days={"mobility": 2, "prehab": 6, "test": 13, "micro": 6})
RACE = {"name": "Race", "date": day("sun", 4), "distance": "10k"}


@pytest.mark.parametrize(("kind", "last", "first"), [
    ("mobility", day("thu", 4), day("fri", 4)),
    ("prehab", day("sun", 3), day("mon", 4)),
    ("micro", day("sun", 3), day("mon", 4)),
    ("test", day("sun", 2), day("mon", 3)),
])  # fmt: skip
def test_each_kind_ends_at_its_own_distance_from_the_race(kind: AddonKind, last: dt.date, first: dt.date) -> None:
    """`last` is the last day that may hold it, `first` the first that may not."""
    finished = plan(profile(races=[RACE]), addon(last, kind), addon(first, kind))
    assert misses(RULE, finished) == {f"{first} {kind}": 1}


def test_race_day_itself_is_free_and_the_day_after_is_not() -> None:
    who = profile(races=[{**RACE, "date": day("sun", 2), "priority": "B"}])
    finished = plan(who, addon(day("sun", 2), "mobility"), addon(day("mon", 3), "mobility"))
    assert misses(RULE, finished) == {f"{day('sun', 2)} mobility": 1}


def test_before_a_c_race_add_ons_go_on() -> None:
    who = profile(races=[{**RACE, "priority": "C"}])
    finished = plan(who, addon(day("sat", 4), "mobility"), addon(day("fri", 4), "test"))
    assert misses(RULE, finished) == {}


def test_what_prepares_the_race_itself_may_stand_on_any_day() -> None:
    finished = plan(profile(races=[RACE]), addon(day("sun", 4), "activation"), addon(day("sat", 4), "daily_mobility"))
    assert misses(RULE, finished) == {}
