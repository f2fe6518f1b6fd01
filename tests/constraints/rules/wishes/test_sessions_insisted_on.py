from constraints.rules.wishes.sessions_insisted_on import SessionsInsistedOn
from writing import MONDAY, day, misses, plan, profile, session

TWO = SessionsInsistedOn(at_least=2, because=("profile",))


def test_two_or_more_in_each_week_of_base_and_build_keep_the_wish() -> None:
    dates = [*(day(at) for at in ("mon", "wed", "fri")), *(day(at, 2) for at in ("tue", "fri"))]
    assert misses(TWO, plan(profile(), *map(session, dates), phases=[("base", 1), ("build", 1), ("taper", 2)])) == {}


def test_what_is_missing_is_counted_by_week() -> None:
    finished = plan(profile(), session(day("tue")), phases=[("base", 1), ("build", 1), ("race", 2)])
    assert misses(TWO, finished) == {"week 1": 1, "week 2": 2}


def test_race_taper_race_week_recovery_and_cut_weeks_need_none() -> None:
    late = [("race", 1), ("taper", 1), ("race_week", 1), ("recovery", 1)]
    assert misses(TWO, plan(profile(), phases=late)) == {}
    who = profile(start=MONDAY.replace(day=7))
    assert misses(TWO, plan(who, phases=[("base", 1), ("taper", 3), ("base", 1)])) == {}
