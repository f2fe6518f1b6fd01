from writing import MONDAY, addon, day, misses, plan, profile, rule

RULE = rule(
    "prehab_twice_a_week", circuits=2, phases=("general_preparation", "base", "build", "race", "taper", "recovery")
)
ASKED = {"prehab": True}


def test_two_circuits_in_each_full_week_are_enough() -> None:
    dates = [day(at, week) for week in (1, 2, 3, 4) for at in ("mon", "sun")]
    finished = plan(profile(addons=ASKED), *(addon(date, "prehab") for date in dates))
    assert misses(RULE, finished) == {}


def test_each_missing_one_is_counted_by_week_and_a_third_one_is_too_many() -> None:
    dates = [day("mon"), day("wed"), day("fri"), day("mon", 2), day("mon", 4), day("fri", 4)]
    finished = plan(profile(addons=ASKED), *(addon(date, "prehab") for date in dates), addon(day("tue", 3), "mobility"))
    assert misses(RULE, finished) == {"week 1 more": 1, "week 2": 1, "week 3": 2}


def test_only_race_week_asks_for_none() -> None:
    finished = plan(profile(addons=ASKED), phases=[("race", 1), ("taper", 1), ("race_week", 1), ("recovery", 1)])
    assert misses(RULE, finished) == {"week 1": 2, "week 2": 2, "week 4": 2}


def test_cut_weeks_and_profiles_that_do_not_ask_need_none() -> None:
    cut = profile(start=MONDAY.replace(day=9), addons=ASKED)
    assert misses(RULE, plan(cut)) == {"week 2": 2, "week 3": 2, "week 4": 2}
    assert misses(RULE, plan(profile())) == {}
