from writing import day, misses, plan, profile, rule, session


def test_sessions_that_keep_their_weekdays_are_fine() -> None:
    lifts = [session(day(at, week), slot=slot) for week in (1, 2, 3) for at, slot in (("tue", "A"), ("fri", "B"))]
    assert misses(rule("same_weekdays"), plan(profile(), *lifts)) == {}


def test_every_move_is_counted_in_the_week_that_moves() -> None:
    lifts = [session(day("tue")), session(day("wed", 2)), session(day("tue", 3)), session(day("tue", 4))]
    assert misses(rule("same_weekdays"), plan(profile(), *lifts)) == {"week 2 A": 1, "week 3 A": 1}


def test_two_sessions_that_trade_days_both_move() -> None:
    lifts = [
        session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2), slot="B"), session(day("fri", 2)),
    ]  # fmt: skip
    assert misses(rule("same_weekdays"), plan(profile(), *lifts)) == {"week 2 A": 1, "week 2 B": 1}


def test_after_a_week_without_the_session_any_weekday_is_fine_but_not_after_a_change_of_block() -> None:
    finished = plan(
        profile(), session(day("tue")), session(day("fri", 3)), session(day("sat", 4), block=2),
        phases=[("base", 3), ("build", 1)],
    )  # fmt: skip
    assert misses(rule("same_weekdays"), finished) == {"week 4 A": 1}
