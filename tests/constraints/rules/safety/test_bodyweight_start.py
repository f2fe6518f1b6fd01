from profiles.exercise import Experience
from profiles.plan import Item, Plan
from profiles.season import Stage
from writing import LEGS, day, item, misses, plan, profile, rule, session

SQUAT = item("bodyweight_squat", "bodyweight")


def first_weeks(*main: Item, experience: Experience = "beginner", stage: Stage = "introduction") -> Plan:
    return plan(
        profile(athlete={"experience": experience}),
        session(day("tue")),
        session(day("fri"), *main, slot="B"),
        stage=stage,
    )


def test_a_beginner_starts_with_their_own_weight() -> None:
    finished = first_weeks(SQUAT, item("reverse_lunge", "bodyweight"), item("plank", "hold"))
    assert misses(rule("bodyweight_start"), finished) == {}


def test_a_loaded_squat_is_too_early_for_a_beginner() -> None:
    assert misses(rule("bodyweight_start"), first_weeks(SQUAT, LEGS)) == {"block 1 B goblet_squat.moderate": 1}


def test_what_may_be_loaded_is_too_early_only_where_it_is() -> None:
    banded = item("clamshell", "prehab")
    bare = banded.model_copy(update={"load": "bodyweight"})
    assert banded.load == "loop band"
    assert misses(rule("bodyweight_start"), first_weeks(banded)) == {"block 1 B clamshell.prehab": 1}
    assert misses(rule("bodyweight_start"), first_weeks(bare)) == {}


def test_what_cannot_be_done_without_a_band_is_loaded_whatever_its_style() -> None:
    finished = first_weeks(item("lateral_band_walk", "prehab"))
    assert misses(rule("bodyweight_start"), finished) == {"block 1 B lateral_band_walk.prehab": 1}


def test_after_the_introduction_and_for_others_load_is_fine() -> None:
    assert misses(rule("bodyweight_start"), first_weeks(LEGS, stage="main")) == {}
    assert misses(rule("bodyweight_start"), first_weeks(LEGS, experience="intermediate")) == {}
