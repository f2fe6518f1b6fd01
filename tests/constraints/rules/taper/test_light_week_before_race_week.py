import datetime as dt

from profiles.plan import Item
from writing import CORE, HEAVY, LEGS, day, misses, plan, profile, rule, session

RACE_DAY = day("sun", 4)


def found(*lifts: tuple[int, Item], priority: str = "A") -> dict[int, int]:
    """Amounts by days before the race; what concerns the whole week is at 0."""
    who = profile(races=[{"name": "Race", "date": RACE_DAY, "distance": "half", "priority": priority}])
    sessions = [session(RACE_DAY - dt.timedelta(days=before), what) for before, what in lifts]
    missed = misses(
        rule("light_week_before_race_week", from_days=13, to_days=7, until_days=10, sessions=1), plan(who, *sessions)
    )
    return {(RACE_DAY - dt.date.fromisoformat(at)).days: amount for at, amount in missed.items()}


def test_one_light_session_in_the_first_half_of_the_week_is_fine() -> None:
    assert found((13, LEGS)) == {}
    assert found((10, LEGS)) == {}


def test_the_second_half_holds_none() -> None:
    assert found((9, CORE)) == {9: 1}
    assert found((7, CORE)) == {7: 1}


def test_a_second_session_is_one_too_many() -> None:
    assert found((13, LEGS), (11, CORE)) == {0: 1}
    assert found((13, LEGS), (11, CORE), (8, CORE)) == {0: 2, 8: 1}


def test_heavy_legs_are_barred_all_week_besides_being_late() -> None:
    assert found((13, HEAVY)) == {13: 1}
    assert found((9, HEAVY)) == {9: 2}


def test_the_days_before_and_after_that_week_are_not_judged() -> None:
    assert found((14, HEAVY), (12, LEGS), (6, HEAVY)) == {}


def test_only_an_a_race_has_such_a_week() -> None:
    assert found((13, HEAVY), (8, HEAVY), priority="B") == {}
