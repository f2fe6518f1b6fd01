from writing import HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

WHO = profile(runs={"sat": "long 100"})


def test_heavy_legs_before_the_long_run_or_two_days_after_it_are_fine() -> None:
    finished = plan(WHO, session(day("fri"), HEAVY), session(day("mon", 2), HEAVY))
    assert misses(rule("easy_legs_after_long_run", days=1), finished) == {}


def test_heavy_legs_on_the_day_of_the_long_run_or_the_day_after_are_found() -> None:
    finished = plan(WHO, session(day("sat"), HEAVY), session(day("sun"), HEAVY, slot="B"))
    assert misses(rule("easy_legs_after_long_run", days=1), finished) == {str(day("sat")): 1, str(day("sun")): 1}


def test_lighter_legs_and_upper_body_are_fine_there() -> None:
    finished = plan(WHO, session(day("sat"), UPPER), session(day("sun"), LEGS, slot="B"))
    assert misses(rule("easy_legs_after_long_run", days=1), finished) == {}


def test_no_days_after_leave_the_day_itself() -> None:
    finished = plan(WHO, session(day("sat"), HEAVY), session(day("sun"), HEAVY, slot="B"))
    assert misses(rule("easy_legs_after_long_run", days=0), finished) == {str(day("sat")): 1}
