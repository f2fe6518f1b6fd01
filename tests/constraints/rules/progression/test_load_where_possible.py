import pytest

from writing import day, item, misses, plan, profile, rule, session

RULE = rule("load_where_possible", phases=("general_preparation", "base", "build"), sore_weeks=2)
BARE = item("step_up", "bodyweight")


def test_a_loaded_step_up_at_home_with_dumbbells_is_fine() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), item("step_up", "moderate")))) == {}


def test_a_bodyweight_step_up_where_there_are_dumbbells_is_found_in_each_week_of_its_block() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), BARE))) == {"block 1 A step_up": 4}
    blocks = plan(profile(), session(day("tue", 3), BARE, block=2), phases=[("base", 2), ("base", 2)])
    assert misses(RULE, blocks) == {"block 2 A step_up": 2}


def test_nothing_is_asked_where_there_is_no_load_or_during_the_introduction() -> None:
    bare = profile(places={"home": {"equipment": ["step"]}})
    assert misses(RULE, plan(bare, session(day("tue"), BARE))) == {}
    assert misses(RULE, plan(profile(), session(day("tue"), BARE), stage="introduction")) == {}


@pytest.mark.parametrize(
    ("raised", "kit", "experience", "missed"),
    [
        ("single_leg_calf_raise", ["dumbbells"], "intermediate", 4),
        ("single_leg_calf_raise", ["barbell", "rack"], "intermediate", 0),
        ("single_leg_calf_raise", ["dumbbells"], "beginner", 0),
        ("loaded_single_leg_calf_raise", ["dumbbells"], "intermediate", 0),
        ("eccentric_heel_drop", ["kettlebell 16"], "intermediate", 0),
        ("eccentric_heel_drop", ["kettlebell 16", "step"], "intermediate", 4),
        ("calf_raise", ["dumbbells"], "intermediate", 0),
    ],
)
def test_a_calf_raise_counts_where_the_next_rung_only_adds_a_weight(
    raised: str, kit: list[str], experience: str, missed: int
) -> None:
    who = profile(athlete={"experience": experience}, places={"home": {"equipment": kit}})
    found = misses(RULE, plan(who, session(day("tue"), item(raised, "calf"))))
    assert found == ({f"block 1 A {raised}": missed} if missed else {})


@pytest.mark.parametrize(("injury", "first", "missed"), [("achilles", 2, 0), ("achilles", 3, 4), ("itb", 2, 4)])
def test_a_sore_part_goes_without_in_blocks_that_begin_early(injury: str, first: int, missed: int) -> None:
    who = profile(weeks=first + 3, injuries={"current": [injury]})
    late = session(day("tue", first), item("single_leg_calf_raise", "calf"), block=2)
    found = misses(RULE, plan(who, late, phases=[("base", first - 1), ("build", 4)]))
    assert found == ({"block 2 A single_leg_calf_raise": missed} if missed else {})
