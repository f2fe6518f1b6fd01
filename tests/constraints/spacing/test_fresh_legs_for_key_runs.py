from writing import CORE, LEGS, day, misses, plan, profile, rule, session

RUNS = {"thu": "tempo 50", "sun": "long 100"}


def test_legs_two_days_before_a_hard_run_are_fine() -> None:
    who = profile(runs=RUNS)
    assert misses(rule("fresh_legs_for_key_runs"), plan(who, session(day("tue"), LEGS), session(day("wed"), CORE))) == {}


def test_legs_on_the_day_before_a_hard_or_long_run_are_not() -> None:
    who = profile(runs=RUNS)
    finished = plan(who, session(day("wed"), LEGS), session(day("sat"), LEGS, slot="B"))
    assert misses(rule("fresh_legs_for_key_runs"), finished) == {str(day("wed")): 1, str(day("sat")): 1}
