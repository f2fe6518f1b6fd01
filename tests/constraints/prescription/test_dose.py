import pytest

from constraints.options import all_options
from constraints.prescription.dose import (
    SessionNumbers,
    StyleNumbers,
    always_loaded,
    dose,
    implement,
    role_of,
    seconds,
    styles_of,
)  # fmt: skip
from profiles.exercise import Experience, catalogue
from profiles.plan import Dose, Role, Style

NUMBERS: dict[Style, StyleNumbers] = {
    "heavy": StyleNumbers(reps=(4, 8), reserve=(2, 3), tempo="2-0-1", rest_s=150, rep_s=4, because=("test",)),
    "moderate": StyleNumbers(reps=(8, 12), reserve=(2, 3), tempo="2-0-1", rest_s=75, rep_s=4, because=("test",)),
    "bodyweight": StyleNumbers(reps=(8, 15), rest_s=60, rep_s=4, because=("test",)),
    "calf": StyleNumbers(reps=(12, 15), rest_s=60, rep_s=5, because=("test",)),
    "prehab": StyleNumbers(reps=(12, 15), rest_s=30, rep_s=3, because=("test",)),
    "core": StyleNumbers(reps=(8, 12), rest_s=45, rep_s=4, because=("test",)),
    "power": StyleNumbers(reps=(5, 8), rest_s=90, rep_s=2, because=("test",)),
    "hold": StyleNumbers(reps=(1, 1), rest_s=45, rep_s=1, because=("test",)),
}
SESSION = SessionNumbers(
    warm_up_min=6, cooldown_min=5, setup_s=30, sets=(2, 3), supersets=2, superset_rest_s=60, because=("test",)
)


def dosed(exercise: str, style: Style, sets: int = 3, experience: Experience = "advanced") -> Dose:
    return dose(catalogue()[exercise], style, sets, NUMBERS, experience)


@pytest.mark.parametrize(
    ("exercise", "styles"),
    [
        ("goblet_squat", ("heavy", "moderate")),
        ("reverse_lunge", ("heavy", "moderate", "bodyweight")),
        ("banded_hip_thrust", ("moderate",)),
        ("nordic_curl", ("bodyweight",)),
        ("kettlebell_swing", ("moderate",)),
        ("squat_jump", ("power",)),
        ("clean", ("power",)),
        ("farmers_carry", ("hold",)),
        ("plank", ("hold",)),
        ("dead_bug", ("core",)),
        ("calf_raise", ("calf",)),
        ("clamshell", ("prehab",)),
        ("standing_toe_lift", ("prehab",)),
        ("cat_cow", ()),
        ("stride", ()),
    ],
)
def test_the_ways_an_exercise_can_be_main_work_hardest_first(exercise: str, styles: tuple[Style, ...]) -> None:
    assert styles_of(catalogue()[exercise]) == styles


def test_a_style_and_the_sets_make_the_dose() -> None:
    assert dosed("back_squat", "heavy") == Dose(sets=3, reps=(4, 8), reserve=(2, 3), tempo="2-0-1", rest_s=150)
    assert dosed("split_squat", "moderate", 2) == Dose(
        sets=2, reps=(8, 12), each_side=True, reserve=(2, 3), tempo="2-0-1", rest_s=75
    )


@pytest.mark.parametrize(
    ("exercise", "style", "reps"),
    [
        ("split_squat", "heavy", (4, 8)),  # no range of its own
        ("romanian_deadlift", "heavy", (5, 8)),  # its own begins later
        ("step_up", "moderate", (8, 10)),  # its own ends earlier
        ("calf_hop", "power", (15, 20)),  # its own lies elsewhere
    ],
)
def test_reps_are_the_style_s_within_the_exercise_s_own(exercise: str, style: Style, reps: tuple[int, int]) -> None:
    assert dosed(exercise, style).reps == reps


@pytest.mark.parametrize(
    ("experience", "held"), [("beginner", (20, 30)), ("intermediate", (30, 60)), ("advanced", (60, 90))]
)
def test_holds_grow_with_experience_and_count_seconds_instead_of_reps(
    experience: Experience, held: tuple[int, int]
) -> None:
    assert dosed("wall_sit", "hold", 2, experience) == Dose(sets=2, seconds=held, rest_s=45)


