"""The catalogue agrees with itself."""

from collections.abc import Iterator
from typing import get_args

from profiles.exercise import Category, Exercise, Injury, Pattern, catalogue, loaded_by


def one_sided(up: str, down: str) -> Iterator[str]:
    """Edges that one end of a ladder states and the other does not."""
    for name, exercise in catalogue().items():
        for other in getattr(exercise, up):
            if other not in catalogue():
                yield f"{name}: {up} {other} is no exercise"
            elif name not in getattr(catalogue()[other], down):
                yield f"{name}: {up} {other}, which does not name it as {down}"


def test_both_ends_of_a_ladder_say_so() -> None:
    assert [*one_sided("harder", "easier"), *one_sided("easier", "harder")] == []


def test_variants_name_each_other() -> None:
    assert [*one_sided("variants", "variants")] == []
    assert [name for name, exercise in catalogue().items() if name in exercise.variants] == []


def level(exercise: Exercise) -> list[Exercise]:
    return [exercise, *(catalogue()[name] for name in exercise.variants)]


def test_no_ladder_leads_back_to_where_it_began() -> None:
    for exercise in catalogue().values():
        above: set[str] = set()
        reached = level(exercise)
        while reached:
            rungs = {name for rung in reached for name in rung.harder} - above
            above |= rungs
            reached = [each for name in rungs for each in level(catalogue()[name])]
        assert above.isdisjoint(each.id for each in level(exercise)), exercise.id


def test_no_first_exercise_is_a_harder_form_of_another() -> None:
    first = {name for name, exercise in catalogue().items() if exercise.level == "beginner" and exercise.use == "main"}
    assert first.isdisjoint(
        ("side_plank_reach", "side_plank_top_leg_raise", "side_plank_hip_dip", "single_leg_romanian_deadlift",
         "hollow_body_hold", "nordic_curl", "decline_push_up", "diamond_push_up", "pull_up", "chin_up",
         "single_leg_calf_raise", "single_leg_bent_knee_calf_raise")
    )  # fmt: skip


def fast(exercise: Exercise) -> bool:
    """Whether the legs jump, or lift as fast as they can; throws are the arms' and the trunk's as much."""
    lifted = exercise.pattern in ("swing", "explosive_lift")
    jumped = exercise.kind == "plyometric" and exercise.region != "upper" and exercise.pattern != "throw"
    return lifted or jumped or exercise.impact == "high"


def test_an_injury_of_the_legs_wherever_it_is_rules_out_what_is_fast() -> None:
    """The kinds of injury are all of the legs or hips, and a jump loads all of both."""
    every = set(get_args(Injury))
    assert {name for name, one in catalogue().items() if fast(one) and set(one.harms) != every} == set()
    assert {"squat_jump", "broad_jump", "calf_hop", "kettlebell_swing", "clean", "jumping_jack"} <= {
        name for name, one in catalogue().items() if fast(one)
    }
    assert all("hamstrings" in one.harms for one in catalogue().values() if one.pattern == "throw")


def test_what_loads_a_sore_part_is_a_category_or_a_pattern() -> None:
    assert {name for names in loaded_by().values() for name in names} <= {*get_args(Category), *get_args(Pattern)}


def test_a_sore_part_is_loaded_by_lifts_of_other_categories_too() -> None:
    """A bridge pulls at the hamstrings, a step-up bends the knee: their category is that of the hips."""
    lifts = catalogue()
    assert lifts["hip_thrust"].loads_part("hamstrings")
    assert lifts["glute_bridge"].loads_part("hamstrings")
    assert not lifts["clamshell"].loads_part("hamstrings")
    assert lifts["step_up"].loads_part("runners_knee")
    assert lifts["step_up"].loads_part("patellar")
    assert not lifts["glute_bridge"].loads_part("runners_knee")


def test_a_hold_and_a_stretch_move_no_sore_part() -> None:
    moves = {name for name, exercise in catalogue().items() if exercise.moves}
    assert {"glute_bridge", "clamshell", "squat_jump", "leg_curl"} <= moves
    assert moves.isdisjoint(("glute_bridge_hold", "wall_sit", "knee_to_wall", "hamstring_stretch", "farmers_carry"))


def test_what_travels_or_bends_deep_harms_a_sore_knee_in_every_form() -> None:
    deep = {
        name
        for name, exercise in catalogue().items()
        if "patellar" in exercise.harms and exercise.impact == "none" and not fast(exercise)
    }
    sore = {name for name, exercise in catalogue().items() if "runners_knee" in exercise.harms}
    assert deep <= sore
    assert {"forward_lunge", "walking_lunge", "bulgarian_split_squat", "full_range_squat", "pistol_squat"} <= deep


def test_an_exercise_of_an_injury_s_module_harms_it_only_where_it_is_at_its_hardest() -> None:
    both = {name for name, exercise in catalogue().items() if set(exercise.helps) & set(exercise.harms)}
    assert both == {"nordic_curl"}, "it prevents what it would tear again"
