"""The catalogue agrees with itself."""

from collections.abc import Iterator

from profiles.exercise import Exercise, catalogue


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
         "hollow_body_hold", "nordic_curl", "decline_push_up", "diamond_push_up", "pull_up", "chin_up")
    )  # fmt: skip


def test_what_travels_or_bends_deep_harms_a_sore_knee_in_every_form() -> None:
    deep = {
        name for name, exercise in catalogue().items() if "patellar" in exercise.harms and exercise.impact == "none"
    }
    sore = {name for name, exercise in catalogue().items() if "runners_knee" in exercise.harms}
    assert deep <= sore
    assert {"forward_lunge", "walking_lunge", "bulgarian_split_squat", "full_range_squat", "pistol_squat"} <= deep


def test_an_exercise_of_an_injury_s_module_harms_it_only_where_it_is_at_its_hardest() -> None:
    both = {name for name, exercise in catalogue().items() if set(exercise.helps) & set(exercise.harms)}
    assert both == {"nordic_curl"}, "it prevents what it would tear again"
