from writing import MONDAY, addon, day, misses, plan, profile, rule


def test_one_session_in_each_week_is_enough_whatever_the_phase() -> None:
    dates = [day("mon"), day("sun", 2), day("wed", 3), day("tue", 4)]
    finished = plan(profile(), *(addon(date, "mobility") for date in dates), phases=[("base", 2), ("recovery", 2)])
    assert misses(rule("mobility_every_week", sessions=1), finished) == {}


def test_weeks_without_one_are_named_and_a_second_one_makes_up_for_nothing() -> None:
    dates = [day("mon"), day("thu"), day("wed", 3)]
    finished = plan(profile(), *(addon(date, "mobility") for date in dates), addon(day("mon", 4), "daily_mobility"))
    assert misses(rule("mobility_every_week", sessions=1), finished) == {"week 2": 1, "week 4": 1}


def test_each_missing_one_counts_where_more_are_asked_for() -> None:
    finished = plan(
        profile(), addon(day("mon"), "mobility"), addon(day("thu"), "mobility"), addon(day("mon", 2), "mobility")
    )
    missed = {"week 2": 1, "week 3": 2, "week 4": 2}
    assert misses(rule("mobility_every_week", sessions=2), finished) == missed


def test_cut_weeks_and_profiles_that_do_not_ask_need_none() -> None:
    cut = plan(profile(start=MONDAY.replace(day=9)))
    assert misses(rule("mobility_every_week", sessions=1), cut) == {"week 2": 1, "week 3": 1, "week 4": 1}
    assert misses(rule("mobility_every_week", sessions=1), plan(profile(addons={"mobility": False}))) == {}
