from profiles.plan import Session
from writing import CORE, HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

RULE = rule("sessions_held_whole")
WHOLE = (HEAVY, LEGS, UPPER, CORE)


def reduced(one: Session) -> Session:
    return one.model_copy(update={"reduced": True})


def test_sessions_that_are_all_whole_miss_nothing() -> None:
    finished = plan(profile(), session(day("tue"), *WHOLE), session(day("tue", 2), *WHOLE))
    assert misses(RULE, finished) == {}


def test_each_exercise_left_out_counts() -> None:
    kept_lift = reduced(session(day("tue", 2), HEAVY, UPPER))
    lost_lift = reduced(session(day("tue", 3), LEGS, UPPER, CORE))
    finished = plan(profile(), session(day("tue"), *WHOLE), kept_lift, lost_lift)
    assert misses(RULE, finished) == {"2027-01-12 A": 2, "2027-01-19 A": 1}


def test_a_session_is_compared_with_its_own_letter_also_where_the_reduced_one_comes_first() -> None:
    finished = plan(
        profile(),
        reduced(session(day("tue"), LEGS, CORE)),
        session(day("thu"), UPPER, CORE, slot="B"),
        session(day("tue", 2), LEGS, UPPER, CORE),
    )
    assert misses(RULE, finished) == {"2027-01-05 A": 1}
