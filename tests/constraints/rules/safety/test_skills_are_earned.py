from typing import Any

import pytest

from writing import day, item, misses, plan, profile, rule, session

SKILLS = {"diamond_push_up": ("push_up",), "chin_up": ("assisted_pull_up", "inverted_row")}
RULE = rule("skills_are_earned", sessions=2, reps=10, skills=SKILLS)
TWO = [("base", 2), ("build", 2)]
PUSH, DIAMOND, CHIN = (item(name, "bodyweight") for name in ("push_up", "diamond_push_up", "chin_up"))
FOUND = {"block 2 A diamond_push_up.bodyweight": 1}
BAR = {"home": {"equipment": ["mat", "pull-up bar"]}}
BAND = {**BAR, "gym": {"equipment": ["pull-up bar", "long band"]}}


def found(*first: Any, then: Any = DIAMOND, **said: Any) -> dict[str, int]:
    """What is found of a skill in the second block of an intermediate runner after these sessions in the first."""
    who = profile(**{"athlete": {"experience": "intermediate"}} | said)
    days = (day("tue"), day("fri"), day("tue", 2))
    held = [session(date, one, slot=slot) for date, one, slot in zip(days, first, "ABA", strict=False)]
    return misses(RULE, plan(who, *held, session(day("tue", 3), then, block=2), phases=TWO))


def test_a_skill_comes_after_enough_sessions_with_an_easier_form() -> None:
    assert found(PUSH, PUSH) == {}
    assert found(PUSH, item("incline_push_up", "bodyweight")) == FOUND
    assert found() == FOUND


def test_sessions_of_the_same_block_come_too_late() -> None:
    who = profile(athlete={"experience": "beginner"})
    held = [session(day("tue"), PUSH), session(day("thu"), PUSH), session(day("sat"), DIAMOND, slot="B")]
    assert misses(RULE, plan(who, *held)) == {"block 1 B diamond_push_up.bodyweight": 1}


@pytest.mark.parametrize(
    ("lifts", "mastered"),
    [({"push_ups": 10}, True), ({"push_ups": 9}, False), ({"diamond_push_ups": 1}, True), ({"pull_ups": 20}, False)],
)
def test_stated_reps_show_what_is_mastered(lifts: dict[str, int], mastered: bool) -> None:  # noqa: FBT001  # a case
    assert found(lifts=lifts) == ({} if mastered else FOUND)


def test_the_advanced_have_learned_them() -> None:
    assert found(athlete={"experience": "advanced"}) == {}


def test_nothing_is_asked_where_no_place_allows_an_easier_form() -> None:
    assert found(then=CHIN, places=BAR) == {}
    assert found(then=CHIN, places=BAND) == {"block 2 A chin_up.bodyweight": 1}
    assert found(then=DIAMOND, places={"home": {"equipment": []}}) == FOUND
