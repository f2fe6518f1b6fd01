from typing import get_args

import pytest
from pydantic import ValidationError

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.prescription.dose import (
    BODYWEIGHT,
    SessionNumbers,
    StyleNumbers,
    dose,
    implement,
    rep_s,
    role_of,
    styles_of,
    up_to,
)
from constraints.prescription.options import all_options
from doses import CIRCUIT, LOADS, SHORTER
from doses import NUMBERS as PROGRESSION
from profiles.equipment import Equipment
from profiles.exercise import Experience, catalogue
from profiles.plan import ROLES, Dose, Role, Slower, Style
from profiles.season import PHASES, Phase
from writing import profile

NUMBERS: dict[Style, StyleNumbers] = {
    "heavy": StyleNumbers(
        reps=(4, 8), reps_with={"dumbbells": (6, 8), "kettlebell": (6, 8)}, reps_in={"race": (4, 6)}, reserve=(2, 3),
        tempo="2-0-1", rest_s=150, because=("test",),
    ),
    "moderate": StyleNumbers(
        reps=(8, 12), reps_high=(8, 15), reserve=(2, 3), tempo="2-0-1", rest_s=75, rest_s_with={"barbell": 120},
        because=("test",),
    ),
    "bodyweight": StyleNumbers(reps=(8, 15), rest_s=60, rep_s=4, because=("test",)),
    "calf": StyleNumbers(reps=(12, 15), rest_s=60, rep_s=5, because=("test",)),
    "soleus": StyleNumbers(reps=(15, 20), rest_s=60, rep_s=4, because=("test",)),
    "prehab": StyleNumbers(reps=(12, 15), rest_s=30, rep_s=3, because=("test",)),
    "core": StyleNumbers(reps=(8, 12), rest_s=45, rep_s=4, because=("test",)),
    "power": StyleNumbers(reps=(5, 8), rest_s=90, rep_s=2, because=("test",)),
    "hold": StyleNumbers(reps=(1, 1), rest_s=45, rep_s=1, because=("test",)),
}  # fmt: skip
EQUIPMENT = get_args(Equipment)
SESSION = SessionNumbers(
    warm_up_min=6, cooldown_min=5, setup_s=30, sets=(2, 3), reduced_least=2, supersets=2, superset_saves_s=90,
    order=ROLES, because=("test",), circuit=CIRCUIT, shorter=SHORTER,
)  # fmt: skip

SLOW_AND_FAST: tuple[tuple[str, Style], ...] = ("back_squat", "heavy"), ("squat_jump", "power")


def dosed(
    exercise: str, style: Style, sets: int = 3, experience: Experience = "advanced", load: str = BODYWEIGHT,
    phase: Phase = "base",
) -> Dose:  # fmt: skip
    return dose(catalogue()[exercise], style, sets, NUMBERS, experience, phase, load)


@pytest.mark.parametrize(
    ("exercise", "styles"),
    [
        ("goblet_squat", ("heavy", "moderate")),
        ("reverse_lunge", ("heavy", "moderate", "bodyweight")),
        ("banded_hip_thrust", ("moderate",)),
        ("nordic_curl", ("bodyweight",)),
        ("kettlebell_swing", ("power",)),
        ("trap_bar_pull", ("power",)),
        ("squat_jump", ("power",)),
        ("clean", ("power",)),
        ("farmers_carry", ("hold",)),
        ("plank", ("hold",)),
        ("dead_bug", ("core",)),
        ("calf_raise", ("calf",)),
        ("bent_knee_calf_raise", ("soleus",)),
        ("calf_raise_hold", ("hold",)),
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
        ("pull_up", "bodyweight", (2, 12)),  # the body is the least load, so the arms begin where they can
        ("nordic_curl", "bodyweight", (3, 6)),  # its own ends where the style's begins
        ("full_range_squat", "bodyweight", (10, 15)),
        ("step_up", "moderate", (8, 10)),  # its own ends earlier
        ("clamshell", "prehab", (15, 20)),  # its own lies elsewhere, but for a number
        ("glute_bridge", "prehab", (15, 20)),  # the two share one number only
        ("bent_knee_eccentric_heel_drop", "soleus", (15, 20)),
    ],
)
def test_reps_are_the_style_s_within_the_exercise_s_own(exercise: str, style: Style, reps: tuple[int, int]) -> None:
    assert dosed(exercise, style).reps == reps


@pytest.mark.parametrize("exercise", ["single_leg_romanian_deadlift", "bulgarian_split_squat"])
def test_what_could_be_loaded_begins_no_lower_without_a_load(exercise: str) -> None:
    assert (dosed(exercise, "heavy", load="dumbbells").reps, dosed(exercise, "bodyweight").reps) == ((6, 8), (8, 12))


