from profiles.exercise import Experience
from profiles.plan import Item
from profiles.season import Phase, Stage
from writing import day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("calves_on_one_leg", beginner_weeks=4, phases=("general_preparation", "base", "build", "race"))
BOTH, ONE = item("calf_raise", "calf"), item("single_leg_bent_knee_calf_raise", "soleus")


def found(
    *main: Item, experience: Experience = "intermediate", phase: Phase = "base", stage: Stage = "main"
) -> dict[str, int]:
    who = profile(athlete={"experience": experience})
    return misses(RULE, plan(who, *weekly(session(day("tue"), *main)), phases=[(phase, 4)], stage=stage))


def test_a_raise_on_one_leg_in_each_week_is_fine_whatever_the_knee() -> None:
    assert found(ONE) == found(item("single_leg_calf_raise", "calf"), phase="race") == {}


def test_raises_on_both_legs_and_holds_are_not_enough() -> None:
    assert found(BOTH) == each_week()
    assert found(item("single_leg_calf_raise_hold", "hold")) == each_week()


def test_beginners_and_introductions_may_raise_on_both() -> None:
    assert found(BOTH, experience="beginner") == found(BOTH, stage="introduction") == {}
    assert found(item("calf_raise_hold", "hold"), experience="beginner") == each_week()


def test_beginners_come_to_one_leg_in_later_blocks() -> None:
    who = profile(weeks=6, athlete={"experience": "beginner"})
    weeks = weekly(session(day("tue"), BOTH), weeks=6)
    held = [one.model_copy(update={"block": 1 if one.date < day("mon", 5) else 2}) for one in weeks]
    assert misses(RULE, plan(who, *held, phases=[("base", 4), ("build", 2)])) == {"week 5": 1, "week 6": 1}
    assert misses(RULE, plan(who, *weeks, phases=[("base", 6)])) == {}


def test_the_taper_is_not_asked() -> None:
    assert found(phase="taper") == {}
