from writing import MONDAY, addon, day, misses, plan, profile, rule

PHASES = ("general_preparation", "base", "build")
RULE = rule("tests_every_few_weeks", first=2, weeks=5, apart=3, phases=PHASES)


def test_a_test_in_any_five_weeks_is_enough() -> None:
    finished = plan(profile(weeks=11), addon(day("mon", 2), "test"), addon(day("sun", 7), "test"))
    assert misses(RULE, finished) == {}


def test_each_week_is_named_whose_last_test_is_too_long_ago() -> None:
    finished = plan(profile(weeks=12), addon(day("mon", 3), "test"), addon(day("mon", 10), "test"))
    assert misses(RULE, finished) == {"week 2": 1, "week 8": 1, "week 9": 1}


def test_a_test_before_its_time_counts_for_nothing() -> None:
    finished = plan(profile(), addon(day("mon"), "test"), addon(day("mon", 4), "test"))
    assert misses(RULE, finished) == {"week 2": 1, "week 3": 1}


def test_tests_too_close_are_named_in_each_week_that_looks_back_on_both() -> None:
    finished = plan(profile(), addon(day("mon", 2), "test"), addon(day("thu", 3), "test"))
    assert misses(RULE, finished) == {"week 3 again": 1, "week 4 again": 1}


def test_from_the_race_phase_on_none_is_asked_for() -> None:
    finished = plan(profile(weeks=12), phases=[("base", 3), ("race", 4), ("taper", 2), ("recovery", 3)])
    assert misses(RULE, finished) == {"week 2": 1, "week 3": 1}


def test_a_cut_first_week_counts_but_a_profile_that_does_not_ask_or_an_injured_runner_gets_none() -> None:
    start = MONDAY.replace(day=9)
    assert misses(RULE, plan(profile(start=start))) == {f"week {week}": 1 for week in (2, 3, 4, 5)}
    assert misses(RULE, plan(profile(addons={"tests": False}))) == {}
    assert misses(RULE, plan(profile(injuries={"current": ["shins"]}))) == {}