@pytest.mark.parametrize(
    ("exercise", "style", "load", "reps"),
    [
        ("reverse_lunge", "heavy", "dumbbells", (6, 8)),
        ("goblet_squat", "heavy", "kettlebell", (6, 8)),
        ("romanian_deadlift", "heavy", "dumbbells", (6, 8)),
        ("romanian_deadlift", "heavy", "barbell", (5, 8)),
        ("leg_press", "heavy", "machines", (4, 8)),
        ("goblet_squat", "moderate", "dumbbells", (8, 12)),  # light enough already
    ],
)
def test_heavy_work_with_light_implements_takes_more_reps(
    exercise: str, style: Style, load: str, reps: tuple[int, int]
) -> None:
    assert dosed(exercise, style, load=load).reps == reps


@pytest.mark.parametrize(
    ("exercise", "style", "reps"),
    [
        ("dumbbell_row", "moderate", (8, 15)),
        ("bench_press", "moderate", (8, 10)),  # its own ends earlier
        ("hip_thrust", "moderate", (8, 15)),
        ("hip_thrust", "heavy", (6, 8)),  # heavy work has no higher range
        ("deadlift", "moderate", (8, 12)),  # a hinge, but of the hamstrings
        ("split_squat", "moderate", (8, 12)),
    ],
)
def test_the_upper_body_and_hip_thrusts_go_higher(exercise: str, style: Style, reps: tuple[int, int]) -> None:
    assert dosed(exercise, style).reps == reps


@pytest.mark.parametrize(
    ("exercise", "style", "reps"),
    [
        ("dead_bug", "core", (16, 24)),  # 8-12 on either side
        ("skater_hop", "power", (10, 16)),
        ("walking_lunge", "heavy", (12, 16)),  # its own counts both sides too
        ("walking_lunge", "moderate", (16, 24)),
        ("lateral_band_walk", "prehab", (10, 20)),  # its own lies elsewhere once both sides are counted
    ],
)
def test_work_on_alternating_sides_counts_both(exercise: str, style: Style, reps: tuple[int, int]) -> None:
    work = dosed(exercise, style)
    assert (work.reps, work.each_side) == (reps, False)


def test_work_on_alternating_sides_counts_both_whatever_loads_it() -> None:
    assert dosed("walking_lunge", "heavy", load="dumbbells").reps == (12, 16)


@pytest.mark.parametrize(
    ("exercise", "load", "phase", "reps"),
    [
        ("split_squat", "barbell", "base", (4, 8)),
        ("split_squat", "barbell", "race", (4, 6)),
        ("split_squat", "dumbbells", "race", (4, 6)),  # before what the implement asks for
        ("split_squat", "dumbbells", "base", (6, 8)),
        ("romanian_deadlift", "barbell", "race", (5, 6)),  # its own begins later
    ],
)
def test_a_phase_may_have_a_range_of_its_own(exercise: str, load: str, phase: Phase, reps: tuple[int, int]) -> None:
    assert dosed(exercise, "heavy", load=load, phase=phase).reps == reps


def test_a_phase_without_a_range_of_its_own_changes_nothing() -> None:
    doses = {dosed("goblet_squat", "moderate", phase=phase) for phase in PHASES}
    assert len(doses) == 1
    assert len({dosed("back_squat", "heavy", phase=phase) for phase in PHASES if phase != "race"}) == 1


@pytest.mark.parametrize("phase", PHASES)
def test_every_range_of_reps_goes_up(phase: Phase) -> None:
    for option in all_options(NUMBERS, SESSION, PROGRESSION.steps, LOADS, profile(), phase):
        for load in (BODYWEIGHT, *option.exercise.loads):
            low, high = dosed(option.exercise.id, option.style, load=load, phase=phase).reps or (0, 1)
            assert low < high, f"{option} with {load}"


def test_an_implement_may_lengthen_the_rest() -> None:
    assert [dosed("bench_press", "moderate", load=load).rest_s for load in ("barbell", "dumbbells")] == [120, 75]
    assert dosed("bench_press", "heavy", load="barbell").rest_s == 150
    with pytest.raises(ValidationError, match="must be longer than the style's rest"):
        StyleNumbers(reps=(4, 8), rest_s=150, rest_s_with={"dumbbells": 120}, rep_s=4, because=("test",))


def test_an_implement_may_not_make_sets_longer_or_shorter() -> None:
    with pytest.raises(ValidationError, match="must end where the style's range ends"):
        StyleNumbers(reps=(4, 8), reps_with={"dumbbells": (6, 10)}, rest_s=150, rep_s=4, because=("test",))


def test_a_style_has_a_higher_range_or_ranges_for_implements() -> None:
    with pytest.raises(ValidationError, match="not both"):
        StyleNumbers(
            reps=(4, 8), reps_with={"dumbbells": (6, 8)}, reps_high=(8, 12), rest_s=150, rep_s=4, because=("test",)
        )


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
    assert dosed("kettlebell_press", "moderate").each_side
    assert dosed("kettlebell_row", "moderate").each_side


