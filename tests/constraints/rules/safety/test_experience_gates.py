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
    assert misses(rule("experience_gates", sessions=1), finished) == {f"block 1 B {name}.power": 1 for name in too_hard}


def test_years_of_lifting_do_not_change_what_a_beginner_calls_themselves() -> None:
    who = profile(athlete={"experience": "beginner", "strength_weeks": 300})
    finished = plan(who, session(day("tue"), MIDDLE))
    assert misses(rule("experience_gates", sessions=1), finished) == {"block 1 A box_jump.power": 1}


THREE = [("base", 3), ("base", 3), ("build", 2)]
BEGINNER = profile(athlete={"experience": "beginner"})


def test_a_beginner_climbs_a_ladder_after_a_block_on_an_easier_rung_however_long_ago() -> None:
    finished = plan(
        BEGINNER,
        session(day("tue"), EASY, item("squat_jump", "power")),
        session(day("tue", 4), MIDDLE, block=2),
        session(day("tue", 7), item("back_squat", "heavy"), block=3),
        phases=THREE,
    )
    assert misses(rule("experience_gates", sessions=1), finished) == {}


def test_an_easier_rung_in_the_same_block_or_a_later_one_is_too_late() -> None:
    finished = plan(
        BEGINNER,
        session(day("tue"), item("squat_jump", "power")),
        session(day("fri"), MIDDLE, slot="B"),
        session(day("tue", 4), item("back_squat"), block=2),
        session(day("tue", 7), EASY, block=3),
        phases=THREE,
    )
    assert misses(rule("experience_gates", sessions=1), finished) == {
        "block 1 B box_jump.power": 1,
        "block 2 A back_squat.moderate": 1,
    }


def test_a_variant_that_asks_for_less_leads_to_one_that_asks_for_more() -> None:
    finished = plan(
        BEGINNER,
        session(day("tue"), item("romanian_deadlift")),
        session(day("tue", 4), item("deadlift", "heavy"), block=2),
        phases=THREE,
    )
    assert misses(rule("experience_gates", sessions=1), finished) == {}


def test_an_intermediate_exercise_without_a_ladder_never_comes_to_a_beginner() -> None:
    finished = plan(
        BEGINNER,
        session(day("tue"), item("romanian_deadlift")),
        session(day("tue", 4), item("nordic_curl", "bodyweight"), block=2),
        phases=THREE,
    )
    assert misses(rule("experience_gates", sessions=1), finished) == {"block 2 A nordic_curl.bodyweight": 1}


@pytest.mark.parametrize("experience", ["beginner", "intermediate"])
def test_no_ladder_leads_to_advanced_exercises(experience: Experience) -> None:
    finished = plan(
        profile(athlete={"experience": experience}),
        session(day("tue"), item("bodyweight_squat", "bodyweight")),
        session(day("tue", 4), item("single_leg_squat", "bodyweight"), block=2),
        session(day("tue", 7), item("pistol_squat", "bodyweight"), block=3),
        phases=THREE,
    )
    assert misses(rule("experience_gates", sessions=1), finished) == {"block 3 A pistol_squat.bodyweight": 1}


def test_sessions_of_earlier_blocks_count_by_date_whichever_rung_they_held() -> None:
    jumps, squats = item("squat_jump", "power"), item("bodyweight_squat", "bodyweight")
    finished = plan(
        BEGINNER,
        session(day("tue"), jumps, squats),
        session(day("fri"), squats, slot="B"),
        session(day("tue", 4), jumps, MIDDLE, item("goblet_squat"), block=2),
        session(day("fri", 4), item("single_leg_squat", "bodyweight"), block=2, slot="B"),
        session(day("tue", 7), MIDDLE, block=3),
        phases=THREE,
    )
    jump = {"block 2 A box_jump.power": 1}
    assert misses(rule("experience_gates", sessions=1), finished) == {}
    assert misses(rule("experience_gates", sessions=2), finished) == jump
    third = {"block 2 B single_leg_squat.bodyweight": 1, "block 3 A box_jump.power": 1}
    assert misses(rule("experience_gates", sessions=3), finished) == {**jump, **third}


def test_stated_reps_open_an_intermediate_exercise_but_no_advanced_one() -> None:
    who = profile(athlete={"experience": "beginner"}, lifts={"push_up": 8, "pistol_squat": 3})
    held = session(day("tue"), item("push_up", "bodyweight"), item("pistol_squat", "bodyweight"))
    pistol = {"block 1 A pistol_squat.bodyweight": 1}
    assert misses(rule("experience_gates", sessions=1), plan(who, held)) == pistol
    assert misses(rule("experience_gates", sessions=1), plan(BEGINNER, held)) == pistol | {
        "block 1 A push_up.bodyweight": 1
    }
