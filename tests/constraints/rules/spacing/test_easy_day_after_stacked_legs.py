import pytest

from writing import HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session


def test_an_easy_run_and_upper_body_may_follow_the_stacked_day() -> None:
    who = profile(runs={"tue": "tempo 50", "wed": "easy 40"})
    finished = plan(who, session(day("tue"), HEAVY), session(day("wed"), UPPER, slot="B"))
    assert misses(rule("easy_day_after_stacked_legs"), finished) == {}


@pytest.mark.parametrize("run", ["hills 40", "long 90", "easy 30 am + fartlek 40 pm"])
def test_a_hard_or_long_run_on_the_next_day_is_charged_to_the_stacked_session(run: str) -> None:
    who = profile(runs={"tue": "tempo 50", "wed": run})
    assert misses(rule("easy_day_after_stacked_legs"), plan(who, session(day("tue"), HEAVY))) == {str(day("tue")): 1}


def test_leg_work_on_the_next_day_is_charged_too_but_both_together_only_once() -> None:
    who = profile(runs={"tue": "tempo 50", "on": {day("wed", 2): "hills 40"}})
    lifts = [session(day(weekday, week), item) for week in (1, 2) for weekday, item in (("tue", HEAVY), ("wed", LEGS))]
    assert misses(rule("easy_day_after_stacked_legs"), plan(who, *lifts)) == {
        str(day("tue")): 1,
        str(day("tue", 2)): 1,
    }


def test_lighter_legs_on_a_hard_day_and_heavy_legs_on_an_easy_or_long_day_are_not_stacked() -> None:
    who = profile(runs={"tue": "tempo 50", "wed": "hills 40", "sat": "long 90", "sun": "tempo 30"})
    finished = plan(who, *(session(day(at), item) for at, item in (("tue", LEGS), ("thu", HEAVY), ("sat", HEAVY))))
    assert misses(rule("easy_day_after_stacked_legs"), finished) == {}


def test_the_next_day_may_be_in_the_next_block() -> None:
    who = profile(runs={"sun": "tempo 50", "mon": "hills 40"})
    finished = plan(who, session(day("sun", 2), HEAVY), phases=[("base", 2), ("build", 2)])
    assert misses(rule("easy_day_after_stacked_legs"), finished) == {str(day("sun", 2)): 1}


def test_an_empty_day_or_the_end_of_the_season_may_follow() -> None:
    who = profile(weeks=4, runs={"tue": "tempo 50", "sun": "hills 40"})
    finished = plan(who, session(day("tue"), HEAVY), session(day("sun", 4), HEAVY, slot="B"))
    assert misses(rule("easy_day_after_stacked_legs"), finished) == {}
