import pytest

from constraints.rules.balance.patterns_vary import OF_THE_TRUNK
from profiles.exercise import catalogue
from profiles.plan import Item
from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

THIRD = item("full_range_squat", "bodyweight")


def test_two_exercises_of_a_pattern_are_fine() -> None:
    assert misses(rule("patterns_vary", most=2, core=1), plan(profile(), session(day("tue"), HEAVY, THIRD))) == {}


def test_a_third_exercise_of_a_pattern_in_the_session_is_found() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS, THIRD), session(day("tue", 2), HEAVY, LEGS, THIRD))
    assert misses(rule("patterns_vary", most=2, core=1), finished) == {"block 1 A squat": 1}


def test_a_third_exercise_of_a_pattern_in_another_session_is_fine() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, LEGS), session(day("fri"), THIRD, slot="B"))
    assert misses(rule("patterns_vary", most=2, core=1), finished) == {}


def test_a_hold_is_an_exercise_of_its_pattern() -> None:
    hold = session(day("fri"), HEAVY, LEGS, item("wall_sit", "hold"), slot="B")
    assert misses(rule("patterns_vary", most=2, core=1), plan(profile(), session(day("tue")), hold)) == {
        "block 1 B squat": 1
    }


@pytest.mark.parametrize(
    ("one", "other", "pattern"),
    [
        (item("plank"), item("hollow_body_hold"), "anti_extension"),
        (item("farmers_carry"), item("heavy_object_carry"), "carry"),
    ],
    ids=["anti_extension", "carry"],
)
def test_of_one_kind_of_core_work_a_session_holds_one(one: Item, other: Item, pattern: str) -> None:
    assert misses(rule("patterns_vary", most=2, core=1), plan(profile(), session(day("tue"), one))) == {}
    assert misses(rule("patterns_vary", most=2, core=1), plan(profile(), session(day("tue"), one, other))) == {
        f"block 1 A {pattern}": 1
    }
    assert misses(rule("patterns_vary", core=2, most=2), plan(profile(), session(day("tue"), one, other))) == {}


def test_the_patterns_of_core_work_are_those_of_the_catalogue_s_core_exercises() -> None:
    """The solver's half reads them off the catalogue, the audit's off their names."""
    core = {exercise.pattern for exercise in catalogue().values() if exercise.category == "core"}
    named = {exercise.pattern for exercise in catalogue().values() if exercise.pattern.startswith("anti_")}
    assert core == named.union(OF_THE_TRUNK)
