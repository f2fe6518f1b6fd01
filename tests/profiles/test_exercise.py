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
