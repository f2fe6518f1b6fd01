from writing import LEGS, day, misses, plan, profile, rule, session


def test_twenty_minutes_count() -> None:
    assert misses(rule("worthwhile_sessions", minutes=20), plan(profile(), session(day("tue"), LEGS, minutes=20))) == {}


def test_a_shorter_session_is_missed_once_for_every_week_of_its_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS, minutes=20),
        session(day("fri"), LEGS, slot="B", minutes=19),
        session(day("fri", 2), LEGS, slot="B", minutes=19),
    )
    assert misses(rule("worthwhile_sessions", minutes=20), finished) == {"block 1 B": 4}


def test_how_short_it_is_does_not_matter() -> None:
    assert misses(rule("worthwhile_sessions", minutes=20), plan(profile(), session(day("tue"), minutes=5))) == {
        "block 1 A": 4
    }
