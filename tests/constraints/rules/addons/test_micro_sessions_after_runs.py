from writing import MONDAY, addon, day, misses, plan, profile, rule

RULE = rule("micro_sessions_after_runs", sessions=2, phases=("general_preparation", "base", "build", "race"))
ASKED = {"micro": True}


def test_two_in_each_full_week_are_enough() -> None:
    dates = [day(at, week) for week in (1, 2, 3, 4) for at in ("mon", "thu")]
    finished = plan(profile(addons=ASKED), *(addon(date, "micro") for date in dates))
    assert misses(RULE, finished) == {}


def test_each_missing_one_is_counted_by_week_and_other_add_ons_are_no_substitute() -> None:
    dates = [day(at, week) for week in (2, 3, 4) for at in ("mon", "thu")]
    held = [addon(date, "micro") for date in dates[1:]]
    finished = plan(profile(addons=ASKED), *held, addon(day("tue"), "prehab"), addon(day("tue", 2), "mobility"))
    assert misses(RULE, finished) == {"week 1": 2, "week 2": 1}


def test_taper_race_week_and_recovery_ask_for_none() -> None:
    finished = plan(profile(addons=ASKED), phases=[("race", 1), ("taper", 1), ("race_week", 1), ("recovery", 1)])
    assert misses(RULE, finished) == {"week 1": 2}


def test_cut_weeks_and_profiles_that_do_not_ask_need_none() -> None:
    cut = profile(start=MONDAY.replace(day=9), addons=ASKED)
    assert misses(RULE, plan(cut)) == {"week 2": 2, "week 3": 2, "week 4": 2}
    assert misses(RULE, plan(profile())) == {}
