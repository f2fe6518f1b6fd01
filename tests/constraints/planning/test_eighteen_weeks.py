"""Loads and reps over an 18-week season rise, hold and fall as each doctrine says, week by week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from constraints.knowledge.doctrine import doctrine_named
from constraints.planning.planner import Solved
from constraints.prescription.loads import loadable
from profiles.plan import Item, Plan, Session, Today
from profiles.season import Phase

DOCTRINES = ("reconciled", "four_categories", "three_pillars", "home", "gym")
Step = tuple[Phase, Item, Today, Today, int]
"""Phase and item of an exposure, what it asks for, what the one before asked for, and the weeks between."""


Shipped = Callable[..., Solved]


@pytest.fixture
def plan(doctrine: str, shipped: Shipped) -> Plan:
    """18 weeks of a runner who says what she lifts."""
    solved = shipped("me", doctrine).plan
    assert len(solved.season.weeks) == 18
    assert set(solved.season.profile.lifts) == {"deadlift", "romanian_deadlift", "step_up"}
    return solved


def exposures(plan: Plan) -> Iterator[list[tuple[Session, Item]]]:
    """The sessions that hold an exercise in one style with one implement, a week at most once, first to last."""
    found: dict[tuple[str, str, str], dict[int, tuple[Session, Item]]] = {}
    for session in plan.sessions:
        for item in session.main:
            week = plan.season.week_at(session.date).number
            found.setdefault((item.exercise, item.style, item.load), {}).setdefault(week, (session, item))
    yield from (list(weeks.values()) for weeks in found.values())


def steps(plan: Plan) -> Iterator[Step]:
    for held in exposures(plan):
        for (before, earlier), (session, item) in pairwise(held):
            assert earlier.today
            assert item.today
            weeks = plan.season.week_at(session.date).number - plan.season.week_at(before.date).number
            yield session.phase, item, item.today, earlier.today, weeks


def course(doctrine: str, phase: Phase) -> str:
    return doctrine_named(doctrine).tables.progression.course[phase]


every_doctrine = pytest.mark.parametrize("doctrine", DOCTRINES)


@every_doctrine
def test_every_exercise_of_every_date_has_its_dose(doctrine: str, plan: Plan) -> None:
    for session in plan.sessions:
        for item in session.main:
            assert item.today is not None
            assert (item.today.reps is None) == (item.dose.reps is None)
            assert (item.today.seconds is None) == (item.dose.seconds is None)
            low, high = item.dose.reps or item.dose.seconds or (0, 0)
            assert low <= (item.today.reps or item.today.seconds or 0) <= high + 2
            assert item.today.sets <= item.dose.sets


@every_doctrine
def test_while_training_rises_a_set_gains_one_rep_or_the_next_load_never_both(doctrine: str, plan: Plan) -> None:
    numbers = doctrine_named(doctrine).tables.progression
    seen = set()
    for phase, item, now, before, weeks in steps(plan):
        if course(doctrine, phase) != "rise" or weeks >= numbers.again_weeks or not item.dose.reps or not before.reps:
            continue
        seen.add(now.change)
        low, high = item.dose.reps
        if now.change == "more_reps":
            step = 2 if item.entry.sides == "alternating" else 1  # one a side
            assert now.reps in (max(before.reps, low) + step, min(before.reps, high) + step, high)
            assert now.reps > before.reps or before.reps > high
            assert now.load_kg == before.load_kg
        elif now.change == "more_load":
            assert now.reps == low
            assert before.reps >= high
            assert (now.load_kg or 1) > (before.load_kg or 0)
    assert "more_reps" in seen


@every_doctrine
def test_no_week_adds_more_to_a_load_than_the_cap_where_increments_allow(doctrine: str, plan: Plan) -> None:
    numbers = doctrine_named(doctrine).tables
    for _, item, now, before, _ in steps(plan):
        if now.load_kg and before.load_kg and now.load_kg > before.load_kg:
            gym = plan.season.profile.place_named("gym")
            masses = [mass for mass in loadable(gym, item.load, numbers.loads.implements) if mass > before.load_kg]
            within = now.load_kg <= before.load_kg * (1 + numbers.progression.most_percent / 100)
            assert within or now.load_kg == min(masses)


@every_doctrine
def test_where_load_is_held_it_never_rises_and_where_it_eases_it_falls(doctrine: str, plan: Plan) -> None:
    for phase, item, now, before, _ in steps(plan):
        held = course(doctrine, phase)
        if held in ("hold", "lighten"):
            assert (now.load_kg or 0) <= (before.load_kg or 0)
        if held == "hold":
            assert now.load_kg == before.load_kg
            assert (now.reps or 0) <= max((item.dose.reps or (0, 0))[1], before.reps or 0)
        elif held == "ease":
            assert (now.load_kg or 0) <= (before.load_kg or 0)
            assert now.reps in (None, (item.dose.reps or (0, 0))[0])


@pytest.mark.parametrize("doctrine", ["reconciled", "four_categories", "three_pillars", "gym"])  # home has no phases
def test_sets_fall_towards_the_race(doctrine: str, plan: Plan) -> None:
    most: dict[Phase, int] = {}
    for session in plan.sessions:
        most[session.phase] = max(most.get(session.phase, 0), *(item.dose.sets for item in session.main))
    order = [most[phase] for phase in ("base", "build", "race", "taper") if phase in most]
    assert order == sorted(order, reverse=True)


@every_doctrine
def test_the_first_load_of_a_known_lift_leaves_reps_in_reserve_at_the_top_of_its_range(
    doctrine: str, plan: Plan
) -> None:
    for held in exposures(plan):
        _, item = held[0]
        if item.exercise == "deadlift" and item.style == "heavy" and item.dose.reps and item.today:
            one_rep_max = 80 * (1 + 7 / 30)
            top_with_two_left = one_rep_max / (1 + (item.dose.reps[1] + 2) / 30)
            assert item.today.load_kg is not None
            assert item.today.load_kg <= max(top_with_two_left, 0.7 * one_rep_max)


@pytest.mark.parametrize("doctrine", ["reconciled"])
def test_a_main_lift_of_the_season_is_seen_to_rise_to_hold_and_to_fall(doctrine: str, plan: Plan) -> None:
    changes: dict[str, set[str]] = {}
    for phase, item, now, _, _ in steps(plan):
        if item.style in ("heavy", "moderate"):
            changes.setdefault(phase, set()).add(now.change)
    assert {"more_reps"} <= changes["base"]
    assert "more_load" not in changes["build"]
    eased = [
        (now.load_kg, before.load_kg)
        for phase, _, now, before, _ in steps(plan)
        if phase == "race" and now.load_kg and before.load_kg
    ]
    assert any(now < before for now, before in eased)


@every_doctrine
def test_holds_rise_by_seconds_alone_up_to_their_end(doctrine: str, plan: Plan) -> None:
    for _, item, now, before, weeks in steps(plan):
        if item.dose.seconds and before.seconds and now.seconds and now.change != "ease":
            assert now.load_kg == before.load_kg
            if weeks < doctrine_named(doctrine).tables.progression.again_weeks:
                assert before.seconds <= now.seconds <= max(item.dose.seconds[1], before.seconds)
