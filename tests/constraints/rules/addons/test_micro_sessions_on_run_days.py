from writing import addon, day, misses, plan, profile, rule

RUNS = {
    "mon": "easy 40",
    "tue": "easy 40",
    "wed": "tempo 40",
    "fri": "recovery 30",
    "sat": "steady 50",
    "sun": "long 90",
}


def habits(*weekdays: str) -> dict[str, int]:
    finished = plan(profile(runs=RUNS), *(addon(day(weekday), "micro") for weekday in weekdays))
    return misses(rule("micro_sessions_on_run_days"), finished)


def test_days_of_easy_runs_that_no_key_run_follows_are_fine() -> None:
    assert habits("mon", "fri") == {}


def test_the_day_before_a_hard_or_long_run_is_found() -> None:
    assert habits("tue", "sat") == {str(day("tue")): 1, str(day("sat")): 1}


def test_the_day_of_a_hard_or_long_run_and_a_day_without_a_run_are_found() -> None:
    assert habits("wed", "thu", "sun") == {str(day("wed")): 1, str(day("thu")): 1, str(day("sun")): 1}


def test_a_race_of_any_priority_is_a_hard_run() -> None:
    who = profile(runs=RUNS, races=[{"name": "Parkrun", "date": day("tue"), "distance": "5k", "priority": "C"}])
    finished = plan(who, addon(day("mon"), "micro"), addon(day("tue"), "micro"))
    assert misses(rule("micro_sessions_on_run_days"), finished) == {str(day("mon")): 1, str(day("tue")): 1}


def test_other_add_ons_may_stand_anywhere() -> None:
    finished = plan(profile(runs=RUNS), addon(day("tue"), "prehab"), addon(day("wed"), "mobility"))
    assert misses(rule("micro_sessions_on_run_days"), finished) == {}
