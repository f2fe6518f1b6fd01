from itertools import combinations

from constraints.prescription.options import Option
from constraints.prescription.pairs import pairs_of
from profiles.exercise import catalogue
from profiles.plan import Style


def option(said: str) -> Option:
    exercise, _, style = said.partition(".")
    found: Style = style or "moderate"  # type: ignore[assignment]  # a style, as written in a test
    return Option(catalogue()[exercise], found, 10, 4, 6, 0, plates=False)


HINGES = tuple(map(option, ("romanian_deadlift", "single_leg_romanian_deadlift")))
KNEES = tuple(map(option, ("goblet_squat", "leg_curl")))
PULLS = tuple(map(option, ("dumbbell_row", "lat_pulldown")))
PUSHES = tuple(map(option, ("bench_press", "dead_bug.core")))


def said(*ordered: Option, count: int) -> list[tuple[str, str]]:
    return [(one.exercise.id, partner.exercise.id) for one, partner in pairs_of(ordered, count).items()]


def test_the_first_of_each_side_are_paired() -> None:
    assert said(*KNEES, *PUSHES, count=1) == [("goblet_squat", "bench_press")]
    assert said(*KNEES, *PULLS, count=2) == [("goblet_squat", "dumbbell_row"), ("leg_curl", "lat_pulldown")]


def test_a_hinge_takes_a_push_and_the_pull_goes_to_another() -> None:
    assert said(HINGES[0], KNEES[0], PULLS[0], PUSHES[0], count=2) == [
        ("romanian_deadlift", "bench_press"), ("goblet_squat", "dumbbell_row"),
    ]  # fmt: skip
    assert said(HINGES[0], PULLS[0], PUSHES[0], count=1) == [("romanian_deadlift", "bench_press")]
    assert said(HINGES[0], KNEES[0], PULLS[0], count=1) == [("goblet_squat", "dumbbell_row")]


def test_a_hinge_and_a_pull_alone_are_no_pair() -> None:
    assert said(HINGES[0], PULLS[0], count=1) == []


def test_as_many_pairs_exist_as_the_model_counts() -> None:
    """The model's three bounds: the options of either side, and those of both that pair freely."""
    every = (*HINGES, *KNEES, *PULLS, *PUSHES)
    for size in range(len(every) + 1):
        for held in combinations(every, size):
            bounds = (
                sum(one.superset == "lower" for one in held),
                sum(one.superset == "other" for one in held),
                sum(one.pairs_freely for one in held),
            )
            for count in range(1, 5):
                assert (len(pairs_of(held, count)) == count) == (count <= min(bounds)), said(*held, count=count)
