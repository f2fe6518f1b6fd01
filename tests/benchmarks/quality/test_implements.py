"""Implements: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from quality_plans import counts, item, plan, session

BELL = {"gym": {"equipment": ["kettlebell 16"]}}


def deadlift(kg: float) -> dict[str, object]:
    return item("deadlift", 8, style="heavy", load="barbell", kg=kg, rest_s=150)


def test_heavy_is_heavy() -> None:
    assert counts("heavy_is_heavy", plan(session(0, deadlift(75)), lifts={"deadlift": 100})) == (0, 1)
    assert counts("heavy_is_heavy", plan(session(0, deadlift(60)), lifts={"deadlift": 100})) == (1, 1)
    bell = item("goblet_squat", 6, style="heavy", rest_s=150, load="kettlebell", kg=16)
    assert counts("heavy_is_heavy", plan(session(0, bell), places=BELL, body_kg=40)) == (0, 1)
    assert counts("heavy_is_heavy", plan(session(0, bell), places=BELL, body_kg=58)) == (1, 1)
    unknown = item("goblet_squat", 6, style="heavy", rest_s=150, load="kettlebell")
    assert counts("heavy_is_heavy", plan(session(0, unknown), places=BELL)) == (1, 1)  # by the mass of the place
    as_light = item("goblet_squat", 12, style="heavy", load="kettlebell", kg=16, rest_s=90)
    assert counts("heavy_is_heavy", plan(session(0, as_light), places=BELL)) == (0, 0)


def test_light_loads_get_reps_and_short_rests() -> None:
    def of(reps: int, rest_s: int, body_kg: float = 58) -> tuple[int, int] | None:
        squat = item("goblet_squat", reps, load="kettlebell", kg=16, rest_s=rest_s)
        return counts("light_loads_get_reps", plan(session(0, squat), places=BELL, body_kg=body_kg))

    assert of(12, 60) == (0, 1)
    assert of(6, 60) == (1, 1)
    assert of(12, 150) == (1, 1)
    assert of(6, 150, body_kg=40) == (0, 0)  # heavy for this runner
    known, there = (
        item("goblet_squat", 6, load="dumbbells", kg=16, rest_s=150),
        {"gym": {"equipment": ["dumbbells 16"]}},
    )
    for best, found in ((21, (0, 0)), (40, (1, 1))):
        lifts = {"goblet_squat": best}
        assert counts("light_loads_get_reps", plan(session(0, known), places=there, lifts=lifts)) == found
    both_sides = item("walking_lunge", 24, load="kettlebell", kg=16, rest_s=75)
    assert counts("light_loads_get_reps", plan(session(0, both_sides), places=BELL)) == (0, 1)


def test_a_press_without_a_known_lift_has_no_kilograms() -> None:
    press = item("overhead_press", load="kettlebell", kg=16)
    assert counts("presses_are_chosen", plan(session(0, item("overhead_press", load="kettlebell")))) == (0, 1)
    assert counts("presses_are_chosen", plan(session(0, press))) == (1, 1)
    assert counts("presses_are_chosen", plan(session(0, press), lifts={"bench_press": 50})) == (0, 0)


def test_more_load_needs_something_heavier() -> None:
    def of(load: str, *equipment: str) -> tuple[int, int] | None:
        rising = item("clamshell", load=load, change="more_load")
        return counts("more_load_exists", plan(session(0, rising), places={"gym": {"equipment": [*equipment]}}))

    assert of("dumbbells", "dumbbells") == (0, 1)
    assert of("loop band", "loop band") == (1, 1)
    assert of("bodyweight") == (1, 1)


def test_one_bell_means_a_side() -> None:
    def of(places: dict[str, object], *, a_side: bool) -> tuple[int, int] | None:
        row = item("bent_over_row", load="kettlebell", a_side=a_side)
        return counts("one_bell_means_a_side", plan(session(0, row), places=places))

    assert of(BELL, a_side=True) == (0, 1)
    assert of(BELL, a_side=False) == (1, 1)
    assert of({"gym": {"equipment": ["kettlebell 12, 16"]}}, a_side=False) == (0, 0)
