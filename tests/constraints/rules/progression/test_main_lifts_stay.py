from profiles.plan import Item, Plan
from writing import HEAVY, LEGS, UPPER, day, item, misses, plan, profile, rule, session

RULE = rule("main_lifts_stay", phases=("base", "build"))


def blocks(*held: tuple[Item, ...]) -> Plan:
    """What each of some blocks of four weeks holds."""
    sessions = [session(day("tue", 4 * at - 3), *items, block=at) for at, items in enumerate(held, 1)]
    return plan(profile(weeks=4 * len(held)), *sessions, phases=[("base", 4)] * len(held))


def test_a_lift_that_is_heavy_again_stays() -> None:
    assert misses(RULE, blocks((HEAVY,), (LEGS, HEAVY))) == {}


def test_a_lift_that_is_dropped_is_missed_in_the_next_block_only() -> None:
    assert misses(RULE, blocks((HEAVY,), (item("deadlift", "heavy"),), (item("deadlift", "heavy"),))) == {
        "block 2 back_squat": 1
    }


def test_the_same_lift_with_less_weight_has_been_dropped() -> None:
    assert misses(RULE, blocks((HEAVY,), (item("back_squat"),))) == {"block 2 back_squat": 1}


def test_the_next_rung_of_its_ladder_takes_its_place() -> None:
    goblet, back = item("goblet_squat", "heavy"), item("back_squat", "heavy")
    assert misses(RULE, blocks((goblet,), (back,))) == {}
    assert misses(RULE, blocks((back,), (goblet,))) == {"block 2 back_squat": 1}


def test_accessories_are_free_to_change() -> None:
    assert misses(RULE, blocks((LEGS,), (UPPER,))) == {}


def test_a_block_of_another_phase_between_does_not_end_a_lift() -> None:
    finished = plan(
        profile(weeks=6),
        session(day("tue"), HEAVY),
        session(day("tue", 5), LEGS, block=3),
        phases=[("base", 2), ("recovery", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 3 back_squat": 1}


def test_other_phases_may_drop_lifts() -> None:
    finished = plan(
        profile(weeks=8),
        session(day("tue"), HEAVY),
        session(day("tue", 5), LEGS, block=2),
        phases=[("base", 4), ("race", 4)],
    )
    assert misses(RULE, finished) == {}
