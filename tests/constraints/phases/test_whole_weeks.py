from writing import day, misses, plan, profile, rule, session

PHASES = [("base", 2), ("build", 2)]


def test_every_week_of_a_block_with_every_session_of_it_is_whole_whatever_the_weekdays() -> None:
    sessions = [
        session(day("tue")),
        session(day("fri"), slot="B"),
        session(day("wed", 2)),
        session(day("sun", 2), slot="B"),
    ]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {}


def test_a_week_that_drops_a_session_is_named_with_its_letter() -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {"week 2 B": 1}


def test_a_session_that_starts_late_is_missed_in_the_weeks_before_it() -> None:
    sessions = [session(day("tue")), session(day("tue", 2)), session(day("fri", 2), slot="B")]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {"week 1 B": 1}


def test_the_next_block_need_not_hold_the_letters_of_the_one_before() -> None:
    first = [session(day(at, week), slot=slot) for week in (1, 2) for at, slot in (("tue", "A"), ("fri", "B"))]
    second = [session(day("tue", week), block=2) for week in (3, 4)]
    assert misses(rule("whole_weeks"), plan(profile(), *first, *second, phases=PHASES)) == {}
