from writing import MONDAY, day, misses, plan, profile, rule, session

RULE = rule("sessions_by_phase", most={"base": 3, "build": 2, "taper": 1, "race_week": 1})
PHASES = [("base", 1), ("build", 1), ("taper", 1), ("race_week", 1)]


def test_each_phase_may_hold_its_most_sessions() -> None:
    dates = [
        day(at, week) for week, days in ((1, ("mon", "wed", "fri")), (2, ("tue", "fri")), (3, ("tue",))) for at in days
    ]
    assert misses(RULE, plan(profile(), *map(session, dates), phases=PHASES)) == {}


def test_every_session_above_it_is_counted_by_week() -> None:
    dates = [day(at, week) for week in (1, 2, 3) for at in ("mon", "wed", "fri")]
    assert misses(RULE, plan(profile(), *map(session, dates), phases=PHASES)) == {
        "week 2": 1,
        "week 3": 2,
    }


def test_a_cut_week_has_the_same_limit() -> None:
    start = MONDAY.replace(day=7)
    who = profile(start=start)
    finished = plan(who, *(session(day(at)) for at in ("thu", "fri", "sun")), phases=[("build", 5)])
    assert misses(RULE, finished) == {"week 1": 1}
