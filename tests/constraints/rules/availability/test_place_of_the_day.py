from writing import day, misses, plan, profile, rule, session

GYM_ON_SATURDAYS = profile(strength={"place": {"sat": "gym"}}, places={"gym": {"equipment": ["barbell", "rack"]}})


def test_each_session_at_the_place_of_its_weekday_is_fine() -> None:
    finished = plan(GYM_ON_SATURDAYS, session(day("tue")), session(day("sat"), slot="B", place="gym"))
    assert misses(rule("place_of_the_day"), finished) == {}


def test_the_gym_on_a_home_day_and_home_on_a_gym_day_are_found() -> None:
    finished = plan(GYM_ON_SATURDAYS, session(day("tue"), place="gym"), session(day("sat"), slot="B"))
    assert misses(rule("place_of_the_day"), finished) == {str(day("tue")): 1, str(day("sat")): 1}
