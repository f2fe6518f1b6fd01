import datetime as dt

from profiles.plan import Item, Session
from writing import CORE, HEAVY, JUMPS, LEGS, day, item, misses, plan, profile, rule, session

RACE_DAY = day("sun", 4)


def lift(before: int, *main: Item, minutes: int = 20) -> Session:
    return session(RACE_DAY - dt.timedelta(days=before), *main, minutes=minutes)


def found(*sessions: Session, priority: str = "A") -> dict[int, int]:
    """Amounts by days before the race; what concerns the whole week is at 0."""
    who = profile(races=[{"name": "Race", "date": RACE_DAY, "distance": "half", "priority": priority}])
    missed = misses(rule("race_week_light", days=6, sessions=1, minutes=20, until_days=3), plan(who, *sessions))
    return {(RACE_DAY - dt.date.fromisoformat(at)).days: amount for at, amount in missed.items()}


def test_one_light_session_of_twenty_minutes_three_days_before_is_fine() -> None:
    assert found(lift(3, LEGS, CORE)) == {}


def test_a_minute_more_is_too_long_and_two_days_before_too_late() -> None:
    assert found(lift(3, CORE, minutes=21)) == {3: 1}
    assert found(lift(2, CORE)) == {2: 1}


def test_a_second_session_is_one_too_many() -> None:
    assert found(lift(6, CORE), lift(4, CORE), lift(3, CORE)) == {0: 2}


def test_heavy_legs_and_high_impact_are_not_light_but_skipping_is() -> None:
    assert found(lift(5, HEAVY)) == {5: 1}
    assert found(lift(5, JUMPS)) == {5: 1}
    assert found(lift(5, item("skipping", "power"))) == {}


def test_everything_wrong_with_one_session_adds_up() -> None:
    assert found(lift(1, HEAVY, JUMPS, minutes=45)) == {1: 4}


def test_the_day_before_race_week_race_day_itself_and_b_races_are_not_judged() -> None:
    assert found(lift(7, HEAVY, minutes=60)) == {}
    assert found(lift(0, HEAVY, minutes=60)) == {}
    assert found(lift(1, HEAVY, minutes=60), priority="B") == {}