@pytest.mark.parametrize(
    ("exercise", "always"),
    [("goblet_squat", True), ("lateral_band_walk", True), ("reverse_lunge", False), ("clamshell", False)],
)
def test_what_cannot_be_done_without_its_load(exercise: str, always: bool) -> None:  # noqa: FBT001
    assert catalogue()[exercise].never_unloaded is always


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
        ("split_squat", "heavy", {"kettlebell"}, "kettlebell"),
        ("bulgarian_split_squat", "heavy", {"bench", "barbell"}, "barbell"),
        ("hip_thrust", "moderate", {"kettlebell", "box"}, "kettlebell"),
        ("hip_thrust", "bodyweight", {"barbell"}, None),  # nothing to lean on
        ("bent_over_row", "moderate", {"filled bottles"}, "filled bottles"),
        ("overhead_press", "moderate", {"kettlebell"}, None),  # one bell is pressed a side
        ("nordic_curl", "bodyweight", {"machines"}, None),  # nothing holds the feet
        ("plank", "hold", set(), "bodyweight"),  # a floor is everywhere
        ("pull_up", "bodyweight", set(), None),
        ("goblet_squat", "moderate", {"kettlebell"}, "kettlebell"),
        ("clamshell", "prehab", {"loop band"}, "loop band"),
        ("clamshell", "prehab", set(), "bodyweight"),
        ("lateral_band_walk", "prehab", {"loop band"}, "loop band"),
        ("lateral_band_walk", "prehab", set(), None),  # nothing without its band
        ("farmers_carry", "hold", {"kettlebell"}, "kettlebell"),
        ("hip_flexor_hold", "hold", {"loop band"}, "bodyweight"),  # held without, as it can be
        ("bent_knee_calf_raise", "soleus", {"dumbbells"}, "bodyweight"),
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
        ("bent_knee_calf_raise", "soleus", "accessory"),
        ("plank", "hold", "core"),
        ("farmers_carry", "hold", "core"),
        ("wall_sit", "hold", "isometric"),
    ],
)
def test_the_role_that_an_exercise_plays_in_a_session(exercise: str, style: Style, role: Role) -> None:
    assert role_of(catalogue()[exercise], style) == role


def test_a_hold_may_grow_to_what_is_asked_of_the_advanced() -> None:
    grows = {**NUMBERS, "hold": NUMBERS["hold"].model_copy(update={"longest_s": 60})}

    def seconds(exercise: str, experience: Experience) -> tuple[int, int] | None:
        return dose(catalogue()[exercise], "hold", 2, grows, experience, "base").seconds

    assert seconds("side_plank", "beginner") == (20, 45)
    assert seconds("wall_sit", "intermediate") == (30, 60), "advanced: 90 s, which is longer than a hold may be"
    assert seconds("wall_sit", "advanced") == (60, 90), "the range of the guides stays"
    assert dosed("side_plank", "hold", experience="beginner").seconds == (20, 30)


@pytest.mark.parametrize(
    ("exercise", "style", "slower", "reps"),
    [
        ("split_squat", "bodyweight", "5-0-1", (8, 10)),  # 15 reps of 4 s are 10 of 6 s
        ("incline_push_up", "bodyweight", "5-0-1", (10, 10)),  # no fewer than its own
        ("split_squat", "bodyweight", None, None),
    ],
)
def test_a_slower_tempo_takes_fewer_reps_in_no_more_time(
    exercise: str, style: Style, slower: str | None, reps: tuple[int, int] | None
) -> None:
    tempos = {"bodyweight": "3-0-1", "prehab": "2-1-1", "calf": "3-1-1"}
    row = NUMBERS[style].model_copy(update={"tempo": tempos[style], "slower": slower})
    found = dose(catalogue()[exercise], style, 2, {**NUMBERS, style: row}, "beginner", "base").slower
    assert (found.reps if found else None) == reps
    assert found is None or found.tempo == slower


def test_leg_work_on_two_legs_without_a_load_begins_with_more_reps() -> None:
    row = NUMBERS["bodyweight"].model_copy(update={"reps_on_two_legs": (10, 15)})
    numbers = {**NUMBERS, "bodyweight": row}

    def low(exercise: str) -> int:
        return (dose(catalogue()[exercise], "bodyweight", 2, numbers, "advanced", "base").reps or (0, 0))[0]

    assert (low("hip_thrust"), low("step_down"), low("nordic_curl")) == (10, 8, 3)
    slow = {**numbers, "bodyweight": row.model_copy(update={"tempo": "3-0-1", "slower": "5-0-1"})}
    thrust = dose(catalogue()["hip_thrust"], "bodyweight", 2, slow, "advanced", "base")
    assert thrust.slower == Slower(reps=(10, 10), tempo="5-0-1")
    assert (low("single_leg_squat"), low("pistol_squat"), low("bulgarian_split_squat")) == (5, 3, 8)


