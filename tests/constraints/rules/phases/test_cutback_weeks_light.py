import pytest

from profiles.season import Running
from writing import HEAVY, JUMPS, LEGS, day, misses, plan, profile, rule, session


def week_two(sessions: int, running: Running | None, most: int = 1) -> dict[str, int]:
    dates = [day(weekday, 2) for weekday in ("mon", "wed", "fri")[:sessions]]
    finished = plan(profile(), *map(session, dates), running={2: running} if running else {})
    return misses(rule("cutback_weeks_light", most=most), finished)


def test_a_cutback_week_holds_one_session() -> None:
    assert week_two(1, "cut_back") == {}


def test_each_session_more_is_counted() -> None:
    assert week_two(2, "cut_back") == {"week 2": 1}
    assert week_two(3, "cut_back") == {"week 2": 2}


def test_none_may_be_all_that_is_allowed() -> None:
    assert week_two(1, "cut_back", most=0) == {"week 2": 1}


@pytest.mark.parametrize("running", [None, "high"])
def test_other_weeks_are_not_limited(running: Running | None) -> None:
    assert week_two(3, running) == {}


def test_the_week_runs_from_monday_to_sunday() -> None:
    held = [day("sat"), day("sun"), day("sun", 2), day("mon", 3), day("tue", 3)]
    inside = plan(profile(), *map(session, held), running={2: "cut_back"})
    assert misses(rule("cutback_weeks_light", most=1), inside) == {}
    full = plan(profile(), *map(session, [*held, day("mon", 2)]), running={2: "cut_back"})
    assert misses(rule("cutback_weeks_light", most=1), full) == {"week 2": 1}


def test_the_session_that_is_left_has_no_heavy_legs_and_no_jumps() -> None:
    for work, missed in ((HEAVY, "heavy"), (JUMPS, "jumps")):
        held = plan(profile(), session(day("mon", 2), work), session(day("mon"), work), running={2: "cut_back"})
        assert misses(rule("cutback_weeks_light", most=1), held) == {f"{day('mon', 2)} {missed}": 1}
    assert (
        misses(
            rule("cutback_weeks_light", most=1), plan(profile(), session(day("mon", 2), LEGS), running={2: "cut_back"})
        )
        == {}
    )
