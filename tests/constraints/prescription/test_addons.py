"""What add-ons consist of, and where those that follow the runs stand."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import pytest

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.prescription.addons import ASKED, AddonNumbers, Addons, asked_for, following_runs, routines
from profiles.exercise import INJURIES
from profiles.plan import PLACED, AddonKind, Routine
from profiles.profile import AddonsTable, Profile
from writing import MONDAY, addon, day, profile, season_of

NUMBERS: Addons = {
    "mobility": AddonNumbers(minutes=20, template="gym_sunday_mobility", reps=(8, 10), because=("test",)),
    "prehab": AddonNumbers(minutes=15, template="prehab_circuit", reps=(12, 15), because=("test",)),
    "activation": AddonNumbers(minutes=8, template="pre_run_activation", reps=(10, 15), because=("test",)),
    "micro": AddonNumbers(minutes=10, template="starter_micro_session", reps=(8, 12), because=("test",)),
    "daily_mobility": AddonNumbers(minutes=12, template="daily_mobility", reps=(8, 10), because=("test",)),
}
ALL = dict.fromkeys(ASKED.values(), True)
NONE = dict.fromkeys(ASKED.values(), False)
KINDS: tuple[AddonKind, ...] = get_args(AddonKind)

END: dict[AddonKind, int] = {"daily_mobility": 2, "mobility": 5}
every_doctrine = pytest.mark.parametrize("name", doctrine_names())


def routine(kind: AddonKind, who: Profile | None = None) -> Routine:
    return routines([addon(MONDAY, kind)], NUMBERS, who or profile())[kind]


def doses(kind: AddonKind, who: Profile | None = None) -> dict[str, str]:
    return {drill.exercise: str(drill.dose) for drill in routine(kind, who).drills}


def dates(kind: AddonKind, who: Profile) -> set[dt.date]:
    return {one.date for one in following_runs(season_of(who), END) if one.kind == kind}


# ---- what is asked for


def test_every_kind_has_its_key_in_the_profile() -> None:
    assert set(ASKED) == set(KINDS)
    assert sorted(ASKED.values()) == sorted(AddonsTable.model_fields)


@pytest.mark.parametrize(("kind", "key"), ASKED.items())
def test_a_profile_gets_the_kinds_that_it_asks_for(kind: AddonKind, key: str) -> None:
    assert asked_for(profile(addons={**NONE, key: True})) == (kind,)
    assert set(asked_for(profile(addons={**ALL, key: False}))) == set(KINDS) - {kind}


def test_unasked_there_are_mobility_and_tests() -> None:
    assert asked_for(profile()) == ("mobility", "test")


# ---- the days of those that follow the runs

RUNS = {"tue": "intervals 50", "wed": "easy 40", "sat": "easy 30 am + hills 40 pm", "sun": "long 100"}
RACES = [
    {"name": "Goal", "date": day("fri", 4), "distance": "10k"},
    {"name": "Parkrun", "date": day("mon", 2), "distance": "5k", "priority": "C"},
]


def test_activation_stands_before_every_hard_run_every_long_run_and_every_race() -> None:
    who = profile(runs=RUNS, races=RACES, addons={**NONE, "activation": True})
    keys = {day(weekday, week) for week in range(1, 5) for weekday in ("tue", "sat", "sun")}
    assert dates("activation", who) == keys | {day("fri", 4), day("mon", 2)}


def test_the_daily_routine_is_on_every_day_but_those_of_races_and_the_last_before_a_goal() -> None:
    who = profile(runs=RUNS, races=RACES, addons={**NONE, "daily_mobility": True})
    every = {MONDAY + dt.timedelta(days=after) for after in range(28)}
    assert dates("daily_mobility", who) == every - {day("wed", 4), day("thu", 4), day("fri", 4), day("mon", 2)}


def test_nothing_follows_the_runs_unless_it_is_asked_for() -> None:
    assert list(following_runs(season_of(profile(runs=RUNS, races=RACES, addons=NONE)), END)) == []


def test_what_follows_the_runs_is_never_placed() -> None:
    kinds = {one.kind for one in following_runs(season_of(profile(runs=RUNS, addons=ALL)), {})}
    assert kinds == {"activation", "daily_mobility"}
    assert kinds.isdisjoint(PLACED)


# ---- what they consist of


def test_each_kind_in_the_plan_has_one_routine_and_others_have_none() -> None:
    held = [addon(day("mon"), "mobility"), addon(day("tue"), "prehab"), addon(day("mon", 2), "mobility")]
    assert set(routines(held, NUMBERS, profile())) == {"mobility", "prehab"}
    assert routines([], NUMBERS, profile()) == {}


def test_a_routine_holds_its_template_s_drills_in_order_and_its_minutes() -> None:
    daily = routine("daily_mobility")
    assert daily.minutes == 12
    assert [drill.exercise for drill in daily.drills] == [
        "worlds_greatest_stretch", "deep_squat_hold", "straight_knee_calf_stretch", "cat_cow", "couch_stretch",
        "ankle_circle",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "exercise", "dose"),
    [
        ("daily_mobility", "deep_squat_hold", "60 s"),
        ("daily_mobility", "couch_stretch", "45 s a side"),
        ("daily_mobility", "cat_cow", "10 reps"),
        ("daily_mobility", "worlds_greatest_stretch", "3 reps a side"),
        ("mobility", "ankle_mobility_drill", "3 x 15-20 reps a side"),
        ("mobility", "yoga_flow", "5-10 min"),
        ("prehab", "clamshell", "15-20 reps a side"),  # the template leaves it open: the exercise's own
        ("prehab", "bird_dog", "12-15 reps"),
    ],
)
def test_a_drill_s_dose_is_the_template_s_or_the_exercise_s_or_the_doctrine_s(
    kind: AddonKind, exercise: str, dose: str
) -> None:
    assert doses(kind)[exercise] == dose


def test_a_drill_that_is_held_follows_the_runner_s_experience() -> None:
    assert doses("prehab", profile(athlete={"experience": "beginner"}))["plank"] == "30-45 s"
    assert doses("prehab", profile(athlete={"experience": "advanced"}))["plank"] == "60 s"


@pytest.mark.parametrize("wish", ["exclude", "avoid"])
def test_an_unwanted_drill_is_left_out(wish: str) -> None:
    without = doses("prehab", profile(preferences={wish: ["clamshell", "plank"]}))
    assert set(doses("prehab")) - set(without) == {"clamshell", "plank"}


@pytest.mark.parametrize("injury", ["achilles", "plantar", "shins"])
def test_what_harms_a_current_injury_is_left_out_or_gives_way_to_what_does_not(injury: str) -> None:
    hurt = doses("activation", profile(injuries={"current": [injury]}))
    assert set(doses("activation")) - set(hurt) == {"high_knees", "a_skip", "calf_hop"}
    assert set(hurt) - set(doses("activation")) == {"bike_or_brisk_walk", "knee_to_wall"}
    assert hurt["bike_or_brisk_walk"] == "2 min"
    assert doses("activation", profile(injuries={"prone": [injury]})) == doses("activation")


HAMSTRING_AND_KNEE = {"current": ["hamstrings", "runners_knee"]}
HAMSTRING_AND_ITB = {"current": ["hamstrings", "itb"]}


def test_activation_with_a_sore_hamstring_holds_and_walks() -> None:
    sore = profile(injuries=HAMSTRING_AND_KNEE, places={"home": {"equipment": []}})
    assert [*doses("activation", sore)] == [
        "glute_bridge_hold", "clamshell", "bike_or_brisk_walk", "ankle_circle", "knee_to_wall",
    ]  # fmt: skip


def test_a_sore_part_is_held_in_every_routine_and_never_moved() -> None:
    band = {"home": {"equipment": ["loop band"]}}
    for injuries in (*({"current": [one]} for one in INJURIES), HAMSTRING_AND_ITB, HAMSTRING_AND_KNEE):
        for who in (profile(injuries=injuries), profile(injuries=injuries, places=band)):
            for name in doctrine_names():
                for kind, numbers in doctrine_named(name).tables.addons.items():
                    done = routines([addon(MONDAY, kind)], {kind: numbers}, who)[kind].drills
                    assert done, (injuries, name, kind)
                    assert len({one.exercise for one in done}) == len(done)
                    assert not [one.exercise for one in done if who.injuries.held_first(one.exercise)]


def test_a_beginner_has_the_easier_form_unless_reps_of_the_harder_one_are_stated() -> None:
    novice = {"experience": "beginner"}
    assert [*doses("micro", profile(athlete=novice))] == ["incline_push_up", "reverse_lunge", "plank"]
    assert "push_up" in doses("micro", profile(athlete=novice, lifts={"push_up": 8}))
    assert [*doses("micro", profile(athlete={"experience": "intermediate"}))] == ["push_up", "forward_lunge", "plank"]
    sore = profile(athlete=novice, injuries=HAMSTRING_AND_KNEE)
    assert [*doses("micro", sore)] == ["incline_push_up", "glute_bridge_hold", "plank"]


def test_a_test_holds_its_own_exercises_whatever_the_level() -> None:
    tests = doctrine_named("reconciled").tables.addons["test"]
    done = routines([addon(MONDAY, "test")], {"test": tests}, profile(athlete={"experience": "beginner"}))["test"]
    assert [one.exercise for one in done.drills] == ["push_up", "plank", "single_leg_squat"]


def test_a_prehab_circuit_holds_what_helps_the_runner_s_injuries_before_work_for_the_feet() -> None:
    feet = {"towel_scrunch", "marble_pickup"}
    knee = doses("prehab", profile(injuries={"prone": ["runners_knee"]}))
    assert feet.isdisjoint(knee)
    assert {"glute_bridge", "wall_sit"} <= set(knee)
    assert feet <= set(doses("prehab", profile(injuries={"prone": ["shins", "runners_knee"]})))
    assert feet <= set(doses("prehab"))
    band = {"home": {"equipment": ["loop band"]}}
    sore = doses("prehab", profile(injuries={**HAMSTRING_AND_ITB, "prone": ["runners_knee"]}, places=band))
    assert [*sore][:4] == ["banded_hip_hold", "glute_bridge_hold", "calf_raise", "wall_sit"]


# ---- the published ones


@every_doctrine
def test_a_doctrine_has_numbers_for_every_kind(name: str) -> None:
    assert set(doctrine_named(name).tables.addons) == set(KINDS)


@every_doctrine
def test_a_routine_as_published_has_drills_with_doses(name: str) -> None:
    numbers = doctrine_named(name).tables.addons
    for kind, held in routines([addon(MONDAY, kind) for kind in KINDS], numbers, profile()).items():
        assert held.minutes == numbers[kind].minutes
        assert held.drills, kind
        assert [drill.exercise for drill in held.drills if (drill.dose.ends is None) != (kind == "test")] == [], kind
        low, high = numbers[kind].reps
        assert 1 <= low <= high


@every_doctrine
def test_a_day_must_have_the_minutes_that_the_routine_takes(name: str) -> None:
    published = doctrine_named(name)
    asked: Any = published.tables.rules["addons_fit_the_day"]["minutes"]
    assert asked == {kind: published.tables.addons[kind].minutes for kind in asked}