def test_reps_do_not_depend_on_experience() -> None:
    assert dosed("goblet_squat", "moderate", 3, "beginner") == dosed("goblet_squat", "moderate", 3, "advanced")


def test_only_one_side_at_a_time_is_dosed_for_each_side() -> None:
    assert dosed("side_plank", "hold").each_side
    assert not dosed("walking_lunge", "moderate").each_side  # in turn: its steps are counted


@pytest.mark.parametrize(
    ("what", "time"),
    [
        (Dose(sets=2, reps=(8, 12), rest_s=75), 285),  # 30 + 2 x (48 + 75) = 276
        (Dose(sets=2, reps=(8, 12), each_side=True, rest_s=75), 375),  # 30 + 2 x (96 + 75) = 372
        (Dose(sets=2, seconds=(30, 45), rest_s=45), 210),  # 30 + 2 x (45 + 45), as it is
        (Dose(sets=3, seconds=(30, 45), each_side=True, rest_s=45), 435),  # 30 + 3 x (90 + 45)
    ],
)
def test_time_is_that_of_the_longest_sets_rounded_up_to_quarter_minutes(what: Dose, time: int) -> None:
    assert seconds(what, rep_s=4, setup_s=30) == time


@pytest.mark.parametrize("experience", ["beginner", "intermediate", "advanced"])
def test_an_option_s_quarter_minutes_are_those_of_its_doses(experience: Experience) -> None:
    for option in all_options(NUMBERS, SESSION, experience):
        for sets, quarters in ((2, option.fewest), (3, option.fewest + option.extra)):
            due = seconds(
                dose(option.exercise, option.style, sets, NUMBERS, experience), NUMBERS[option.style].rep_s, 30
            )
            assert 15 * quarters == due, str(option)


@pytest.mark.parametrize(
    ("exercise", "always"),
    [("goblet_squat", True), ("lateral_band_walk", True), ("reverse_lunge", False), ("clamshell", False)],
)
def test_what_cannot_be_done_without_its_load(exercise: str, always: bool) -> None:  # noqa: FBT001
    assert always_loaded(catalogue()[exercise]) is always


@pytest.mark.parametrize(
    ("exercise", "style", "there", "load"),
    [
        ("romanian_deadlift", "heavy", {"dumbbells", "barbell"}, "barbell"),  # the preferred one
        ("romanian_deadlift", "heavy", {"dumbbells"}, "dumbbells"),
        ("romanian_deadlift", "moderate", set(), None),
        ("back_squat", "heavy", {"barbell"}, None),  # needs a rack too
        ("banded_squat", "moderate", {"loop band"}, "loop band"),
        ("banded_hip_thrust", "heavy", {"loop band"}, None),  # a band makes nothing heavy
        ("reverse_lunge", "bodyweight", {"dumbbells"}, "bodyweight"),
        ("plank", "hold", set(), "bodyweight"),  # a floor is everywhere
        ("pull_up", "bodyweight", set(), None),
        ("goblet_squat", "moderate", {"kettlebell"}, "kettlebell"),
    ],
)
def test_what_a_place_can_load_it_with(exercise: str, style: Style, there: set[str], load: str | None) -> None:
    assert implement(catalogue()[exercise], style, there) == load


@pytest.mark.parametrize(
    ("exercise", "style", "role"),
    [
        ("clean", "power", "power"),
        ("goblet_squat", "heavy", "heavy_compound"),
        ("nordic_curl", "bodyweight", "heavy_compound"),
        ("goblet_squat", "moderate", "accessory"),
        ("calf_raise", "calf", "accessory"),
        ("plank", "hold", "core"),
        ("farmers_carry", "hold", "core"),
        ("wall_sit", "hold", "isometric"),
    ],
)
def test_the_role_that_an_exercise_plays_in_a_session(exercise: str, style: Style, role: Role) -> None:
    assert role_of(catalogue()[exercise], style) == role
