from writing import day, misses, plan, profile, rule, session


def test_a_session_on_a_day_with_free_minutes_is_fine() -> None:
    who = profile(strength={"minutes": {"tue": 45}})
    assert misses(rule("free_days_only"), plan(who, session(day("tue")))) == {}


def test_a_session_on_a_weekday_without_free_minutes_is_found() -> None:
    who = profile(strength={"minutes": {"tue": 45, "thu": 0}})
    finished = plan(who, session(day("wed")), session(day("thu"), slot="B"))
    assert misses(rule("free_days_only"), finished) == {str(day("wed")): 1, str(day("thu")): 1}


def test_single_dates_override_their_weekday_either_way() -> None:
    who = profile(strength={"minutes": {"tue": 45}, "on": {day("tue", 2): 0, day("fri", 2): "30 pm"}})
    finished = plan(who, session(day("tue")), session(day("tue", 2)), session(day("fri", 2), slot="B"))
    assert misses(rule("free_days_only"), finished) == {str(day("tue", 2)): 1}


def test_a_date_outside_the_season_has_no_free_minutes() -> None:
    assert misses(rule("free_days_only"), plan(profile(weeks=4), session(day("mon", 5)))) == {str(day("mon", 5)): 1}
