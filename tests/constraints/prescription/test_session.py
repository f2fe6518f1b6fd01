from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from constraints.prescription.dose import LightNumbers, SessionNumbers, StyleNumbers, dose
from constraints.prescription.drills import DrillMenu, Part
from constraints.prescription.lengths import halves, longest_set_s
from constraints.prescription.loads import Implement, LoadNumbers
from constraints.prescription.options import Option
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.session import Choice, Prescription
from doses import CIRCUIT, LIGHTER_SETS, NO_LIGHTER_SETS, SHORTER
from profiles.equipment import Equipment
from profiles.exercise import Experience
from profiles.pin import SLOTS
from profiles.plan import ROLES, Item, Session, Style
from profiles.profile import Profile
from profiles.run import Run
from profiles.season import PHASES, Phase, Stage
from writing import day, profile, season_of

REST: dict[Style, int] = {
    "power": 90, "heavy": 150, "moderate": 75, "bodyweight": 60, "calf": 60, "soleus": 60, "prehab": 30, "core": 45,
    "hold": 45,
}  # fmt: skip
STYLES = {style: StyleNumbers(reps=(8, 12), rest_s=rest, rep_s=4, because=("test",)) for style, rest in REST.items()}
NUMBERS = SessionNumbers(
    warm_up_min=6, cooldown_min=5, setup_s=30, sets=(2, 3), reduced_least=2, supersets=2, superset_saves_s=90,
    order=ROLES, because=("test",), circuit=CIRCUIT, shorter=SHORTER,
)  # fmt: skip
PROGRESSION = ProgressionNumbers(
    course=dict.fromkeys(PHASES, "rise"),
    estimate_gain_percent={"beginner": 1.5, "intermediate": 1, "advanced": 0.5},
    estimate_most_percent={"beginner": 40, "intermediate": 25, "advanced": 12}, spare_reserve=2, most_alike=3,
    reps_per_week=1, few_reps=1, dates_a_rep=2, seconds_per_week=5, load_percent=5, most_percent=10, refused_percent=40,
    extra_reps=2, extra_until=15, judged_from_percent=50,
    ease_percent=10, hold_weeks=3, again_weeks=4, more_sets=(), keep_sets=(),
    before_race_days=7, before_c_race_days=2, light_week_sets=2, because=("test",),
)  # fmt: skip
IMPLEMENTS: dict[Equipment, Implement] = {
    "barbell": Implement(least_kg=20, step_kg=2.5, most_kg=200),
    "dumbbells": Implement(least_kg=2, step_kg=2, most_kg=40),
    "kettlebell": Implement(least_kg=8, step_kg=4, most_kg=32),
}
LOADS = LoadNumbers(
    epley_reps=30, heavy_percent=70, heavy_body_percent={"squat": 40, "hinge": 60, "lunge": 25}, usual_body_kg=65,
    body_percent={"lunge": 75, "step_up": 90}, found_by_hand=("horizontal_push", "vertical_push"),
    lighter_sets=NO_LIGHTER_SETS,
    implements=IMPLEMENTS, because=("test",),
)  # fmt: skip


def menu(after_run: tuple[Part, ...] = ("legs", "upper"), **parts: Sequence[Sequence[str]]) -> DrillMenu:
    return DrillMenu.model_validate(
        {"parts": parts, "after_run": after_run, "reps": (8, 10), "rep_s": 3, "change_s": 5, "because": ("test",)}
    )


PRESCRIPTION = Prescription(
    STYLES,
    NUMBERS,
    menu(legs=[["leg_swing_front_back"]], upper=[["arm_circle"]], general=[["cat_cow"]]),
    menu(legs=[["hip_flexor_stretch"]], upper=[["chest_stretch"]], general=[["deep_breathing"]]),
    PROGRESSION,
    LOADS,
)


def options(experience: Experience = "advanced") -> dict[str, Option]:
    who = profile(athlete={"experience": experience})
    return {str(option): option for option in PRESCRIPTION.options(who, "build")}


