from profiles.season import PHASES
from writing import day, misses, plan, profile, rule, session

JUDGE = rule("sessions_end_in_time", most={**dict.fromkeys(PHASES, 60), "build": 45, "race": 20})


def test_a_session_may_take_all_the_minutes_of_its_phase() -> None:
    finished = plan(
        profile(),
        session(day("tue"), minutes=60),
        session(day("tue", 3), minutes=45, block=2),
        session(day("tue", 4), minutes=20, block=3),
        phases=[("base", 2), ("build", 1), ("race", 1)],
    )
    assert misses(JUDGE, finished) == {}


def test_a_minute_more_is_too_long_and_a_session_counts_once_however_long() -> None:
    finished = plan(
        profile(),
        session(day("tue"), minutes=60),
        session(day("fri"), minutes=61, slot="B"),
        session(day("tue", 3), minutes=46, block=2),
        session(day("tue", 4), minutes=45, block=3),
        phases=[("base", 2), ("build", 1), ("race", 1)],
    )
    assert misses(JUDGE, finished) == {str(day("fri")): 1, str(day("tue", 3)): 1, str(day("tue", 4)): 1}


def test_each_date_that_is_too_long_counts() -> None:
    finished = plan(profile(), *(session(day("tue", week), minutes=75) for week in (1, 2, 3)))
    assert misses(JUDGE, finished) == {str(day("tue", week)): 1 for week in (1, 2, 3)}
