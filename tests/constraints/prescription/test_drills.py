"""The published warm-ups and cooldowns: drills that exist, that suit what follows, and that fit their minutes."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

import pytest

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.prescription.drills import DrillMenu
from profiles.amount import Amount
from profiles.exercise import catalogue
from profiles.plan import Drill, Item
from profiles.profile import Profile
from writing import item, profile

ANKLES = {"knee_to_wall", "ankle_circle", "ankle_mobility_drill"}
HIPS = {"clamshell", "lateral_band_walk", "monster_walk", "side_lying_leg_raise"}
WHOLE = item("goblet_squat"), item("bench_press")
every_doctrine = pytest.mark.parametrize("name", doctrine_names())


def each_turn(menu: DrillMenu, who: Profile, *also: Item, ran: bool = False) -> Iterator[tuple[Drill, ...]]:
    turns = lcm(*(len(names) for part in menu.parts.values() for names in part))
    for turn in range(turns):
        yield menu.drills((*WHOLE, *also), who, "home", turn, ran=ran, free_s=3600)


def at_home(*equipment: str) -> Profile:
    return profile(places={"home": {"equipment": equipment}})


@every_doctrine
def test_drills_exist(name: str) -> None:
    tables = doctrine_named(name).tables
    named = {
        drill
        for menu in (tables.warm_up, tables.cooldown)
        for part in menu.parts.values()
        for names in part
        for drill in names
    }
    assert named <= set(catalogue())


@every_doctrine
@pytest.mark.parametrize("equipment", [(), ("mat",), ("loop band", "mat")])
def test_each_turn_fits_the_minutes_and_is_shorter_after_a_run(name: str, equipment: tuple[str, ...]) -> None:
    tables = doctrine_named(name).tables
    for menu, most_min in (
        (tables.warm_up, tables.session.warm_up_min),
        (tables.cooldown, tables.session.cooldown_min),
    ):
        for drills in each_turn(menu, at_home(*equipment)):
            assert menu.seconds(drills) <= 60 * most_min, [str(drill.exercise) for drill in drills]
    pairs = zip(
        each_turn(tables.warm_up, at_home(*equipment)),
        each_turn(tables.warm_up, at_home(*equipment), ran=True),
        strict=True,
    )
    assert all(tables.warm_up.seconds(short) < tables.warm_up.seconds(whole) for whole, short in pairs)


@every_doctrine
@pytest.mark.parametrize("equipment", [("mat",), ("loop band", "mat")])
def test_before_leg_work_there_is_a_drill_for_ankles_and_one_for_the_side_of_the_hips(
    name: str, equipment: tuple[str, ...]
) -> None:
    menu, who = doctrine_named(name).tables.warm_up, at_home(*equipment)
    for held in (item("goblet_squat"), item("side_lying_leg_raise", "prehab"), item("clamshell", "prehab")):
        for drills in (*each_turn(menu, who, held), *each_turn(menu, who, held, ran=True)):
            taken = {drill.exercise for drill in drills}
            assert taken & ANKLES
            assert taken & HIPS


@every_doctrine
@pytest.mark.parametrize("injuries", [["hamstrings"], ["hips", "itb"]])
def test_while_a_sore_part_takes_holds_a_hold_stands_for_each_drill_that_moves_it(
    name: str, injuries: list[str]
) -> None:
    menu, equipment = doctrine_named(name).tables.warm_up, {"home": {"equipment": ["loop band"]}}
    sore = profile(places=equipment, injuries={"current": injuries})

    def held(who: Profile, *, holds: bool) -> set[str]:
        lists = lcm(*(len(names) for part in menu.parts.values() for names in part))
        turns = (menu.drills(WHOLE, who, "home", turn, ran=False, free_s=3600, holds=holds) for turn in range(lists))
        return {drill.exercise for drills in turns for drill in drills}

    first = held(sore, holds=True)
    assert not {drill for drill in first if sore.injuries.held_first(drill)}
    assert "glute_bridge_hold" in first
    assert "glute_bridge" not in first
    assert held(sore, holds=False) == held(at_home("loop band"), holds=True) == held(at_home("loop band"), holds=False)
    assert "glute_bridge" in held(sore, holds=False)


def test_a_drill_that_harms_what_is_sore_is_left_out() -> None:
    menu = doctrine_named("reconciled").tables.warm_up
    swings = menu.model_copy(update={"parts": {"general": (("leg_swing_front_back",), ("cat_cow",))}})
    sore = profile(injuries={"current": ["hamstrings"]})
    assert [{one.exercise for one in drills} for drills in each_turn(swings, sore)] == [{"cat_cow"}]
    assert [len(drills) for drills in each_turn(swings, profile())] == [2]


def test_the_time_of_drills_is_that_of_the_least_they_ask_for() -> None:
    menu = doctrine_named("reconciled").tables.warm_up
    said = ("8-10 reps a side", "30-60 s", "2-3 min")
    drills = [Drill(exercise="plank", dose=Amount.parse(one)) for one in said]
    assert [menu.seconds([drill]) - menu.change_s for drill in drills] == [2 * 8 * menu.rep_s, 30, 120]
    assert menu.seconds(drills) == sum(menu.seconds([drill]) for drill in drills)