def written(
    *chosen: str, supersets: int = 0, sets: int = 2, who: Profile | None = None, place: str = "home",
    stage: Stage = "main", phase: Phase = "build", numbers: Prescription = PRESCRIPTION,
) -> Session:  # fmt: skip
    """Write a Tuesday session of `exercise.style`s, chosen in the given order."""
    who = who or profile()
    season = season_of(who, phases=[(phase, 4)], stage=stage)
    known = options(who.athlete.experience)
    choice = Choice("B", place, tuple((known[one], sets) for one in chosen), supersets)
    return next(numbers.sessions_for(choice, season.blocks[0], [season.days[day("tue")]], who))


def order(session: Session) -> list[str]:
    return [item.exercise for item in session.main]


def test_a_session_carries_the_day_the_slot_the_block_and_the_place() -> None:
    session = written("plank.hold", place="gym")
    assert (session.date, session.slot, session.block, session.phase, session.place) == (
        day("tue"), "B", 1, "build", "gym",
    )  # fmt: skip


def test_power_comes_first_and_holds_come_last_whatever_the_choice_says() -> None:
    session = written("wall_sit.hold", "dead_bug.core", "goblet_squat.moderate", "back_squat.heavy", "squat_jump.power")
    assert order(session) == ["squat_jump", "back_squat", "goblet_squat", "dead_bug", "wall_sit"]
    assert [item.role for item in session.main] == ["power", "heavy_compound", "accessory", "core", "isometric"]


def test_a_doctrine_may_have_another_order() -> None:
    late = NUMBERS.model_copy(update={"order": ("isometric", "core", "accessory", "heavy_compound", "power")})
    chosen = "squat_jump.power", "back_squat.heavy", "goblet_squat.moderate", "dead_bug.core", "wall_sit.hold"
    assert order(written(*chosen, numbers=replace(PRESCRIPTION, session=late))) == [
        "wall_sit", "dead_bug", "goblet_squat", "back_squat", "squat_jump",
    ]  # fmt: skip


def test_the_phase_of_the_block_decides_the_reps() -> None:
    race = STYLES["moderate"].model_copy(update={"reps_in": {"race": (6, 9)}})
    numbers = replace(PRESCRIPTION, styles={**STYLES, "moderate": race})
    for phase, reps in (("race", (6, 9)), ("build", (8, 12))):
        session = written("split_squat.moderate", phase=phase, numbers=numbers)  # type: ignore[arg-type]  # both are phases
        assert session.main[0].dose.reps == reps


def test_what_a_date_asks_for_is_filled_in_week_by_week() -> None:
    who = profile()
    sessions = [written("leg_curl.moderate", who=who).model_copy(update={"date": day("tue", week)}) for week in (1, 2)]
    assert [session.main[0].today for session in sessions] == [None, None]
    filled = PRESCRIPTION.week_by_week(sessions, season_of(who))
    amounts = [item.today.reps for session in filled for item in session.main if item.today]
    assert amounts == [8, 9]


def test_among_accessories_compounds_come_first_and_calves_last() -> None:
    session = written("calf_raise.calf", "leg_curl.moderate", "bench_press.moderate", "romanian_deadlift.moderate")
    assert order(session) == ["romanian_deadlift", "bench_press", "leg_curl", "calf_raise"]


def test_without_supersets_nothing_is_paired() -> None:
    assert {item.superset for item in written("goblet_squat.moderate", "bench_press.moderate").main} == {None}


def test_a_superset_follows_a_leg_accessory_with_upper_body_or_core_work() -> None:
    session = written(
        "back_squat.heavy", "goblet_squat.moderate", "romanian_deadlift.moderate", "bench_press.moderate",
        "dead_bug.core", "wall_sit.hold", supersets=2,
    )  # fmt: skip
    assert [(item.exercise, item.superset) for item in session.main] == [
        ("back_squat", None), ("romanian_deadlift", 1), ("bench_press", 1), ("goblet_squat", 2), ("dead_bug", 2),
        ("wall_sit", None),
    ]  # fmt: skip


