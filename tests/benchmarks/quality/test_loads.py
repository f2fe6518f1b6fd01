"""Loads: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

import pytest

from quality_plans import counts, item, plan, session, weekly

DEADLIFT = {"deadlift": 100}


def lift(kg: float, reps: int = 8, **more: object) -> dict[str, object]:
    return item("deadlift", reps, load="barbell", kg=kg, reserve=(2, 3), **more)  # type: ignore[arg-type]


def test_a_load_leaves_the_printed_reserve() -> None:
    def of(kg: float, after: int = 0) -> tuple[int, int] | None:
        return counts("loads_meet_the_runner", plan(session(after, lift(kg)), lifts=DEADLIFT))

    assert of(75) == (0, 1)  # 30 x (100/75 - 1) - 8 = 2.0
    assert of(70) == (1, 1)  # 4.9 left, and 2.5 kg more would leave 3.4
    assert of(82.5) == (1, 1)  # -1.6 left
    assert of(77.5, after=7) == (1, 1)  # 0.7 left, and 1.1 of what may have been gained in a week
    assert of(77.5, after=35) == (0, 1)
    slower = plan(session(35, lift(77.5)), lifts=DEADLIFT, experience="advanced")
    assert counts("loads_meet_the_runner", slower) == (0, 1)  # 1.7 left of what may have been gained
    assert counts("loads_meet_the_runner", plan(session(21, lift(77.5)), lifts=DEADLIFT, experience="advanced")) == (
        1,
        1,
    )


def test_a_load_is_right_where_the_next_would_be_too_heavy() -> None:
    home = {"gym": {"equipment": ["dumbbells"]}}
    small = item("goblet_squat", 6, load="dumbbells", kg=14, reserve=(2, 3))
    finished = plan(session(0, small), lifts={"goblet_squat": 20}, places=home)
    assert counts("loads_meet_the_runner", finished) == (0, 1)  # 6.9 left; 16 kg would leave 1.5


def test_a_load_is_right_where_nothing_heavier_is_there() -> None:
    def of(reps: int, tempo: str = "3-0-1", there: str = "dumbbells 10") -> tuple[int, int] | None:
        squat = item("goblet_squat", reps, load="dumbbells", kg=10, reserve=(2, 3), tempo=tempo)
        finished = plan(session(0, squat), lifts={"goblet_squat": 40}, places={"gym": {"equipment": [there]}})
        return counts("loads_meet_the_runner", finished)

    assert of(12) == of(8, "5-0-1") == (0, 1)
    assert of(8) == of(12, there="dumbbells 10/12") == (1, 1)


def test_a_step_up_lifts_the_body_too() -> None:
    step = item("step_up", 6, load="dumbbells", kg=12, reserve=(2, 3), a_side=True)
    lifts = {"step_up": "12 x 10 @ 2"}
    assert counts("loads_meet_the_runner", plan(session(0, step), lifts=lifts, body_kg=58)) == (1, 1)  # 5.8 left
    assert counts("loads_meet_the_runner", plan(session(0, step), lifts=lifts)) == (0, 0)


def test_a_guide_may_let_loads_fall_in_the_build() -> None:
    light = plan(session(0, lift(50)), lifts=DEADLIFT, blocks=[("build", 4)], doctrine="three_pillars")
    assert counts("loads_meet_the_runner", light) == (0, 0)


def test_a_season_reaches_the_given_lift() -> None:
    same = plan(*weekly(6, lift(75)), lifts=DEADLIFT)  # 75 x (1 + 10 / 30) = 100
    assert counts("season_reaches_the_lift", same) == (0, 1)
    assert counts("season_reaches_the_lift", plan(*weekly(6, lift(72.5)), lifts=DEADLIFT)) == (1, 1)
    assert counts("season_reaches_the_lift", plan(*weekly(5, lift(72.5)), lifts=DEADLIFT)) == (0, 0)
    light = [item("goblet_squat", 12, load="dumbbells", kg=10, reserve=(2, 3))]
    there = {"gym": {"equipment": ["dumbbells 10"]}}
    assert counts("season_reaches_the_lift", plan(*weekly(6, *light), lifts={"goblet_squat": 40}, places=there)) == (
        0,
        0,
    )


DAY = {"strength": {"minutes": {"mon": 60}, "place": {"mon": "gym"}}}


def test_nothing_stands_still_for_more_than_three_sessions() -> None:
    moving = [session(7 * week, item("bird_dog", 10 + week)) for week in range(5)]
    assert counts("work_moves_on", plan(*moving, **DAY)) == (0, 5)
    assert counts("work_moves_on", plan(*weekly(5, item("bird_dog", 10)), **DAY)) == (2, 5)
    assert counts("work_moves_on", plan(*weekly(5, item("wall_sit", seconds=30)), **DAY, places={})) == (2, 5)
    assert counts("work_moves_on", plan(*weekly(5, item("rkc_plank", seconds=30)), **DAY)) == (
        0,
        5,
    )  # braced: no longer
    slower = [session(7 * week, item("bird_dog", 10, tempo="2-1-2" if week < 3 else "4-1-2")) for week in range(5)]
    assert counts("work_moves_on", plan(*slower, **DAY)) == (0, 5)
    assert counts("work_moves_on", plan(*weekly(5, item("bird_dog", 20)), **DAY)) == (0, 5)  # nothing harder is known
    assert counts("work_moves_on", plan(*weekly(5, item("squat_jump", 5, style="power")), **DAY)) == (0, 0)


@pytest.mark.parametrize(("lasts", "failing"), [(59, 2), (60, 0)])
def test_more_reps_and_more_time_need_their_minutes(lasts: int, failing: int) -> None:
    for one in (item("bird_dog", 10, tempo="5-0-1"), item("wall_sit", seconds=30)):
        assert counts("work_moves_on", plan(*weekly(5, one, minutes=lasts), **DAY)) == (failing, 5)
    goblet = item("goblet_squat", 20, load="dumbbells", kg=10)
    assert counts("work_moves_on", plan(*weekly(5, goblet, minutes=lasts), **DAY)) == (2, 5)  # a heavier one is there


def test_a_harder_exercise_is_asked_for_from_the_next_block_on() -> None:
    held = weekly(8, item("plank", seconds=60))  # there are harder planks
    assert counts("work_moves_on", plan(*held, **DAY, blocks=[("base", 8)])) == (0, 8)
    assert counts("work_moves_on", plan(*held, **DAY, blocks=[("base", 6), ("build", 2)])) == (2, 8)


def test_the_race_phase_keeps_the_load_with_fewer_sets() -> None:
    blocks = [("build", 1), ("race", 1)]

    def of(later: dict[str, object], doctrine: str = "reconciled") -> tuple[int, int] | None:
        finished = plan(session(0, lift(80)), session(7, later), blocks=blocks, doctrine=doctrine)
        return counts("race_phase_keeps_the_load", finished)

    assert of(lift(80, sets=2)) == (0, 1)
    assert of(lift(60, sets=2)) == (1, 1)
    assert of(lift(80, sets=4)) == (1, 1)
    assert of(lift(60), doctrine="three_pillars") is None


@pytest.mark.parametrize(
    ("days", "priority", "eased"), [(5, "B", True), (8, "B", False), (2, "C", True), (3, "C", False)]
)
def test_days_before_a_race_may_be_eased(days: int, priority: str, *, eased: bool) -> None:
    race = {"name": "Race", "date": session(21 + days, lift(50))["date"], "distance": "10k", "priority": priority}
    blocks = [("build", 2), ("race", 3)]
    finished = plan(session(0, lift(75)), session(21, lift(50)), blocks=blocks, lifts=DEADLIFT, races=[race])
    assert counts("race_phase_keeps_the_load", finished) == ((0, 0) if eased else (1, 1))
    training = plan(session(21, lift(50)), blocks=[("build", 5)], lifts=DEADLIFT, races=[race])
    assert counts("loads_meet_the_runner", training) == ((0, 0) if eased else (1, 1))


def test_a_lift_carries_on_in_the_next_block() -> None:
    def of(kg: float, reps: int, between: str = "recovery") -> tuple[int, int] | None:
        blocks = [("base", 1), (between, 1), ("build", 1)]
        finished = plan(session(0, lift(80)), session(7, item("plank")), session(14, lift(kg, reps)), blocks=blocks)
        return counts("lifts_carry_on", finished)

    assert of(87.5, 5) == (0, 1)
    assert of(80, 5) == (1, 1)  # 80 x (1 + 7 / 30) is 92 % of 80 x (1 + 10 / 30)
    assert of(80, 5, between="race") == (0, 0)
    blocks = [("base", 1), ("base", 1)]
    quick, slow = lift(80, 12, tempo="3-0-1"), lift(80, 8, tempo="5-0-1")
    assert counts("lifts_carry_on", plan(session(0, quick), session(7, slow), blocks=blocks)) == (0, 1)
    fewer = lift(80, 8, tempo="3-0-1")
    assert counts("lifts_carry_on", plan(session(0, quick), session(7, fewer), blocks=blocks)) == (1, 1)
    apart = [("base", 1), ("base", 3), ("base", 1)]
    after_weeks = plan(session(0, quick), session(28, lift(80, 9, tempo="3-0-1")), blocks=apart)
    assert counts("lifts_carry_on", after_weeks) == (0, 1)
    guide = plan(
        session(0, lift(80)), session(7, lift(40)), blocks=[("base", 1), ("build", 1)], doctrine="three_pillars"
    )
    assert counts("lifts_carry_on", guide) is None
