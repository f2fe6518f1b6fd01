import pytest

from writing import LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

PHASES = ("general_preparation", "base", "build")
ESSENTIALS = {
    "itb": {
        "clamshell": ("clamshell", "side_lying_leg_raise"),
        "side_plank": ("side_plank", "side_plank_knee_down", "side_plank_reach", "side_plank_top_leg_raise"),
        "single_leg_squat": ("single_leg_squat", "step_down"),
    },
    "patellar": {"knee_hold": ("wall_sit", "spanish_squat", "isometric_knee_extension_hold", "weighted_wall_sit")},
}
RULE = rule("injury_essentials", essentials=ESSENTIALS, first={}, after_weeks=3, phases=PHASES)
CLAMSHELL, SIDE_PLANK, STEP_DOWN = (
    item("clamshell", "prehab"), item("side_plank", "hold"), item("step_down", "bodyweight"),
)  # fmt: skip
ONE_LEG_SQUAT = item("single_leg_squat", "bodyweight")
ITB = profile(injuries={"prone": ["itb"]})


def test_the_essentials_may_be_spread_over_the_sessions_of_a_week() -> None:
    finished = plan(
        ITB,
        *weekly(session(day("tue"), CLAMSHELL, LEGS), session(day("fri"), SIDE_PLANK, STEP_DOWN, slot="B")),
    )
    assert misses(RULE, finished) == {}


def test_each_one_that_is_missing_counts_in_each_week() -> None:
    finished = plan(
        ITB,
        *weekly(session(day("tue"), CLAMSHELL, STEP_DOWN), weeks=3),
        session(day("tue", 4), SIDE_PLANK, block=2),
        phases=[("base", 3), ("build", 1)],
    )
    assert misses(RULE, finished) == {
        **each_week("itb side_plank", weeks=(1, 2, 3)),
        "week 4 itb clamshell": 1,
        "week 4 itb single_leg_squat": 1,
    }


@pytest.mark.parametrize("injuries", [
    {"prone": ["patellar"]}, {"current": ["patellar"]}, {"current": ["patellar"], "prone": ["patellar"]},
])  # fmt: skip
def test_an_injury_of_the_past_and_one_of_today_ask_for_the_same_and_only_once(injuries: dict[str, list[str]]) -> None:
    finished = plan(profile(injuries=injuries), *weekly(session(day("tue"), LEGS)))
    at_once = rule("injury_essentials", after_weeks=0, essentials=ESSENTIALS, first={}, phases=PHASES)
    assert misses(at_once, finished) == each_week("patellar knee_hold")


def test_blocks_that_begin_early_ask_for_a_hold_and_what_spares_a_current_injury() -> None:
    asked = rule(
        "injury_essentials", essentials=ESSENTIALS, first={"itb": ("banded_hip_hold",)}, after_weeks=3, phases=PHASES
    )
    phases = [("base", 3), ("build", 1)]
    late = session(day("tue", 4), CLAMSHELL, SIDE_PLANK, STEP_DOWN, block=2)
    sore = profile(injuries={"current": ["itb"]})
    hold = item("banded_hip_hold", "hold")
    held = weekly(session(day("tue"), hold, SIDE_PLANK), weeks=3)
    assert misses(asked, plan(sore, *held, late, phases=phases)) == {}
    alone = weekly(session(day("tue"), hold), weeks=3)
    assert misses(asked, plan(sore, *alone, late, phases=phases)) == each_week("itb side_plank", weeks=(1, 2, 3))
    moved = weekly(session(day("tue"), CLAMSHELL, SIDE_PLANK, STEP_DOWN), weeks=3)
    assert misses(asked, plan(sore, *moved, late, phases=phases)) == each_week("itb first_hold", weeks=(1, 2, 3))
    assert misses(asked, plan(ITB, *moved, late, phases=phases)) == {}


def test_blocks_that_begin_early_ask_for_no_essentials_that_load_a_current_injury() -> None:
    sore = profile(weeks=6, injuries={"current": ["patellar"]})
    finished = plan(sore, session(day("tue"), LEGS), phases=[("base", 3), ("build", 3)])
    assert misses(RULE, finished) == each_week("patellar knee_hold", weeks=(4, 5, 6))


def test_a_first_week_cut_short_counts_as_one_where_most_of_it_is_left() -> None:
    phases = [("base", 3), ("build", 2)]
    for start, first in (("thu", 4), ("fri", 5)):
        sore = profile(start=day(start), weeks=4, injuries={"current": ["patellar"]})
        finished = plan(sore, session(day("tue", 4), LEGS, block=2), phases=phases)
        assert misses(RULE, finished) == each_week("patellar knee_hold", weeks=(4,) if first == 4 else ())


def test_an_exercise_that_harms_a_current_injury_is_no_essential_of_another() -> None:
    done = weekly(session(day("tue"), CLAMSHELL, SIDE_PLANK, ONE_LEG_SQUAT, item("wall_sit", "hold")))
    healthy = profile(injuries={"prone": ["itb", "patellar"]})
    assert misses(RULE, plan(healthy, *done)) == {}
    sore = profile(injuries={"prone": ["itb"], "current": ["patellar"]})
    assert misses(RULE, plan(sore, *done)) == each_week("itb single_leg_squat")


def test_what_only_harmful_exercises_could_answer_is_not_asked_for() -> None:
    asked = rule(
        "injury_essentials",
        essentials={**ESSENTIALS, "itb": {"squat": ["single_leg_squat"]}},
        first={},
        after_weeks=3,
        phases=PHASES,
    )
    knee = weekly(session(day("tue"), item("wall_sit", "hold")))
    assert misses(asked, plan(ITB, *knee)) == each_week("itb squat")
    sore = profile(injuries={"prone": ["itb"], "current": ["patellar"]})
    assert misses(asked, plan(sore, *knee)) == {}


def test_runners_without_injuries_and_other_phases_are_asked_for_nothing() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS))) == {}
    finished = plan(ITB, session(day("tue"), LEGS), phases=[("race", 3), ("race_week", 1)])
    assert misses(RULE, finished) == {}
