import pytest

from profiles.plan import Item
from writing import LEGS, UPPER, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule(
    "five_patterns",
    patterns={
        "squat": ("squat",),
        "hinge": ("hinge",),
        "lunge": ("lunge",),
        "push": ("horizontal_push", "vertical_push"),
        "pull": ("horizontal_pull", "vertical_pull"),
    },
    without_weights={"squat": ("single_leg_squat",)},
    phases=("general_preparation", "base", "build"),
)
HINGE, LUNGE, PULL = item("romanian_deadlift"), item("reverse_lunge"), item("dumbbell_row")


def test_the_five_patterns_may_be_spread_over_the_week() -> None:
    finished = plan(
        profile(), *weekly(session(day("tue"), LEGS, HINGE, UPPER), session(day("fri"), LUNGE, PULL, slot="B"))
    )
    assert misses(RULE, finished) == {}


def test_a_missing_pattern_is_missed_every_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), LEGS, HINGE, LUNGE, UPPER)))
    assert misses(RULE, finished) == each_week("pull")


def test_holds_and_isolation_work_do_not_make_a_pattern() -> None:
    finished = plan(
        profile(), *weekly(session(day("tue"), item("wall_sit", "hold"), HINGE, LUNGE, UPPER, item("face_pull")))
    )
    assert misses(RULE, finished) == each_week("squat") | each_week("pull")


def test_pressing_overhead_and_pulling_down_are_push_and_pull() -> None:
    upper = item("overhead_press"), item("pull_up", "bodyweight")
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), LEGS, HINGE, LUNGE, *upper)))) == {}


def test_the_race_phase_asks_for_none() -> None:
    assert misses(RULE, plan(profile(), phases=[("race", 4)])) == {}


@pytest.mark.parametrize(
    ("instead", "missing"),
    [
        (item("leg_press"), "squat"),
        (item("single_leg_squat", "bodyweight"), "squat"),
        (item("step_down", "bodyweight"), "squat"),
        (item("hip_thrust"), "hinge"),
        (item("kettlebell_swing", "power"), "hinge"),
        (item("step_up"), "lunge"),
    ],
)
def test_what_resembles_a_pattern_is_not_it(instead: Item, missing: str) -> None:
    held = {"squat": LEGS, "hinge": HINGE, "lunge": LUNGE} | {missing: instead}
    finished = plan(profile(), *weekly(session(day("tue"), *held.values(), UPPER, PULL)))
    assert misses(RULE, finished) == each_week(missing)


def test_a_squat_on_one_leg_is_one_where_no_place_has_a_weight() -> None:
    held = weekly(session(day("tue"), item("single_leg_squat", "bodyweight"), HINGE, LUNGE, UPPER, PULL))
    bare = {"home": {"equipment": ["mat", "loop band"]}}
    assert misses(RULE, plan(profile(places=bare), *held)) == {}
    assert misses(RULE, plan(profile(places={**bare, "gym": {"equipment": ["machines"]}}), *held)) == each_week("squat")
