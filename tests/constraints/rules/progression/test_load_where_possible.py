import pytest

from writing import day, item, misses, plan, profile, rule, session

RULE = rule("load_where_possible", phases=("general_preparation", "base", "build"))
BARE = item("step_up", "bodyweight")


def test_a_loaded_step_up_at_home_with_dumbbells_is_fine() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), item("step_up", "moderate")))) == {}


def test_a_bodyweight_step_up_where_there_are_dumbbells_is_found() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), BARE))) == {"block 1 A step_up": 1}


def test_nothing_is_asked_where_there_is_no_load_or_during_the_introduction() -> None:
    bare = profile(places={"home": {"equipment": ["step"]}})
    assert misses(RULE, plan(bare, session(day("tue"), BARE))) == {}
    assert misses(RULE, plan(profile(), session(day("tue"), BARE), stage="introduction")) == {}


@pytest.mark.parametrize(
    ("raised", "kit", "experience", "missed"),
    [
        ("single_leg_calf_raise", ["dumbbells"], "intermediate", 1),
        ("single_leg_calf_raise", ["barbell", "rack"], "intermediate", 0),
        ("single_leg_calf_raise", ["dumbbells"], "beginner", 0),
        ("loaded_single_leg_calf_raise", ["dumbbells"], "intermediate", 0),
        ("eccentric_heel_drop", ["kettlebell 16"], "intermediate", 0),
        ("eccentric_heel_drop", ["kettlebell 16", "step"], "intermediate", 1),
        ("calf_raise", ["dumbbells"], "intermediate", 0),
    ],
)
def test_a_calf_raise_counts_where_the_next_rung_only_adds_a_weight(
    raised: str, kit: list[str], experience: str, missed: int
) -> None:
    who = profile(athlete={"experience": experience}, places={"home": {"equipment": kit}})
    found = misses(RULE, plan(who, session(day("tue"), item(raised, "calf"))))
    assert found == ({f"block 1 A {raised}": 1} if missed else {})