def test_in_a_pair_the_lift_comes_before_the_small_exercise_and_the_pair_where_the_lift_does() -> None:
    chosen = "calf_raise.calf", "clamshell.prehab", "push_up.bodyweight"
    assert [(item.exercise, item.superset) for item in written(*chosen, supersets=1).main] == [
        ("push_up", 1), ("calf_raise", 1), ("clamshell", None),
    ]  # fmt: skip


def test_a_heavy_lowering_on_one_joint_comes_after_the_compound_lifts() -> None:
    session = written("eccentric_heel_drop.calf", "nordic_curl.bodyweight", "push_up.bodyweight", "back_squat.heavy")
    assert order(session) == ["back_squat", "push_up", "nordic_curl", "eccentric_heel_drop"]


def test_what_is_left_over_from_the_pairs_comes_first_in_its_class() -> None:
    chosen = "goblet_squat.moderate", "single_leg_romanian_deadlift.moderate", "bench_press.moderate", "dead_bug.core"
    assert [(item.exercise, item.superset) for item in written(*chosen, supersets=1).main] == [
        ("goblet_squat", None), ("single_leg_romanian_deadlift", 1), ("bench_press", 1), ("dead_bug", None),
    ]  # fmt: skip


def test_a_barbell_lift_comes_first_in_its_class_also_in_a_pair() -> None:
    chosen = "goblet_squat.moderate", "romanian_deadlift.moderate", "bench_press.moderate", "dead_bug.core"
    assert [(item.exercise, item.superset) for item in written(*chosen, supersets=1).main] == [
        ("romanian_deadlift", 1), ("bench_press", 1), ("goblet_squat", None), ("dead_bug", None),
    ]  # fmt: skip


def test_the_most_minutes_are_the_warm_up_the_work_at_its_top_and_the_cooldown() -> None:
    # 30 + 2 x (14 x 4 + 75) s: a barbell, a kettlebell or dumbbells may need two reps more than 12
    assert written("goblet_squat.moderate").most_min == 6 + 5 + 5
    assert written("goblet_squat.moderate", "bench_press.moderate").most_min == 6 + 10 + 5
    assert written("push_up.bodyweight", "plank.hold").most_min == 6 + 9 + 5  # 4.1 and 5 min, in half minutes


def test_a_third_set_takes_its_time() -> None:
    assert written("goblet_squat.moderate", sets=3).most_min == 6 + 8 + 5  # 30 + 3 x 131 s: 7.05 min
    assert written("push_up.bodyweight", "plank.hold", sets=3).most_min == 6 + 12 + 5


def test_a_superset_saves_its_shorter_rest_in_each_of_two_rounds() -> None:
    pair = "goblet_squat.moderate", "dead_bug.core"
    for sets in (2, 3):
        assert written(*pair, sets=sets).most_min - written(*pair, sets=sets, supersets=1).most_min in (1, 2)  # 1.5


