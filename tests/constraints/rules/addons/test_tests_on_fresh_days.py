from writing import addon, day, misses, plan, profile, rule

RUNS = {"mon": "easy 40", "wed": "tempo 50", "sun": "long 100"}


def test_a_day_after_a_hard_run_or_two_before_a_long_one_is_fresh_enough() -> None:
    finished = plan(profile(runs=RUNS), *(addon(date, "test") for date in (day("thu"), day("fri"))))
    assert misses(rule("tests_on_fresh_days"), finished) == {}


def test_the_day_of_a_hard_or_long_run_and_the_day_before_one_are_not() -> None:
    finished = plan(profile(runs=RUNS), *(addon(day(at), "test") for at in ("tue", "wed", "sat", "sun")))
    assert misses(rule("tests_on_fresh_days"), finished) == {
        str(day("tue")): 1, str(day("wed")): 1, str(day("sat")): 1, str(day("sun")): 1,
    }  # fmt: skip


def test_the_day_after_a_long_run_is_not_either_even_if_the_run_was_before_the_season() -> None:
    finished = plan(profile(runs=RUNS), addon(day("mon"), "test"), addon(day("mon", 2), "test"))
    assert misses(rule("tests_on_fresh_days"), finished) == {str(day("mon")): 1, str(day("mon", 2)): 1}


def test_a_current_injury_is_not_tested() -> None:
    sore = profile(runs=RUNS, injuries={"current": ["achilles"]})
    assert misses(rule("tests_on_fresh_days"), plan(sore, addon(day("thu"), "test"))) == {str(day("thu")): 1}


def test_a_race_of_any_priority_is_a_long_run() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    finished = plan(who, *(addon(day(at), "test") for at in ("thu", "fri", "sat", "sun")))
    assert misses(rule("tests_on_fresh_days"), finished) == {str(day("fri")): 1, str(day("sat")): 1}


def test_other_add_ons_need_no_fresh_legs() -> None:
    finished = plan(profile(runs=RUNS), addon(day("tue"), "prehab"), addon(day("wed"), "mobility"))
    assert misses(rule("tests_on_fresh_days"), finished) == {}
