from writing import day, misses, plan, profile, rule, session


def test_a_session_may_take_exactly_the_free_minutes_of_its_day() -> None:
    who = profile(strength={"minutes": {"tue": "45 pm"}})
    assert misses(rule("minutes_of_the_day"), plan(who, session(day("tue"), minutes=45))) == {}


def test_a_minute_more_is_too_long_and_a_session_counts_once_however_long() -> None:
    who = profile(strength={"minutes": {"tue": 45}})
    finished = plan(who, session(day("tue"), minutes=46), session(day("tue", 2), minutes=90))
    assert misses(rule("minutes_of_the_day"), finished) == {str(day("tue")): 1, str(day("tue", 2)): 1}


def test_a_single_date_has_its_own_minutes() -> None:
    who = profile(strength={"minutes": {"tue": 45}, "on": {day("tue", 2): 30, day("tue", 3): 60}})
    finished = plan(who, *(session(day("tue", week), minutes=45) for week in (1, 2, 3)))
    assert misses(rule("minutes_of_the_day"), finished) == {str(day("tue", 2)): 1}