def test_most_minutes_agree_with_those_that_the_solver_counts() -> None:
    chosen = "back_squat.heavy", "goblet_squat.moderate", "bench_press.moderate", "side_plank.hold", "clamshell.prehab"
    known = options()
    work = sum(known[one].fewest + known[one].extra for one in chosen)
    assert written(*chosen, sets=3).most_min == -(-(22 + work) // 2)


def test_a_shorter_day_has_a_shorter_warm_up_and_cooldown() -> None:
    who = profile(strength={"minutes": {"tue": 27}})
    session, usual = written("goblet_squat.moderate", who=who), written("goblet_squat.moderate")
    assert (session.most_min, session.usual_min) == (5 + 5 + 2, usual.most_min)
    assert usual.usual_min == usual.most_min
    assert len(session.cooldown) < len(usual.cooldown)
    assert PRESCRIPTION.warm_up.seconds(session.warm_up) <= 60 * 5
    assert PRESCRIPTION.cooldown.seconds(session.cooldown) <= 60 * 2


def test_minutes_are_those_of_a_date_s_doses_and_drills() -> None:
    who = profile()
    sessions = [written("leg_curl.moderate", who=who).model_copy(update={"date": day("tue", week)}) for week in (1, 4)]
    first, second = PRESCRIPTION.week_by_week(sessions, season_of(who, phases=[("build", 8)]))
    # 2 x 8 reps at 4 s, 2 rests of 75 s, 30 s to get ready: 244 s; 95 s and 29 s of drills before, 65 s and 125 s after
    assert [item.today.reps for item in first.main if item.today] == [8]
    assert (first.minutes, first.most_min) == (10, 16)
    assert second.minutes <= second.most_min == 16


def test_the_warm_up_and_the_cooldown_suit_what_is_trained() -> None:
    drills = {
        "back_squat.heavy": (["leg_swing_front_back", "cat_cow"], ["hip_flexor_stretch", "deep_breathing"]),
        "bench_press.moderate": (["arm_circle", "cat_cow"], ["chest_stretch", "deep_breathing"]),
        "plank.hold": (["cat_cow"], ["deep_breathing"]),
        "clean.power": (
            ["leg_swing_front_back", "arm_circle", "cat_cow"],
            ["hip_flexor_stretch", "chest_stretch", "deep_breathing"],
        ),
    }
    for one, (before, after) in drills.items():
        session = written(one)
        assert [drill.exercise for drill in session.warm_up] == before, one
        assert [drill.exercise for drill in session.cooldown] == after, one


def test_drills_have_their_own_amount_or_the_menu_s() -> None:
    session = written("clean.power")
    assert [str(drill.dose) for drill in session.warm_up] == ["15 reps a side", "8-10 reps", "10 reps"]
    assert [str(drill.dose) for drill in session.cooldown] == ["30 s a side", "30 s", "2-3 min"]


@pytest.mark.parametrize("wish", ["exclude", "avoid"])
def test_an_unwanted_drill_is_left_out(wish: str) -> None:
    who = profile(preferences={wish: ["leg_swing_front_back", "deep_breathing"]})
    session = written("back_squat.heavy", who=who)
    assert [drill.exercise for drill in session.warm_up] == ["cat_cow"]
    assert [drill.exercise for drill in session.cooldown] == ["hip_flexor_stretch"]


def test_a_drill_that_is_held_follows_the_runner_s_experience() -> None:
    planks = replace(PRESCRIPTION, warm_up=menu(general=[["plank"]]))
    for experience, held in (("beginner", "30-45 s"), ("advanced", "60 s")):
        who = profile(athlete={"experience": experience})
        season = season_of(who)
        choice = Choice("A", "home", ((options()["back_squat.heavy"], 2),), 0)
        session = next(planks.sessions_for(choice, season.blocks[0], [season.days[day("tue")]], who))
        assert [str(drill.dose) for drill in session.warm_up] == [held]


def test_a_drill_that_the_main_work_holds_or_the_place_has_nothing_for_is_left_out() -> None:
    drilled = menu(general=[["plank"], ["lateral_band_walk"]])
    bands = profile(places={"home": {"equipment": ["loop band"]}})
    for who, main, drills in (
        (bands, "back_squat.heavy", ["plank", "lateral_band_walk"]),
        (bands, "plank.hold", ["lateral_band_walk"]),
        (profile(places={"home": {"equipment": []}}), "back_squat.heavy", ["plank"]),
    ):
        session = written(main, who=who, numbers=replace(PRESCRIPTION, warm_up=drilled, cooldown=drilled))
        assert [drill.exercise for drill in session.warm_up] == drills
        assert [drill.exercise for drill in session.cooldown] == drills


def test_straight_after_a_run_the_general_part_is_left_out() -> None:
    for runs, general in (("easy 30", False), ("easy 30 am", True), ("easy 30 pm", False), ("rest", True)):
        session = written("back_squat.heavy", who=profile(runs={"tue": runs}, strength={"minutes": {"tue": "45 pm"}}))
        assert [drill.exercise for drill in session.warm_up] == ["leg_swing_front_back", *["cat_cow"][:general]], runs


def test_letters_and_blocks_take_the_drills_of_a_list_in_turn() -> None:
    who = profile(preferences={"exclude": ["deep_lunge_mobility"]})
    listed = ["cat_cow", "deep_lunge_mobility", "open_book"]
    numbers = replace(PRESCRIPTION, warm_up=menu(general=[listed]))
    season = season_of(who, phases=[("base", 2), ("build", 2)])
    taken = [
        next(
            numbers.sessions_for(
                Choice(letter, "home", ((options()["wall_sit.hold"], 2),), 0), block, [season.days[block.first]], who
            )
        ).warm_up[0].exercise
        for block in season.blocks
        for letter in SLOTS
    ]  # fmt: skip
    assert taken == ["open_book", "cat_cow", "open_book", "cat_cow", "open_book", "cat_cow"]


def test_lighter_sets_take_the_place_of_drills_and_no_minutes() -> None:
    timed = LIGHTER_SETS.model_copy(update={"set_s": 150})
    lighter = replace(PRESCRIPTION, loads=LOADS.model_copy(update={"lighter_sets": timed}))
    for one, drills in (("back_squat.heavy", ["cat_cow"]), ("goblet_squat.heavy", ["leg_swing_front_back", "cat_cow"])):
        session = written(one, numbers=lighter)
        assert [drill.exercise for drill in session.warm_up] == drills
        assert session.minutes == written(one).minutes
    shorter = replace(PRESCRIPTION, loads=LOADS.model_copy(update={"lighter_sets": LIGHTER_SETS}))
    few = replace(shorter, session=NUMBERS.model_copy(update={"warm_up_min": 4}))
    assert [drill.exercise for drill in written("back_squat.heavy", numbers=few).warm_up] == ["leg_swing_front_back"]


def test_the_runs_of_the_day_stand_before_or_after_it() -> None:
    runs = {"tue": "easy 30 am + hills 50 pm"}
    last = written("plank.hold", who=profile(runs=runs))
    assert (last.after, last.before) == ((Run("easy", 30, "am"), Run("hills", 50, "pm")), ())
    between = written("plank.hold", who=profile(runs=runs, strength={"minutes": {"tue": "45 am"}}))
    assert (between.after, between.before) == ((Run("easy", 30, "am"),), (Run("hills", 50, "pm"),))


def test_each_place_loads_with_what_it_has() -> None:
    who = profile(places={"gym": {"equipment": ["barbell", "rack"]}, "home": {"equipment": ["dumbbells"]}})
    assert written("romanian_deadlift.heavy", who=who, place="gym").main[0].load == "barbell"
    assert written("romanian_deadlift.heavy", who=who, place="home").main[0].load == "dumbbells"
    assert written("reverse_lunge.bodyweight", who=who, place="nowhere").main[0].load == "bodyweight"


@pytest.mark.parametrize(
    ("experience", "stage", "load"),
    [
        ("beginner", "introduction", "bodyweight"),
        ("beginner", "main", "loop band"),
        ("intermediate", "introduction", "loop band"),
    ],
)
def test_a_beginner_starts_with_bodyweight_where_load_is_optional(experience: str, stage: Stage, load: str) -> None:
    who = profile(athlete={"experience": experience})
    assert written("clamshell.prehab", who=who, stage=stage).main[0].load == load


def test_what_is_always_loaded_stays_so_for_a_beginner() -> None:
    who = profile(athlete={"experience": "beginner"})
    session = written("lateral_band_walk.prehab", "goblet_squat.moderate", who=who, stage="introduction")
    assert {item.exercise: item.load for item in session.main} == {
        "lateral_band_walk": "loop band", "goblet_squat": "dumbbells",
    }  # fmt: skip


def test_what_a_place_loads_with_decides_the_reps() -> None:
    who = profile(places={"gym": {"equipment": ["barbell"]}, "home": {"equipment": ["dumbbells"]}})
    light = STYLES["heavy"].model_copy(update={"reps": (4, 8), "reps_with": {"dumbbells": (6, 8)}})
    numbers = replace(PRESCRIPTION, styles={**STYLES, "heavy": light})
    for place, reps in (("gym", (5, 8)), ("home", (6, 8))):
        season = season_of(who)
        choice = Choice("A", place, ((options()["romanian_deadlift.heavy"], 2),), 0)
        session = next(numbers.sessions_for(choice, season.blocks[0], [season.days[day("tue")]], who))
        assert session.main[0].dose.reps == reps


def test_doses_follow_the_runner_s_experience() -> None:
    beginner = written("plank.hold", who=profile(athlete={"experience": "beginner"}))
    assert beginner.main[0].dose.seconds == (30, 45)
    assert written("plank.hold").main[0].dose.seconds == (60, 60)


# ---- loads


def loaded(one: str, *equipment: str, lifts: dict[str, Any] | None = None, body_kg: float = 60) -> Item:
    """The item of a session at home with this equipment."""
    who = profile(
        athlete={"experience": "intermediate", "body_kg": body_kg},
        places={"home": {"equipment": equipment}},
        lifts=lifts or {},
    )
    (item,) = written(one, who=who, numbers=LOADED).main
    return item


HEAVY_STYLE = StyleNumbers(
    reps=(4, 8), reserve=(2, 3), tempo="2-0-1", rest_s=150,
    light=LightNumbers(reps=(8, 20), tempo="3-0-1", rest_s=90), because=("test",),
)  # fmt: skip
BODY_STYLE = StyleNumbers(reps=(6, 15), reserve=(2, 3), rest_s=60, rep_s=4, because=("test",))
MODERATE_STYLE = StyleNumbers(
    reps=(8, 12), reserve=(2, 3), tempo="2-0-1", rest_s=75,
    light=LightNumbers(reps=(8, 20), tempo="3-0-1", rest_s=60), because=("test",),
)  # fmt: skip
LOADED = replace(
    PRESCRIPTION, styles={**STYLES, "heavy": HEAVY_STYLE, "moderate": MODERATE_STYLE, "bodyweight": BODY_STYLE}
)


def test_the_implement_follows_from_the_load_wanted() -> None:
    there = "dumbbells 4", "kettlebell 24"
    item = loaded("romanian_deadlift.heavy", *there, lifts={"romanian_deadlift": "24 x 10"})
    assert (item.load, item.dose.reps) == ("kettlebell", (5, 8))
    assert loaded("goblet_squat.heavy", *there).load == "kettlebell"


@pytest.mark.parametrize(
    ("one", "equipment", "lifts", "reps"),
    [
        ("goblet_squat.heavy", ("kettlebell 16",), {}, (8, 20)),
        ("goblet_squat.heavy", ("kettlebell 16",), {"goblet_squat": "16 x 20 @ 4"}, (8, 20)),  # 56 % of the best
        ("reverse_lunge.heavy", ("dumbbells 4",), {}, (8, 13)),  # a side, so that the time suffices
        ("walking_lunge.heavy", ("dumbbells 4",), {}, (16, 26)),  # both sides counted
        ("romanian_deadlift.heavy", ("dumbbells 15",), {}, (8, 20)),  # 30 kg, half of the body's mass
    ],
)
def test_what_cannot_be_heavy_is_done_for_more_reps_slower_and_with_less_rest(
    one: str, equipment: tuple[str, ...], lifts: dict[str, Any], reps: tuple[int, int]
) -> None:
    item = loaded(one, *equipment, lifts=lifts)
    assert item.heavy, "it stays what the rules took it for"
    assert (item.dose.reps, item.dose.tempo, item.dose.rest_s) == (reps, "3-0-1", 90)
    heavy = dose(item.entry, "heavy", item.dose.sets, LOADED.styles, "intermediate", "build")
    assert longest_set_s(item.dose, HEAVY_STYLE) + 90 <= longest_set_s(heavy, HEAVY_STYLE) + 150


def test_moderate_work_with_a_light_implement_is_slower_too() -> None:
    light = loaded("goblet_squat.moderate", "kettlebell 16")
    assert (light.dose.reps, light.dose.tempo, light.dose.rest_s) == ((8, 12), "3-0-1", 60)
    assert loaded("goblet_squat.moderate", "kettlebell 24").dose.tempo == "2-0-1"
    assert loaded("dumbbell_row.moderate", "dumbbells 4").dose.tempo == "2-0-1", "no mass is heavy for a row"


def test_what_is_heavy_for_the_runner_is_done_for_few_reps() -> None:
    assert loaded("goblet_squat.heavy", "kettlebell 24").dose.rest_s == 150
    assert loaded("goblet_squat.heavy", "kettlebell 16", lifts={"goblet_squat": 20}).dose.rest_s == 150


def test_a_session_s_minutes_do_not_depend_on_its_loads() -> None:
    one = "goblet_squat.heavy"
    times = {
        written(one, who=profile(places={"home": {"equipment": [there]}}), numbers=LOADED).minutes
        for there in ("kettlebell 8", "kettlebell 32")
    }
    assert len(times) == 1


@pytest.mark.parametrize(
    ("one", "lifts", "reps", "reserve"),
    [
        ("push_up.bodyweight", {"push_ups": 14}, (10, 15), (2, 3)),
        ("push_up.bodyweight", {"push_up": 8}, (5, 11), (2, 3)),
        ("single_leg_squat.bodyweight", {"single_leg_squats": 5}, (2, 8), (2, 3)),
        ("pull_up.bodyweight", {"pull_ups": 2}, (1, 5), (1, 1)),
        ("pull_up.bodyweight", {"pull_ups": 1}, (1, 4), (0, 0)),
        ("push_up.bodyweight", {}, (10, 15), (2, 3)),
    ],
)
def test_the_most_reps_decide_where_the_range_of_bodyweight_work_begins(
    one: str, lifts: dict[str, Any], reps: tuple[int, int], reserve: tuple[int, int]
) -> None:
    item = loaded(one, "pull-up bar", "mat", lifts=lifts)
    assert (item.dose.reps, item.dose.reserve) == (reps, reserve)


def in_turn(*chosen: str, who: Profile | None = None) -> Session:
    """A circuit on a Tuesday."""
    who, known = who or profile(), options()
    season = season_of(who)
    choice = Choice("A", "home", tuple((known[one], 2) for one in chosen), 0, circuit=True)
    return next(PRESCRIPTION.sessions_for(choice, season.blocks[0], [season.days[day("tue")]], who))


def test_a_circuit_does_all_in_turn_and_rests_after_each_round() -> None:
    session = in_turn("plank.hold", "push_up.bodyweight", "step_up.bodyweight")
    assert session.circuit
    assert order(session) == ["step_up", "push_up", "plank"]
    assert {(item.superset, item.dose.sets, item.dose.rest_s) for item in session.main} == {(1, 2, 45)}


def test_a_circuit_counts_its_own_warm_up_and_a_rest_a_round() -> None:
    session = in_turn("plank.hold", "push_up.bodyweight")
    work = sum(halves(30 + 2 * longest_set_s(item.dose, STYLES[item.style])) for item in session.main)
    assert session.most_min == -(-(work + halves(120 + 70 + 2 * 45)) // 2)
    (dated,) = PRESCRIPTION.week_by_week([session], season_of(profile()))
    assert dated.minutes <= session.most_min
    drills = PRESCRIPTION.warm_up.seconds(session.warm_up), PRESCRIPTION.cooldown.seconds(session.cooldown)
    assert drills <= (CIRCUIT.warm_up_s, CIRCUIT.cooldown_s)


@pytest.mark.parametrize(
    ("one", "suits"),
    [
        ("goblet_squat.moderate", True),
        ("plank.hold", True),
        ("goblet_squat.heavy", False),
        ("squat_jump.power", False),
        ("bench_press.moderate", False),  # the bar at home would need other plates in each round
    ],
)
def test_what_is_done_in_turn_needs_no_full_rest_and_no_plates(one: str, suits: bool) -> None:  # noqa: FBT001
    assert options()[one].suits_circuits is suits
