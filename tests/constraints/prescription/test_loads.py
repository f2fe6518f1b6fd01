"""What a place can load, and the first load that follows from a lift."""

from collections.abc import Sequence
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from constraints.knowledge.doctrine import doctrine_named
from constraints.prescription.loads import (
    Estimate,
    Implement,
    LoadNumbers,
    Offer,
    at_most,
    best_offer,
    estimate_of,
    loadable,
    one_rep_max,
    too_light,
)
from doses import LIGHTER_SETS
from profiles.equipment import Equipment
from profiles.exercise import Pattern, catalogue
from profiles.lift import Lift
from profiles.plan import Dose, Style
from profiles.profile import Place, Profile
from writing import profile

IMPLEMENTS: dict[Equipment, Implement] = {
    "barbell": Implement(least_kg=20, step_kg=2.5, most_kg=100),
    "trap bar": Implement(least_kg=25, step_kg=2.5, most_kg=100),
    "dumbbells": Implement(least_kg=2, step_kg=2, most_kg=30),
    "kettlebell": Implement(least_kg=8, step_kg=4, most_kg=32),
}
NUMBERS = LoadNumbers(
    epley_reps=30, heavy_percent=70, heavy_body_percent={"squat": 40, "hinge": 50, "lunge": 25}, usual_body_kg=65,
    body_percent={"lunge": 75, "step_up": 90}, found_by_hand=(), lighter_sets=LIGHTER_SETS,
    implements=IMPLEMENTS, because=("test",),
)  # fmt: skip


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
        (9.0, (10.0, 16.0, 20.0), None),
        (9.0, (), None),
    ],
)
def test_the_heaviest_that_is_no_heavier_is_taken_or_none(
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


def runner(lifts: dict[str, Any], *equipment: str, body_kg: float | None = 60) -> Profile:
    return profile(athlete={"body_kg": body_kg}, places={"home": {"equipment": equipment}}, lifts=lifts)


def test_a_set_that_leaves_reps_is_a_share_of_the_estimate() -> None:
    estimate = estimate_of(catalogue()["back_squat"], "barbell", runner({"back_squat": 120}, "barbell"), NUMBERS)
    assert estimate == Estimate(120, 0, 1, 30)
    assert estimate.left(90, 8) == pytest.approx(2)  # 120 = 90 x (1 + 10 / 30)
    assert estimate.share(90) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("exercise", "lift", "equipment", "load", "expected"),
    [
        ("romanian_deadlift", 70, ("barbell", "dumbbells"), "barbell", Estimate(70, 0, 1, 30)),
        ("romanian_deadlift", 70, ("barbell", "dumbbells"), "dumbbells", Estimate(70, 0, 2, 30)),  # one in each hand
        ("romanian_deadlift", 24, ("dumbbells 24",), "dumbbells", Estimate(48, 0, 2, 30)),
        ("romanian_deadlift", 24, ("dumbbells 4", "kettlebell 24"), "kettlebell", Estimate(24, 0, 1, 30)),
        ("kettlebell_press", 16, ("kettlebell 12/16",), "kettlebell", Estimate(16, 0, 1, 30)),  # a side
        ("goblet_squat", 24, ("kettlebell 24",), "kettlebell", Estimate(24, 0, 1, 30)),
        ("step_up", 12, ("dumbbells", "box"), "dumbbells", Estimate(0.9 * 60 + 24, 0.9 * 60, 2, 30)),
        ("reverse_lunge", 12, ("dumbbells",), "dumbbells", Estimate(0.75 * 60 + 24, 0.75 * 60, 2, 30)),
        ("push_up", 15, ("mat",), "bodyweight", Estimate(1.5, 1, 0, 30)),
        ("back_squat", 100, ("barbell",), "bodyweight", None),
    ],
)
def test_an_estimate_counts_what_is_lifted_at_once(
    exercise: str, lift: float, equipment: tuple[str, ...], load: str, expected: Estimate | None
) -> None:
    assert estimate_of(catalogue()[exercise], load, runner({exercise: lift}, *equipment), NUMBERS) == expected


def test_without_a_body_mass_or_a_lift_less_is_known() -> None:
    step_up = catalogue()["step_up"]
    alone = estimate_of(step_up, "dumbbells", runner({"step_up": 12}, "dumbbells", "box", body_kg=None), NUMBERS)
    assert alone == Estimate(0.9 * 65 + 24, 0.9 * 65, 2, 30), "the usual body mass"
    assert estimate_of(step_up, "dumbbells", runner({}, "dumbbells", "box"), NUMBERS) is None


# ---- the implement that is wanted, and what is heavy


