"""Around races: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from typing import Any

from quality_plans import counts, day, item, plan, session

SQUAT = item("goblet_squat", load="dumbbells")


def race(after: int, priority: str = "A", km: float = 10.0) -> list[dict[str, Any]]:
    return [{"name": "Cup", "date": day(after).isoformat(), "priority": priority, "km": km}]


def test_nothing_is_new_in_the_week_before_a_race() -> None:
    known, new = session(0, SQUAT), session(9, SQUAT, item("deadlift", load="barbell"))
    assert counts("nothing_new_before_races", plan(known, session(9, SQUAT), races=race(14, "B"))) == (0, 1)
    assert counts("nothing_new_before_races", plan(known, new, races=race(14, "B"))) == (1, 2)
    assert counts("nothing_new_before_races", plan(known, new, races=race(14, "C"))) == (0, 0)
    assert counts("nothing_new_before_races", plan(known, new, races=race(17))) == (0, 0)


def test_no_block_has_its_peak_before_a_race() -> None:
    def of(kg: float, reps: int) -> tuple[int, int] | None:
        lifts = [session(at, item("deadlift", r, load="barbell", kg=w)) for at, w, r in ((0, 80, 5), (9, kg, reps))]
        return counts("no_peak_before_races", plan(*lifts, races=race(14)))

    assert of(80, 5) == (0, 1)
    assert of(82.5, 5) == (1, 1)
    assert of(80, 6) == (1, 1)


def test_before_a_b_race_there_is_less_work_and_no_more_load() -> None:
    def of(last: dict[str, Any], priority: str = "B") -> tuple[int, int] | None:
        before = [session(at, item("deadlift", 5, load="barbell", kg=80)) for at in (0, 2)]
        return counts("b_race_weeks_ease", plan(*before, session(9, last), races=race(14, priority)))

    assert of(item("deadlift", 4, load="barbell", kg=80)) == (0, 1)
    assert of(item("deadlift", 5, load="barbell", kg=80)) == (1, 1)
    assert of(item("deadlift", 4, load="barbell", kg=82.5)) == (1, 1)
    assert of(item("deadlift", 5, load="barbell", kg=80), "A") == (0, 0)
    assert of(item("plank", seconds=30)) == (0, 0)


def test_light_weeks_hold_hips_calves_and_core() -> None:
    three = [item("clamshell"), item("calf_raise_hold", seconds=30), item("plank", seconds=30)]
    blocks = [("base", 1), ("taper", 1)]
    assert counts("light_weeks_hold_their_three", plan(session(7, *three), blocks=blocks)) == (0, 1)
    assert counts("light_weeks_hold_their_three", plan(session(7, *three[1:]), blocks=blocks)) == (1, 1)
    assert counts("light_weeks_hold_their_three", plan(session(0, *three[1:]), blocks=blocks)) == (0, 0)


def test_light_weeks_spare_the_arms() -> None:
    hold = item("mid_push_up_hold", seconds=20)

    def of(one: dict[str, Any], doctrine: str = "reconciled") -> tuple[int, int] | None:
        return counts("light_weeks_spare_the_arms", plan(session(0, one), blocks=[("recovery", 1)], doctrine=doctrine))

    assert of(item("glute_bridge")) == (0, 1)
    assert of(item("band_pull_apart")) == (1, 1)
    assert of(hold) == (1, 1)
    assert of(hold, "three_pillars") == (0, 1)


def test_the_run_in_fits_the_distance() -> None:
    def of(km: float, race_weeks: int) -> tuple[int, int] | None:
        blocks = [("base", 4), ("race", race_weeks), ("taper", 1)]
        return counts("run_in_fits_the_distance", plan(blocks=blocks, races=race(7 * (5 + race_weeks) - 1, km=km)))

    assert of(5, 1) == (0, 1)
    assert of(5, 3) == (1, 1)
    assert of(42.2, 3) == (0, 1)
    assert of(80, 4) == (0, 1)


def test_power_is_for_the_legs() -> None:
    assert counts("power_is_for_the_legs", plan(session(0, item("squat_jump", 5, style="power"), SQUAT))) == (0, 1)
    assert counts("power_is_for_the_legs", plan(session(0, item("clap_push_up", 5, style="power")))) == (1, 1)


def test_explosive_work_has_no_slow_tempo() -> None:
    assert counts("explosive_work_is_fast", plan(session(0, item("kettlebell_swing"), item("box_jump", 5)))) == (0, 2)
    assert counts("explosive_work_is_fast", plan(session(0, item("kettlebell_swing", tempo="2-0-1")))) == (1, 1)
