from typing import Any

import pytest

from constraints.knowledge.doctrine import doctrine_named
from profiles.plan import Style
from writing import profile

DOCTRINE = doctrine_named("reconciled")


def held(exercise: str, style: Style, *places: str, **lifts: Any) -> bool:
    """Whether a runner with an implement at each place may hold it."""
    there = {f"place {number}": {"equipment": [one, "mat", "pull-up bar"]} for number, one in enumerate(places)}
    who = profile(athlete={"experience": "intermediate"}, places={**there, "home": {"equipment": ["mat"]}}, lifts=lifts)
    return f"{exercise}.{style}" in map(str, DOCTRINE.options(who, "base"))


def test_a_press_that_is_too_heavy_at_every_place_is_left_out() -> None:
    assert not held("kettlebell_press", "moderate", "kettlebell 24", kettlebell_press=8)
    assert held("kettlebell_press", "moderate", "kettlebell 24", "kettlebell 4", kettlebell_press=8)
    assert held("kettlebell_press", "moderate", "kettlebell 24", kettlebell_press=40)


def test_another_implement_that_is_light_enough_is_enough() -> None:
    assert not held("overhead_press", "moderate", "barbell", overhead_press=20)
    assert held("overhead_press", "moderate", "barbell", "dumbbells 2-10", overhead_press=20)


def test_where_nothing_is_known_nothing_is_left_out() -> None:
    assert held("kettlebell_press", "moderate", "kettlebell 24")
    assert held("bent_over_row", "moderate", "long band", bent_over_row=5), "a band has no mass"


@pytest.mark.parametrize(("most", "chosen"), [(1, False), (2, False), (3, True), (12, True)])
def test_one_or_two_reps_are_no_set(most: int, chosen: bool) -> None:  # noqa: FBT001
    assert held("pull_up", "bodyweight", "step", pull_ups=most) is chosen
