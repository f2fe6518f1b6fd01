from profiles.plan import Session
from writing import CORE, HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

RULE = rule("reduced_sessions_lift", least=1, phases=["base"])


def reduced(one: Session) -> Session:
    return one.model_copy(update={"reduced": True})


def test_a_reduced_session_with_a_heavy_lift_is_as_asked() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS, UPPER), reduced(session(day("tue", 2), HEAVY, UPPER)))
    assert misses(RULE, finished) == {}


def test_a_reduced_session_without_one_is_named_by_its_date() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS, UPPER), reduced(session(day("tue", 2), LEGS, UPPER)))
    assert misses(RULE, finished) == {"2027-01-12": 1}


def test_each_lift_short_of_the_least_counts() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS, UPPER), reduced(session(day("tue", 2), LEGS, UPPER)))
    assert misses(rule("reduced_sessions_lift", least=2, phases=["base"]), finished) == {"2027-01-12": 2}


def test_a_whole_session_without_a_lift_is_not_looked_at() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS, CORE))) == {}


def test_other_phases_and_the_introduction_ask_for_none() -> None:
    held = session(day("tue"), LEGS, UPPER, CORE), reduced(session(day("tue", 2), LEGS, UPPER))
    assert misses(RULE, plan(profile(), *held, phases=[("recovery", 4)])) == {}
    assert misses(RULE, plan(profile(), *held, stage="introduction")) == {}
