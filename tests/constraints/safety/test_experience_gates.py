import pytest

from profiles.exercise import Experience
from writing import day, item, misses, plan, profile, rule, session

EASY, MIDDLE, HARD = (item("goblet_squat"), item("box_jump", "power"), item("clean", "power"))


@pytest.mark.parametrize(
    ("experience", "too_hard"),
    [("beginner", ["box_jump", "clean"]), ("intermediate", ["clean"]), ("advanced", [])],
)
def test_a_runner_does_what_their_experience_reaches(experience: Experience, too_hard: list[str]) -> None:
    who = profile(athlete={"experience": experience})
    finished = plan(who, session(day("tue"), EASY), session(day("fri"), HARD, MIDDLE, EASY, slot="B"))
    assert misses(rule("experience_gates"), finished) == {f"block 1 B {name}.power": 1 for name in too_hard}


def test_years_of_lifting_do_not_change_what_a_beginner_calls_themselves() -> None:
    who = profile(athlete={"experience": "beginner", "strength_weeks": 300})
    finished = plan(who, session(day("tue"), MIDDLE))
    assert misses(rule("experience_gates"), finished) == {"block 1 A box_jump.power": 1}
