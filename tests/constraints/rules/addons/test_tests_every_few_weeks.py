from writing import MONDAY, addon, day, misses, plan, profile, rule

PHASES = ("general_preparation", "base", "build")
RULE = rule("tests_every_few_weeks", first=2, weeks=5, phases=PHASES)


def test_a_test_anywhere_in_every_fifth_week_is_enough() -> None:
    finished = plan(
        profile(weeks=12), addon(day("mon", 2), "test"), addon(day("sun", 7), "test"), addon(day("wed", 12), "test")
    )
    assert misses(RULE, finished) == {}


def test_weeks_whose_turn_it_is_are_named_and_a_week_late_is_too_late() -> None:
    finished = plan(profile(weeks=12), addon(day("mon", 3), "test"), addon(day("mon", 7), "test"))
    assert misses(RULE, finished) == {"week 2": 1, "week 12": 1}


def test_how_often_is_a_number_and_two_tests_in_a_week_are_no_better_than_one() -> None:
    finished = plan(profile(), addon(day("mon", 2), "test"), addon(day("thu", 2), "test"))
    assert misses(rule("tests_every_few_weeks", first=2, weeks=2, phases=PHASES), finished) == {"week 4": 1}


def test_from_the_race_phase_on_none_is_asked_for() -> None:
    finished = plan(profile(weeks=12), phases=[("base", 5), ("race", 2), ("taper", 2), ("recovery", 3)])
    assert misses(RULE, finished) == {"week 2": 1}


def test_a_cut_first_week_counts_but_a_profile_that_does_not_ask_or_an_injured_runner_gets_none() -> None:
    start = MONDAY.replace(day=9)
    assert misses(RULE, plan(profile(start=start))) == {"week 2": 1}
    assert misses(RULE, plan(profile(addons={"tests": False}))) == {}
    assert misses(RULE, plan(profile(injuries={"current": ["shins"]}))) == {}
