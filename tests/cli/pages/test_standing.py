"""What the page says of work that stands still."""

from __future__ import annotations

from typing import Any

import pytest

from cli.pages.standing import standing
from constraints.knowledge.doctrine import doctrine_named
from profiles.exercise import catalogue
from profiles.plan import Item, Today
from profiles.season import Phase
from writing import day, item, plan, profile, session

LOADS = doctrine_named("reconciled").tables.loads


def said(one: Item, today: Today, *equipment: str, phase: Phase = "base", **tables: Any) -> tuple[str, ...]:
    who = profile(**{"places": {"home": {"equipment": equipment}}, **tables})
    dated = [session(day("tue", week), one.model_copy(update={"today": today}), phase=phase) for week in (1, 2)]
    return standing(plan(who, *dated), LOADS)


TOP = Today(sets=2, reps=12, change="top")
KETTLEBELL = item("goblet_squat").model_copy(update={"load": "kettlebell"})


def test_a_hold_at_its_end_takes_a_weight_that_is_there_or_a_harder_rung() -> None:
    held = Today(sets=2, seconds=60, change="top")
    assert said(item("plank", "hold"), held, "mat") == ("Plank from 5 Jan (take RKC plank)",)
    assert said(item("plank", "hold"), held, "dumbbells") == ("Plank from 5 Jan (add weight or take RKC plank)",)
    for wish in ("exclude", "avoid"):
        unwanted = {wish: ["rkc_plank"]}
        assert said(item("plank", "hold"), held, "mat", preferences=unwanted) == ("Plank from 5 Jan",)
    legs = item("wall_sit", "hold")
    assert said(legs, held, "mat") == ("Wall sit from 5 Jan (add a filled rucksack or take single-leg wall sit)",)
    gym = {"home": {"equipment": ["mat"]}, "gym": {"equipment": ["weight vest"]}}
    (clause,) = said(legs, held, places=gym)
    assert clause.startswith("Wall sit from 5 Jan (add weight")
    loaded = item("farmers_carry", "hold").model_copy(update={"load": "kettlebell"})
    assert said(loaded, held, "kettlebell 16") == ("Farmer's carry from 5 Jan",)


def test_a_rung_above_the_runners_level_or_in_the_plan_is_not_told() -> None:
    held = Today(sets=2, seconds=60, change="top")
    new = {"athlete": {"experience": "beginner"}}
    assert catalogue()["rkc_plank"].level != "beginner"
    assert said(item("plank", "hold"), held, "mat", **new) == ("Plank from 5 Jan",)
    both = [one.model_copy(update={"today": held}) for one in (item("plank", "hold"), item("rkc_plank", "hold"))]
    who = profile(places={"home": {"equipment": ["mat"]}})
    (clause, _) = standing(plan(who, session(day("tue"), *both)), LOADS)
    assert clause == "Plank from 5 Jan"


def test_bodyweight_work_at_its_top_takes_a_harder_rung() -> None:
    (clause,) = said(item("push_up", "bodyweight"), TOP, "mat", "bench")
    assert clause == "Push-up from 5 Jan (take decline push-up)"


def test_bodyweight_work_takes_a_weight_that_is_there() -> None:
    split = item("split_squat", "bodyweight").model_copy(update={"load": "bodyweight"})
    who = {"athlete": {"experience": "beginner"}}
    assert said(split, TOP, "dumbbells", **who) == ("Split squat from 5 Jan (add weight)",)
    assert said(split, TOP, "mat", **who) == ("Split squat from 5 Jan (lower it slower)",)


def test_a_load_that_is_missing_is_named() -> None:
    top = TOP.model_copy(update={"load_kg": 8})
    (clause,) = said(KETTLEBELL, top, "kettlebell 8, 12")
    assert clause == "Goblet squat from 5 Jan (a load is missing between 8 and 12 kg: lower it slower)"


def test_what_is_slower_already_is_not_told_to_be_slower() -> None:
    slow = TOP.model_copy(update={"tempo": "5-0-1"})
    assert said(KETTLEBELL, slow, "kettlebell 8") == ("Goblet squat from 5 Jan",)
    (clause,) = said(KETTLEBELL, slow.model_copy(update={"load_kg": 8}), "kettlebell 8, 12")
    assert clause == "Goblet squat from 5 Jan (a load is missing between 8 and 12 kg)"


def test_what_is_too_heavy_is_said() -> None:
    today = Today(sets=2, reps=8, change="start")
    (clause,) = said(KETTLEBELL, today, "kettlebell 24", lifts={"goblet_squat": 12})
    assert clause == "Goblet squat (every kettlebell there is too heavy for you: use a lighter one, or leave it out)"
    assert said(KETTLEBELL, today, "kettlebell 24") == ()


@pytest.mark.parametrize(
    ("today", "phase"), [(TOP.model_copy(update={"change": "hold"}), "base"), (TOP, "race"), (TOP, "taper")]
)
def test_what_rises_or_is_near_a_race_is_not_named(today: Today, phase: Phase) -> None:
    assert said(item("push_up", "bodyweight"), today, "mat", phase=phase) == ()


@pytest.mark.parametrize("more", [{"sets": 3}, {"reps": 13}, {"change": "more_reps"}])
def test_what_goes_further_later_is_not_named(more: dict[str, Any]) -> None:
    push_up, later = item("push_up", "bodyweight"), TOP.model_copy(update={"change": "hold", **more})
    dated = [
        session(day("tue", week), push_up.model_copy(update={"today": today}), phase="base")
        for week, today in ((1, TOP), (2, later))
    ]
    assert standing(plan(profile(), *dated), LOADS) == ()
    assert standing(plan(profile(), dated[0]), LOADS)
