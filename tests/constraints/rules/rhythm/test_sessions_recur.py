from typing import Any

import pytest

from writing import day, misses, plan, profile, rule, session

RULE = rule("sessions_recur", weeks=4)
LONG = [("base", 6)]


def held(letters: str) -> list[Any]:
    """One session a week, on Tuesdays."""
    return [session(day("tue", week), slot=slot) for week, slot in enumerate(letters, 1)]


@pytest.mark.parametrize(
    ("letters", "missed"),
    [
        ("AAAAAA", {}),
        ("ABABAB", {}),
        ("AAAABB", {"block 1 B": 1}),
        ("BAAAAA", {"block 1 B": 2}),
        ("AABBCC", {"block 1 A": 1, "block 1 B": 1, "block 1 C": 1}),
    ],
)
def test_where_one_session_a_week_fits_two_letters_stand_in_half_of_the_weeks_each(
    letters: str, missed: dict[str, int]
) -> None:
    assert misses(RULE, plan(profile(weeks=6), *held(letters), phases=LONG)) == missed


def test_three_letters_over_two_sessions_a_week_take_turns() -> None:
    weeks = [("A", "B"), ("C", "A"), ("B", "C"), ("A", "B"), ("C", "A"), ("B", "C")]
    sessions = [
        session(day(at, week), slot=slot)
        for week, slots in enumerate(weeks, 1)
        for at, slot in zip(("tue", "fri"), slots, strict=True)
    ]
    assert misses(RULE, plan(profile(weeks=6), *sessions, phases=LONG)) == {}


def test_a_block_of_three_weeks_may_hold_a_session_once() -> None:
    assert misses(RULE, plan(profile(), *held("AAB"), phases=[("base", 3), ("build", 1)])) == {}


def test_a_session_of_single_dates_need_not_come_back() -> None:
    who = profile(weeks=6, strength={"on": {day("tue", 3): 30}})
    assert misses(RULE, plan(who, *held("AABAAA"), phases=LONG)) == {}


def test_a_session_that_leaves_something_out_does_not_count() -> None:
    who = profile(weeks=6, strength={"on": {day("tue", 2): 30}})
    whole, reduced = [session(day("tue", week), slot=slot) for week, slot in ((1, "A"), (2, "B"))]
    finished = [whole, reduced.model_copy(update={"reduced": True}), *held("  AABB")[2:]]
    assert misses(RULE, plan(who, *finished, phases=LONG)) == {}
