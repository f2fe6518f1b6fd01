import pytest

from profiles.plan import AddonKind
from writing import addon, day, misses, plan, profile, rule

RULE = rule("addons_fit_the_day", minutes={"mobility": 20, "prehab": 15, "test": 15})


@pytest.mark.parametrize(("kind", "minutes"), [("mobility", 20), ("prehab", 15), ("test", 15)])
def test_the_free_minutes_of_the_day_must_do_to_the_minute(kind: AddonKind, minutes: int) -> None:
    who = profile(strength={"minutes": {"mon": minutes, "tue": minutes - 1}})
    finished = plan(who, addon(day("mon"), kind), addon(day("tue"), kind))
    assert misses(RULE, finished) == {f"{day('tue')} {kind}": 1}


def test_an_exception_by_date_counts_instead_of_the_weekday() -> None:
    who = profile(strength={"minutes": {"mon": 60}, "on": {day("mon", 2): "10 am", day("tue", 2): "20 pm"}})
    finished = plan(who, *(addon(date, "mobility") for date in (day("mon"), day("mon", 2), day("tue", 2))))
    assert misses(RULE, finished) == {f"{day('mon', 2)} mobility": 1}


def test_a_micro_session_needs_no_free_minutes() -> None:
    assert misses(RULE, plan(profile(strength={"minutes": {}}), addon(day("mon"), "micro"))) == {}
