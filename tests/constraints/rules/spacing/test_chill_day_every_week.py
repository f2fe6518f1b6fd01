from collections.abc import Sequence

import pytest

from profiles.plan import AddonKind
from writing import MONDAY, UPPER, addon, day, misses, plan, profile, rule, session

RUNS = {"mon": "easy 40", "tue": "tempo 50", "wed": "recovery 30", "thu": "hills 50", "sat": "long 100"}


def lifted(weekdays: Sequence[str], runs: dict[str, str] = RUNS, days: int = 1) -> dict[str, int]:
    finished = plan(profile(runs=runs), *(session(day(weekday), UPPER) for weekday in weekdays))
    return misses(rule("chill_day_every_week", days=days), finished)


def test_one_easy_day_without_a_session_is_enough() -> None:
    assert lifted(["mon", "wed", "fri"]) == {}


def test_lifting_on_every_day_without_hard_or_long_run_leaves_none() -> None:
    assert lifted(["mon", "wed", "fri", "sun"]) == {"week 1": 1}


def test_lifting_on_hard_days_takes_no_chill_day_away() -> None:
    assert lifted(["tue", "thu", "sat", "mon", "wed", "fri"]) == {}


def test_each_missing_day_counts_when_more_are_asked_for() -> None:
    assert lifted(["mon", "wed", "fri"], days=3) == {"week 1": 2}


def test_a_week_whose_runs_leave_no_chill_day_is_not_charged() -> None:
    every_day = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "tempo 40")
    assert lifted(["mon", "tue"], every_day) == {}
    assert lifted(["mon"], {**every_day, "mon": "rest"}) == {"week 1": 1}


def test_a_cut_week_is_not_judged() -> None:
    start = MONDAY.replace(day=9)
    finished = plan(profile(start=start, runs=RUNS), session(day("sun"), UPPER), phases=[("base", 5)])
    assert misses(rule("chill_day_every_week", days=1), finished) == {}


@pytest.mark.parametrize(("kind", "missed"), [
    ("prehab", 1), ("test", 1), ("micro", 1), ("mobility", 0), ("daily_mobility", 0), ("activation", 0),
])  # fmt: skip
def test_what_makes_tired_takes_a_chill_day_and_mobility_does_not(kind: AddonKind, missed: int) -> None:
    sessions = [session(day(weekday), UPPER) for weekday in ("mon", "wed", "fri")]
    finished = plan(profile(runs=RUNS), *sessions, addon(day("sun"), kind))
    assert misses(rule("chill_day_every_week", days=1), finished) == ({"week 1": missed} if missed else {})


def test_an_add_on_on_a_hard_day_takes_none() -> None:
    sessions = [session(day(weekday), UPPER) for weekday in ("mon", "wed", "fri")]
    finished = plan(profile(runs=RUNS), *sessions, addon(day("tue"), "prehab"))
    assert misses(rule("chill_day_every_week", days=1), finished) == {}
