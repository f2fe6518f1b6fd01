from profiles.amount import Amount
from profiles.plan import Drill
from writing import HEAVY, LEGS, day, misses, plan, profile, rule, session

NO_GOBLETS = profile(preferences={"exclude": ["goblet_squat"]})


def test_other_squats_may_stand_in_for_an_excluded_one() -> None:
    assert misses(rule("excluded_exercises"), plan(NO_GOBLETS, session(day("tue"), HEAVY))) == {}


def test_an_excluded_exercise_is_out_of_every_session() -> None:
    finished = plan(NO_GOBLETS, session(day("tue"), LEGS), session(day("fri"), HEAVY, LEGS, slot="B"))
    assert misses(rule("excluded_exercises"), finished) == {
        "block 1 A goblet_squat.moderate": 1, "block 1 B goblet_squat.moderate": 1,
    }  # fmt: skip


def test_what_is_only_avoided_is_not_excluded() -> None:
    who = profile(preferences={"avoid": ["goblet_squat"]})
    assert misses(rule("excluded_exercises"), plan(who, session(day("tue"), LEGS))) == {}


def test_it_is_out_of_the_warm_up_and_the_cooldown_too() -> None:
    who = profile(preferences={"exclude": ["cat_cow", "deep_breathing"]})
    tuesday, friday = session(day("tue"), HEAVY), session(day("fri"), HEAVY, slot="B")
    stretch, cats, breath = (
        Drill(exercise=name, dose=Amount.parse("10 reps"))
        for name in ("hip_flexor_stretch", "cat_cow", "deep_breathing")
    )
    finished = plan(
        who,
        tuesday.model_copy(update={"warm_up": (cats,), "cooldown": (stretch, breath)}),
        friday.model_copy(update={"warm_up": (cats,)}),
    )
    assert misses(rule("excluded_exercises"), finished) == {
        f"{day('tue')} cat_cow": 1, f"{day('tue')} deep_breathing": 1, f"{day('fri')} cat_cow": 1,
    }  # fmt: skip
