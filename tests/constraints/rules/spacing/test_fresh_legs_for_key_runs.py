import pytest

from profiles.plan import Work
from writing import CORE, HEAVY, JUMPS, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("fresh_legs_for_key_runs", work="leg work", clear_days=1)
RUNS = {"thu": "tempo 50", "sun": "long 100"}


def test_legs_two_days_before_a_hard_run_are_fine() -> None:
    who = profile(runs=RUNS)
    assert misses(RULE, plan(who, session(day("tue"), LEGS), session(day("wed"), CORE))) == {}


def test_legs_on_the_day_before_a_hard_or_long_run_are_found() -> None:
    who = profile(runs=RUNS)
    finished = plan(who, session(day("wed"), LEGS), session(day("sat"), LEGS, slot="B"))
    assert misses(RULE, finished) == {str(day("wed")): 1, str(day("sat")): 1}


def test_upper_body_core_and_holds_may_stand_anywhere() -> None:
    finished = plan(profile(runs=RUNS), session(day("wed"), UPPER, CORE), session(day("sat"), item("wall_sit", "hold")))
    assert misses(RULE, finished) == {}


def test_a_race_of_any_priority_is_a_hard_run_and_the_run_of_the_day_itself_does_not_count() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}], runs=RUNS)
    finished = plan(who, session(day("thu"), LEGS), session(day("fri"), LEGS))
    assert misses(RULE, finished) == {str(day("fri")): 1}


def test_an_exception_by_date_moves_the_hard_run_over_the_end_of_the_week() -> None:
    who = profile(runs={"on": {day("mon", 2): "hills 50"}})
    assert misses(RULE, plan(who, session(day("sun"), LEGS))) == {str(day("sun")): 1}


def test_two_clear_days_bar_the_second_day_before_too() -> None:
    finished = plan(profile(runs=RUNS), session(day("mon"), LEGS), session(day("tue", 2), LEGS))
    assert misses(rule("fresh_legs_for_key_runs", clear_days=2, work="leg work"), finished) == {str(day("tue", 2)): 1}


@pytest.mark.parametrize(("work", "kept_away"), [
    ("any session", (1, 2, 3, 4, 5, 6)), ("lifting", (2, 3, 4, 5)), ("leg work", (3, 4, 5)), ("heavy leg work", (5,)),
])  # fmt: skip
def test_what_is_kept_away_is_a_number_too(work: Work, kept_away: tuple[int, ...]) -> None:
    mains = (CORE, UPPER, LEGS, JUMPS, HEAVY, item("clamshell", "prehab"))
    held = (session(day("wed", week), main) for week, main in enumerate(mains, 1))
    finished = plan(profile(weeks=6, runs=RUNS), *held)
    found = {str(day("wed", week)): 1 for week in kept_away}
    assert misses(rule("fresh_legs_for_key_runs", work=work, clear_days=1), finished) == found
