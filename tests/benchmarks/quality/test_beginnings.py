"""How work begins: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from quality_plans import counts, item, plan, session

INTRODUCED = [("base introduction", 2), ("base", 2), ("build", 2)]
BEGINNER = {"experience": "beginner"}


def test_no_introduction_comes_after_a_main_block() -> None:
    assert counts("introduction_comes_first", plan(blocks=INTRODUCED)) == (0, 1)
    again = [("base introduction", 1), ("base", 1), ("build introduction", 1)]
    assert counts("introduction_comes_first", plan(blocks=again)) == (1, 2)


def test_bodyweight_on_two_legs_begins_at_ten() -> None:
    deep = item("bodyweight_squat", 10)
    assert counts("bodyweight_begins_at_ten", plan(session(0, deep, item("goblet_squat", 6, load="dumbbells")))) == (
        0,
        1,
    )
    assert counts("bodyweight_begins_at_ten", plan(session(0, item("full_range_squat", 6), deep))) == (1, 2)


def test_a_beginner_starts_with_the_easiest_rung() -> None:
    def of(first: str, later: str, experience: str = "beginner") -> tuple[int, int] | None:
        sessions = session(0, item(first)), session(2, item(later))
        return counts("beginners_start_easy", plan(*sessions, blocks=INTRODUCED, experience=experience))

    assert of("side_plank", "side_plank_reach") == (1, 2)  # the knees may be down
    assert of("side_plank_knee_down", "side_plank") == (0, 1)
    assert of("incline_push_up", "push_up") == (0, 1)
    assert of("push_up", "incline_push_up") == (1, 1)
    assert of("push_up", "incline_push_up", "intermediate") == (0, 0)


def test_a_skill_needs_a_block_of_the_easier() -> None:
    blocks = [("base", 1), ("build", 1)]

    def of(first: str, later: str, **more: object) -> tuple[int, int] | None:
        sessions = session(0, item(first)), session(7, item(later))
        return counts("skills_are_earned", plan(*sessions, blocks=blocks, **more))  # type: ignore[arg-type]

    assert of("push_up", "diamond_push_up") == (0, 1)
    assert of("plank", "diamond_push_up") == (1, 1)
    assert of("diamond_push_up", "push_up") == (1, 1)
    assert of("plank", "push_up") == (0, 0)
    assert of("plank", "push_up", **BEGINNER) == (1, 1)
    assert of("plank", "diamond_push_up", experience="advanced") == (0, 0)
    assert of("plank", "diamond_push_up", lifts={"push_ups": 25}) == (0, 1)
    assert of("plank", "diamond_push_up", lifts={"push_ups": 4}) == (1, 1)
    assert of("plank", "diamond_push_up", lifts={"diamond_push_ups": 4}) == (0, 0)


def test_a_skill_is_not_earned_within_its_block() -> None:
    week = plan(session(0, item("push_up")), session(2, item("diamond_push_up")))
    assert counts("skills_are_earned", week) == (1, 1)


def test_nordics_are_for_the_advanced() -> None:
    def of(reps: int, experience: str) -> tuple[int, int] | None:
        nordic = session(0, item("nordic_curl", reps))
        return counts("nordics_for_the_advanced", plan(nordic, experience=experience))

    assert of(5, "advanced") == (0, 1)
    assert of(12, "advanced") == (1, 1)
    assert of(5, "intermediate") == (1, 1)