def test_steps_have_no_tempo_and_take_their_own_seconds() -> None:
    tempo = {"rep_s": None, "tempo": "2-1-1", "slower": "3-2-1", "step_s": 2}
    row = NUMBERS["prehab"].model_copy(update=tempo)
    walk, raised = (
        dose(catalogue()[one], "prehab", 2, {**NUMBERS, "prehab": row}, "beginner", "base")
        for one in ("lateral_band_walk", "side_lying_leg_raise")
    )
    assert (walk.tempo, walk.slower, rep_s(walk, row)) == (None, None, 2)
    assert (raised.tempo, rep_s(raised, row)) == ("2-1-1", 4)


@pytest.mark.parametrize("doctrine", doctrine_names())
def test_every_style_of_a_walk_says_how_long_a_step_takes(doctrine: str) -> None:
    rows = doctrine_named(doctrine).prescription.styles
    walks = [entry for entry in catalogue().values() if entry.steps]
    assert walks
    assert all(rows[style].step_s or rows[style].rep_s for entry in walks for style in styles_of(entry))


def test_a_lighter_week_has_two_sets_at_most() -> None:
    assert [PROGRESSION.sets(3, running) for running in ("usual", "high", "cut_back")] == [3, 2, 2]
    assert [PROGRESSION.sets(usual, "cut_back") for usual in (2, 1)] == [2, 1]


@pytest.mark.parametrize(
    ("style", "exercise", "reps"),
    [
        ("calf", "eccentric_heel_drop", (12, 15)),
        ("soleus", "loaded_bent_knee_eccentric_heel_drop", (8, 12)),  # 15 reps of 4 s are 12 of 5 s
        ("soleus", "bent_knee_eccentric_heel_drop", (14, 16)),
    ],
)
def test_a_heel_drop_is_lowered_slowly_in_no_more_time(style: Style, exercise: str, reps: tuple[int, int]) -> None:
    numbers = {
        "calf": NUMBERS["calf"].model_copy(update={"tempo": "3-1-1"}),
        "soleus": NUMBERS["soleus"].model_copy(update={"tempo": "2-1-1"}),
    }
    found = dose(catalogue()[exercise], style, 2, {**NUMBERS, **numbers}, "beginner", "base")
    assert (found.reps, found.tempo) == (reps, "4-0-1")


def test_a_set_has_the_fewest_reps_that_train() -> None:
    few = Dose(sets=2, reps=(2, 12), reserve=(2, 3), rest_s=60)
    assert up_to(few, 3, fewest=2) == few.model_copy(update={"reps": (2, 6), "reserve": (1, 1)})
    assert up_to(few, 5, fewest=2).reps == (2, 8)


def test_a_style_has_a_tempo_or_the_seconds_of_a_rep() -> None:
    for said in ({}, {"tempo": "2-0-1", "rep_s": 3}):
        with pytest.raises(ValidationError, match="a tempo or the seconds of a rep"):
            StyleNumbers(reps=(4, 8), rest_s=150, because=("test",), **said)


def test_a_rep_takes_the_parts_of_its_tempo() -> None:
    assert [rep_s(dosed(one, style), NUMBERS[style]) for one, style in SLOW_AND_FAST] == [3, 2]


@pytest.mark.parametrize(
    ("free", "drills"),
    [(10, (4, 2)), (26, (4, 2)), (27, (5, 2)), (28, (6, 2)), (29, (6, 3)), (31, (6, 5)), (90, (6, 5))],
)
def test_warm_up_and_cooldown_take_what_the_work_leaves_of_a_shorter_day(free: int, drills: tuple[int, int]) -> None:
    assert SESSION.drills_min(free) == drills
    assert SESSION.around(free) == 2 * sum(drills)


@pytest.mark.parametrize("doctrine", doctrine_names())
def test_a_longer_day_never_has_less_time_for_the_work(doctrine: str) -> None:
    numbers = doctrine_named(doctrine).tables.session
    work = [2 * free - numbers.around(free) for free in range(10, 120)]
    assert work == sorted(work)
    assert numbers.around(119) == numbers.around()


@pytest.mark.parametrize(
    ("shorter", "wrong"), [({"work_min": 12}, "must have the shortest"), ({"warm_up_min": 7}, "must not be longer")]
)
def test_the_shortest_warm_up_is_that_of_circuits_and_no_longer_than_the_usual(
    shorter: dict[str, int], wrong: str
) -> None:
    said = SESSION.model_dump()
    with pytest.raises(ValidationError, match=wrong):
        SessionNumbers.model_validate({**said, "shorter": {**said["shorter"], **shorter}})
