from writing import day, misses, plan, profile, rule, session


def week_two(sunday: str, sessions: int) -> dict[str, int]:
    """Weeks of 100 minutes, but for the second one."""
    who = profile(runs={"wed": "easy 20", "sun": "long 80", "on": {day("sun", 2): sunday}})
    weekdays = ("mon", "wed", "fri", "sat")[:sessions]
    return misses(rule("room_for_high_mileage"), plan(who, *(session(day(weekday, 2)) for weekday in weekdays)))


def test_a_week_of_exactly_five_quarters_of_the_median_may_hold_three() -> None:
    assert week_two("long 105", 3) == {}


def test_a_minute_more_and_only_two_sessions_have_room() -> None:
    assert week_two("long 106", 2) == {}
    assert week_two("long 106", 3) == {"week 2": 1}
    assert week_two("long 106", 4) == {"week 2": 2}


def test_all_runs_of_a_day_count_whatever_their_kind() -> None:
    assert week_two("easy 60 am + cross 46 pm", 3) == {"week 2": 1}


def test_weeks_that_all_run_much_are_no_peak() -> None:
    who = profile(runs={"wed": "easy 200", "sun": "long 200"})
    dates = [day(weekday, week) for week in (1, 2, 3, 4) for weekday in ("mon", "wed", "fri")]
    assert misses(rule("room_for_high_mileage"), plan(who, *map(session, dates))) == {}
