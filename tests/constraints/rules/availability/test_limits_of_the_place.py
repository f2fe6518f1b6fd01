from writing import CORE, HEAVY, JUMPS, LEGS, day, item, misses, plan, profile, rule, session

WHO = profile(places={"home": {"jumps": False}, "garage": {"heavy": False}})
"""Neighbours downstairs at home, and nothing that catches a bar in the garage."""


def test_each_place_holds_what_its_limits_allow() -> None:
    finished = plan(
        WHO,
        session(day("tue"), HEAVY, LEGS, CORE),
        session(day("fri"), JUMPS, LEGS, item("nordic_curl", "bodyweight"), slot="B", place="garage"),
    )
    assert misses(rule("limits_of_the_place"), finished) == {}


def test_jumps_over_neighbours_and_a_bar_that_nobody_catches_are_found() -> None:
    finished = plan(WHO, session(day("tue"), JUMPS, HEAVY), session(day("fri"), JUMPS, HEAVY, slot="B", place="garage"))
    assert misses(rule("limits_of_the_place"), finished) == {
        "block 1 A squat_jump.power": 1,
        "block 1 B back_squat.heavy": 1,
    }


def test_what_is_thrown_on_the_floor_counts_as_a_jump() -> None:
    finished = plan(WHO, session(day("tue"), item("medicine_ball_slam", "power")))
    assert misses(rule("limits_of_the_place"), finished) == {"block 1 A medicine_ball_slam.power": 1}


def test_a_place_without_limits_allows_everything() -> None:
    finished = plan(WHO, session(day("tue"), JUMPS, HEAVY, place="park"))
    assert misses(rule("limits_of_the_place"), finished) == {}


def test_a_session_counts_once_for_its_block_and_again_in_the_next() -> None:
    weekly = [session(day("tue", week), JUMPS, block=block) for week, block in ((1, 1), (2, 1), (3, 2), (4, 2))]
    finished = plan(WHO, *weekly, phases=[("base", 2), ("build", 2)])
    assert misses(rule("limits_of_the_place"), finished) == {
        "block 1 A squat_jump.power": 1,
        "block 2 A squat_jump.power": 1,
    }
