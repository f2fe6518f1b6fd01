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


def test_the_way_to_the_gym_and_back_comes_out_of_the_minutes_of_its_days_only() -> None:
    who = profile(
        strength={"minutes": {"tue": 60, "fri": 60}, "place": {"tue": "gym"}}, places={"gym": {"travel_min": 20}}
    )
    near = session(day("fri"), minutes=60, slot="B")
    fits = plan(who, session(day("tue"), minutes=40, place="gym"), near)
    assert misses(rule("minutes_of_the_day"), fits) == {}
    late = plan(who, session(day("tue"), minutes=41, place="gym"), near)
    assert misses(rule("minutes_of_the_day"), late) == {str(day("tue")): 1}


def test_a_day_that_the_way_takes_up_holds_no_session() -> None:
    who = profile(strength={"minutes": {"tue": 30}, "place": {"tue": "gym"}}, places={"gym": {"travel_min": 40}})
    finished = plan(who, session(day("tue"), minutes=10, place="gym"))
    assert misses(rule("minutes_of_the_day"), finished) == {str(day("tue")): 1}


def test_a_place_without_travel_minutes_takes_none() -> None:
    who = profile(strength={"minutes": {"tue": 45}, "place": {"tue": "park"}})
    assert misses(rule("minutes_of_the_day"), plan(who, session(day("tue"), minutes=45, place="park"))) == {}
