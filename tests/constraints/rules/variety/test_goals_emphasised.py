from writing import CORE, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule(
    "goals_emphasised",
    least=2,
    exercises={
        "trail": ("step_up", "side_plank", "side_plank_reach", "side_plank_top_leg_raise", "reverse_lunge_hold"),
        "sloped_roads": ("side_plank", "side_plank_knee_down", "side_plank_reach", "side_plank_top_leg_raise"),
    },
    phases=("general_preparation", "base", "build"),
)
SIDE_PLANK, STEP_UP = item("side_plank", "hold"), item("step_up", "bodyweight")
TRAIL = profile(athlete={"goals": ["trail"]})


def test_two_exercises_for_a_goal_in_each_block_are_enough() -> None:
    finished = plan(TRAIL, session(day("tue"), STEP_UP, LEGS), session(day("fri"), SIDE_PLANK, slot="B"))
    assert misses(RULE, finished) == {}


def test_every_one_that_is_missing_counts_once_a_block() -> None:
    finished = plan(
        TRAIL,
        session(day("tue"), STEP_UP),
        session(day("tue", 2), STEP_UP),
        session(day("tue", 3), LEGS, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {"block 1 trail": 1, "block 2 trail": 2}


def test_each_goal_is_judged_alone_and_an_exercise_may_serve_two() -> None:
    who = profile(athlete={"goals": ["trail", "sloped_roads"]})
    finished = plan(who, session(day("tue"), SIDE_PLANK, STEP_UP, CORE))
    assert misses(RULE, finished) == {"block 1 sloped_roads": 1}


def test_runners_without_goals_and_other_phases_are_asked_for_nothing() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS))) == {}
    finished = plan(TRAIL, session(day("tue"), LEGS), phases=[("race", 3), ("race_week", 1)])
    assert misses(RULE, finished) == {}
