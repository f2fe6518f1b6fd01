from writing import HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

WHO = profile(runs={"tue": "easy 20 am + intervals 50 pm", "wed": "steady 50", "sat": "long 100"})


def test_heavy_legs_on_the_day_of_a_hard_run_are_where_they_belong() -> None:
    assert misses(rule("hard_days_hard"), plan(WHO, session(day("tue"), HEAVY))) == {}


def test_heavy_legs_on_easy_rest_and_long_run_days_are_not() -> None:
    finished = plan(WHO, *(session(day(weekday), HEAVY) for weekday in ("wed", "thu", "sat")))
    assert misses(rule("hard_days_hard"), finished) == {str(day("wed")): 1, str(day("thu")): 1, str(day("sat")): 1}


def test_whatever_is_not_heavy_for_the_legs_may_stand_anywhere() -> None:
    assert misses(rule("hard_days_hard"), plan(WHO, session(day("wed"), LEGS), session(day("thu"), UPPER))) == {}


def test_the_day_of_a_race_is_left_to_the_rule_that_keeps_it_free() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    assert misses(rule("hard_days_hard"), plan(who, session(day("sat"), HEAVY))) == {}