def offer(load: str, *masses: float, reps: tuple[int, int] = (6, 8)) -> Offer:
    return load, masses, Dose(sets=3, reps=reps, reserve=(2, 3), rest_s=150)


@pytest.mark.parametrize(
    ("lift", "offers", "chosen"),
    [
        ("24 x 10", (offer("dumbbells", 4), offer("kettlebell", 24)), "kettlebell"),
        ("24 x 10", (offer("dumbbells", 12), offer("kettlebell", 24)), "dumbbells"),  # two of them weigh as much
        (70, (offer("barbell", 50, 52.5), offer("dumbbells", 26)), "barbell"),
        (30, (offer("barbell", 40), offer("dumbbells", 4)), "dumbbells"),  # the bar is too heavy
        (None, (offer("dumbbells", 4), offer("kettlebell", 24)), "kettlebell"),
        (None, (offer("barbell", 20, 250), offer("dumbbells", 2, 50)), "barbell"),
    ],
)
def test_the_implement_follows_from_the_load_that_is_wanted(lift: Any, offers: Sequence[Offer], chosen: str) -> None:
    equipment = ["barbell", "dumbbells 4", "kettlebell 24"] if lift != "24 x 10" else ["dumbbells 4", "kettlebell 24"]
    who = runner({} if lift is None else {"romanian_deadlift": lift}, *equipment)
    assert best_offer(catalogue()["romanian_deadlift"], "heavy", offers, who, NUMBERS)[0] == chosen


def test_work_that_is_not_heavy_takes_the_preferred_implement() -> None:
    offers = (offer("dumbbells", 4), offer("kettlebell", 24))
    assert best_offer(catalogue()["goblet_squat"], "moderate", offers, runner({}), NUMBERS) == offers[0]


@pytest.mark.parametrize(
    ("lifts", "exercise", "masses", "light"),
    [
        ({"goblet_squat": 24}, "goblet_squat", (16.0,), True),  # 67 %
        ({"goblet_squat": 24}, "goblet_squat", (8.0, 18.0), False),  # 75 %
        ({}, "goblet_squat", (16.0,), True),  # 27 % of the body
        ({}, "goblet_squat", (24.0,), False),
        ({}, "romanian_deadlift", (24.0,), True),
        ({}, "reverse_lunge", (10.0,), False),  # one in each hand
        ({}, "reverse_lunge", (6.0,), True),
        ({}, "leg_curl", (5.0,), False),  # nothing says what would be heavy
        ({}, "goblet_squat", (), False),
    ],
)
def test_a_load_is_light_where_the_heaviest_is_no_share_of_what_can_be_lifted(
    lifts: dict[str, Any],
    exercise: str,
    masses: tuple[float, ...],
    light: bool,  # noqa: FBT001
) -> None:
    load = "dumbbells" if exercise == "reverse_lunge" else "kettlebell"
    who = runner(lifts, "kettlebell 24", "dumbbells")
    assert too_light(catalogue()[exercise], load, masses, who, NUMBERS) is light


def test_what_is_numbered_by_exercise_or_pattern_is_one() -> None:
    numbers = doctrine_named("reconciled").tables.loads
    patterns = set(get_args(Pattern))
    assert {*numbers.body_percent, *numbers.heavy_body_percent} <= {*catalogue(), *patterns}
    assert set(numbers.found_by_hand) <= patterns


# ---- lighter sets


@pytest.mark.parametrize(
    ("load_kg", "masses", "kg"),
    [
        (100, tuple(range(20, 121, 5)), [50, 75]),
        (72.5, (20, 30, 40, 50, 60, 70), [30, 50]),
        (30, (20, 22.5, 25, 27.5, 30), [20, 22.5]),  # half of it is less than the bar
        (20, (20, 22.5), []),  # nothing is lighter
        (None, (20, 22.5), [None, None]),
    ],
)
def test_lighter_sets_are_the_nearest_below_half_and_three_quarters(
    load_kg: float | None, masses: tuple[float, ...], kg: list[float | None]
) -> None:
    found = LIGHTER_SETS.before(load_kg, masses)
    assert [one.load_kg for one in found] == kg
    assert [(one.percent, one.reps) for one in found] == [(50, 5), (75, 3)][: len(kg)]


def test_lighter_sets_come_before_heavy_sets_with_a_bar() -> None:
    styles: tuple[Style, ...] = ("heavy", "moderate")
    asked = [(style, load) for style in styles for load in ("barbell", "trap bar", "dumbbells")]
    assert [one for one in asked if LIGHTER_SETS.asked(*one)] == [("heavy", "barbell"), ("heavy", "trap bar")]
    assert [LIGHTER_SETS.seconds(*one) for one in asked] == [120, 120, 0, 0, 0, 0]
