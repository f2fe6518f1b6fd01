import pytest

from profiles.season import Running
from writing import day, misses, plan, profile, rule, session


def week_two(sessions: int, running: Running | None, most: int = 2) -> dict[str, int]:
    dates = [day(weekday, 2) for weekday in ("mon", "wed", "fri", "sat")[:sessions]]
    finished = plan(profile(), *map(session, dates), running={2: running} if running else {})
    return misses(rule("room_for_high_mileage", most=most), finished)


def test_a_week_that_runs_high_may_hold_two_sessions() -> None:
    assert week_two(2, "high") == {}


def test_each_session_more_is_counted() -> None:
    assert week_two(3, "high") == {"week 2": 1}
    assert week_two(4, "high") == {"week 2": 2}
    assert week_two(3, "high", most=1) == {"week 2": 2}


@pytest.mark.parametrize("running", [None, "cut_back"])
def test_other_weeks_are_not_limited(running: Running | None) -> None:
    assert week_two(4, running) == {}


def test_the_plan_says_which_weeks_run_high_not_the_minutes_of_their_runs() -> None:
    who = profile(runs={"wed": "easy 20", "on": {day("wed", 3): "easy 200"}})
    dates = [day(weekday, week) for week in (2, 3) for weekday in ("mon", "wed", "fri")]
    finished = plan(who, *map(session, dates), running={2: "high"})
    assert misses(rule("room_for_high_mileage", most=2), finished) == {"week 2": 1}


def test_sessions_of_the_weeks_beside_it_do_not_count() -> None:
    held = [day("sun"), day("mon", 2), day("sun", 2), day("mon", 3)]
    assert (
        misses(rule("room_for_high_mileage", most=2), plan(profile(), *map(session, held), running={2: "high"})) == {}
    )
