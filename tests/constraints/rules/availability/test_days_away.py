from writing import day, misses, plan, profile, rule, session

AWAY = profile(strength={"away": [f"{day('tue')}/{day('thu')}", str(day("sun"))]})


def test_sessions_right_before_and_after_the_days_away_are_fine() -> None:
    assert misses(rule("days_away"), plan(AWAY, session(day("mon")), session(day("fri"), slot="B"))) == {}


def test_the_first_and_the_last_day_away_hold_no_session_and_nor_does_a_single_one() -> None:
    finished = plan(AWAY, *(session(day(weekday)) for weekday in ("tue", "thu", "sun")))
    assert misses(rule("days_away"), finished) == {str(day("tue")): 1, str(day("thu")): 1, str(day("sun")): 1}


def test_minutes_on_a_single_date_do_not_end_the_days_away() -> None:
    who = profile(strength={"away": [str(day("tue"))], "on": {day("tue"): 60}})
    assert misses(rule("days_away"), plan(who, session(day("tue")))) == {str(day("tue")): 1}
