"""What a place can load, and the first load that follows from a lift."""

import pytest
from pydantic import ValidationError

from constraints.prescription.loads import Implement, LoadNumbers, at_most, first_load, loadable, one_rep_max
from profiles.equipment import Equipment
from profiles.lift import Lift
from profiles.plan import Style
from profiles.profile import Place

IMPLEMENTS: dict[Equipment, Implement] = {
    "barbell": Implement(least_kg=20, step_kg=2.5, most_kg=100),
    "trap bar": Implement(least_kg=25, step_kg=2.5, most_kg=100),
    "dumbbells": Implement(least_kg=2, step_kg=2, most_kg=30),
    "kettlebell": Implement(least_kg=8, step_kg=4, most_kg=32),
}
NUMBERS = LoadNumbers(
    epley_reps=30, share_percent={"heavy": (70, 85), "moderate": (55, 70)}, implements=IMPLEMENTS, because=("test",)
)


def masses(*equipment: str, of: str) -> tuple[float, ...]:
    return loadable(Place.model_validate({"equipment": equipment}), of, IMPLEMENTS)


# ---- what a place can load


@pytest.mark.parametrize(
    ("said", "loads"),
    [
        ("dumbbells 2-10", (2, 4, 6, 8, 10)),
        ("dumbbells 2 - 10", (2, 4, 6, 8, 10)),
        ("dumbbells 10-2", (2, 4, 6, 8, 10)),
        ("dumbbells 2.5-7.5", (2.5, 4.5, 6.5, 7.5)),  # the usual step, and both ends
        ("dumbbells 7", (7,)),
        ("dumbbells 4, 6.5,10", (4, 6.5, 10)),
        ("dumbbells 10 4 6", (4, 6, 10)),
        ("kettlebell 12/16", (12, 16)),
        ("kettlebell 12 / 16", (12, 16)),
        ("kettlebell 16", (16,)),
        ("kettlebell 16, 16", (16,)),
    ],
)
def test_masses_that_a_profile_states_are_those_there_are(said: str, loads: tuple[float, ...]) -> None:
    assert masses(said, of=said.split(maxsplit=1)[0]) == loads


@pytest.mark.parametrize(
    ("said", "loads"),
    [
        (("dumbbells 4, 8-12",), (4, 8, 10, 12)),
        (("dumbbells 2-4, 10-12",), (2, 4, 10, 12)),
        (("dumbbells 2-4 / 10",), (2, 4, 10)),
        (("dumbbells 2-4", "dumbbells 10"), (2, 4, 10)),
        (("dumbbells", "kettlebell 16", "dumbbells 10"), (10,)),
    ],
)
def test_single_masses_and_ranges_may_stand_side_by_side(said: tuple[str, ...], loads: tuple[float, ...]) -> None:
    assert masses(*said, of="dumbbells") == loads


@pytest.mark.parametrize(
    ("said", "least"), [("barbell 20", 20), ("barbell 15", 15), ("barbell", 20), ("trap bar 30", 30), ("trap bar", 25)]
)
def test_a_bar_is_loaded_with_plates_from_its_own_mass_up(said: str, least: float) -> None:
    loads = masses(said, of=said.rstrip(" 0123456789"))
    assert loads[:3] == (least, least + 2.5, least + 5)
    assert loads[-1] == 100


def test_a_bar_with_a_range_ends_where_its_plates_end() -> None:
    assert masses("barbell 20-30", of="barbell") == (20, 22.5, 25, 27.5, 30)


def test_where_a_profile_says_nothing_an_implement_has_its_usual_masses() -> None:
    assert masses("dumbbells", of="dumbbells") == tuple(range(2, 31, 2))
    assert masses("kettlebell", of="kettlebell") == (8, 12, 16, 20, 24, 28, 32)


def test_what_has_no_usual_masses_has_those_that_are_said_or_none() -> None:
    assert masses("medicine ball 4", of="medicine ball") == (4,)
    assert masses("weight vest 5-8", of="weight vest") == (5, 6, 7, 8)
    assert masses("loop band", of="loop band") == ()
    assert masses(of="bodyweight") == ()


@pytest.mark.parametrize("said", ["4, 6-10", "10-2", "3-10", "2-10/12/14-20", "0.5, 1", "400"])
def test_masses_however_they_are_written_are_above_nothing_and_rise(said: str) -> None:
    loads = masses(f"dumbbells {said}", of="dumbbells")
    assert loads
    assert all(load > 0 for load in loads)
    assert list(loads) == sorted(set(loads))


@pytest.mark.parametrize("said", ["0", "0-4", "4-", "1.2.3", "4.", "4,/8"])
def test_what_are_no_kilograms_is_refused(said: str) -> None:
    with pytest.raises(ValidationError, match="no kilograms"):
        masses(f"dumbbells {said}", of="dumbbells")


def test_two_bars_both_take_plates() -> None:
    loads = masses("barbell 15/20", of="barbell")
    assert loads[:4] == (15, 17.5, 20, 22.5)


@pytest.mark.parametrize(
    ("load", "there", "chosen"),
    [
        (18.0, (10.0, 16.0, 20.0), 16.0),
        (16.0, (10.0, 16.0, 20.0), 16.0),
        (15.999999999, (10.0, 16.0, 20.0), 16.0),  # what arithmetic makes of 16
        (99.0, (10.0, 16.0, 20.0), 20.0),
        (9.0, (10.0, 16.0, 20.0), 10.0),
        (9.0, (), None),
    ],
)
def test_the_heaviest_that_is_no_heavier_is_taken_or_else_the_lightest(
    load: float, there: tuple[float, ...], chosen: float | None
) -> None:
    assert at_most(load, there) == chosen


# ---- the first load that follows from a lift


@pytest.mark.parametrize(
    ("lift", "best"),
    [
        (Lift(100, 1, 0), 100),
        (Lift(90, 10, 0), 120),  # 90 x (1 + 10 / 30)
        (Lift(90, 7, 3), 120),  # reps that were left count as done
        (Lift(100, 1, 2), 110),
    ],
)
def test_the_best_single_is_estimated_from_the_reps_done_and_left(lift: Lift, best: float) -> None:
    assert one_rep_max(lift, NUMBERS) == pytest.approx(best)


@pytest.mark.parametrize(
    ("style", "reps", "reserve", "share"),
    [
        ("heavy", 4, 3, 1 / (1 + 7 / 30)),  # within the share
        ("heavy", 2, 0, 0.85),
        ("heavy", 20, 3, 0.70),
        ("moderate", 8, 2, 0.70),
        ("moderate", 25, 3, 0.55),
        ("core", 20, 10, 0.5),  # a style without a share
    ],
)
def test_a_first_load_leaves_the_reserve_within_the_style_s_share(
    style: Style, reps: int, reserve: int, share: float
) -> None:
    assert first_load(Lift(200, 1, 0), style, reps, reserve, NUMBERS) == pytest.approx(200 * share)


def test_the_more_reps_a_load_is_for_the_lighter_it_is() -> None:
    loads = [first_load(Lift(100, 5, 2), "heavy", reps, 2, NUMBERS) for reps in range(4, 11)]
    assert loads == sorted(set(loads), reverse=True)
