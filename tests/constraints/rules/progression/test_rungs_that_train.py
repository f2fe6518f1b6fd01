import pytest

from profiles.exercise import Experience
from writing import day, item, misses, plan, profile, rule, session

KNEES = item("side_plank_knee_down", "hold")
PULLS = item("assisted_pull_up", "bodyweight")


def found(experience: Experience) -> dict[str, int]:
    who = profile(athlete={"experience": experience})
    return misses(rule("rungs_that_train"), plan(who, session(day("tue"), KNEES, PULLS)))


def test_a_beginner_may_do_every_rung() -> None:
    assert found("beginner") == {}


@pytest.mark.parametrize(
    ("experience", "past"),
    [
        ("intermediate", {"block 1 A side_plank_knee_down.hold": 1}),
        ("advanced", {"block 1 A side_plank_knee_down.hold": 1, "block 1 A assisted_pull_up.bodyweight": 1}),
    ],
)
def test_a_rung_that_is_too_easy_for_the_runner_is_found(experience: Experience, past: dict[str, int]) -> None:
    assert found(experience) == past


def test_harder_rungs_are_fine() -> None:
    who = profile(athlete={"experience": "advanced"})
    held = plan(who, session(day("tue"), item("side_plank", "hold"), item("goblet_squat")))
    assert misses(rule("rungs_that_train"), held) == {}
