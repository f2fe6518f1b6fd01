from writing import MONDAY, day, misses, plan, profile, rule, session

RULE = rule("sessions_wished_for", phases=("base", "build"))
THREE = {"strength": {"want": 3}}


def test_three_sessions_in_each_full_week_grant_the_wish_for_three() -> None:
    dates = [day(at, week) for week in (1, 2) for at in ("mon", "wed", "fri")]
    assert misses(RULE, plan(profile(**THREE), *map(session, dates), phases=[("base", 2), ("race", 2)])) == {}


def test_what_is_missing_is_counted_by_week() -> None:
    finished = plan(profile(**THREE), session(day("tue")), phases=[("base", 1), ("build", 1), ("race", 2)])
    assert misses(RULE, finished) == {"week 1": 2, "week 2": 3}


def test_who_wishes_for_nothing_lacks_nothing() -> None:
    assert misses(RULE, plan(profile())) == {}


def test_a_wish_for_one_is_granted_by_one() -> None:
    who = profile(strength={"want": 1})
    assert misses(RULE, plan(who, session(day("tue")), phases=[("base", 1), ("race", 3)])) == {}


def test_cut_weeks_weeks_away_racing_and_unusual_weeks_are_not_asked() -> None:
    races = [{"name": "Tune-up", "date": day("sun", 3), "distance": "10k", "priority": "B"}]
    who = profile(start=MONDAY.replace(day=7), races=races, strength={"want": 3, "away": [str(day("mon", 2))]})
    assert misses(RULE, plan(who, running={4: "cut_back"})) == {}
