"""A day that is an exception holds part of its session, and costs no other week anything."""

from __future__ import annotations

from functools import cache

import pytest

from constraints.planning.brief import brief_for
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from profiles.plan import Plan, Session
from writing import day, profile, solve

VERY_SHORT = {"on": {day("tue", 2): 15}}
SHORT = {"on": {day("tue", 2): 22}}
PINNED = {"pins": [str(day("thu", 2))], "on": {day("thu", 2): 45}}


@cache
def planned(which: str) -> Plan:
    outcome = solve(
        profile(
            athlete={"experience": "intermediate", "strength_weeks": 10},
            runs={"wed": "easy 30", "sat": "easy 40"},
            strength={"minutes": {**dict.fromkeys(("mon", "wed", "thu", "sat", "sun"), 0), "tue": 45, "fri": 45}}
            | {"usual": {}, "short": SHORT, "very short": VERY_SHORT, "pinned": PINNED}[which],
            addons={"mobility": False, "tests": False},
            places={"home": {"equipment": ["dumbbells", "barbell", "rack", "bench", "step"]}},
        )
    )
    assert isinstance(outcome, Solved)
    assert all(tier.proven for tier in outcome.plan.header.tiers)
    return outcome.plan


def days(plan: Plan) -> list[tuple[int, str, str]]:
    return [(plan.season.week_at(one.date).number, f"{one.date:%a}", one.slot) for one in plan.sessions]


def content(plan: Plan) -> dict[str, list[str]]:
    (block,) = {one.block for one in plan.sessions}
    return {letter: [item.exercise for item in one.main] for letter, one in plan.slots(plan.blocks[block - 1]).items()}


def reduced(plan: Plan) -> Session:
    (one,) = [session for session in plan.sessions if session.reduced]
    return one


def test_a_short_day_keeps_its_session_in_part_and_changes_no_other_week() -> None:
    plan, usual = planned("short"), planned("usual")
    assert days(plan) == days(usual)
    short = reduced(plan)
    assert short.date == day("tue", 2)
    assert short.minutes <= 22
    whole = plan.slots(plan.blocks[0])[short.slot]
    assert {item.exercise for item in short.main} < {item.exercise for item in whole.main}
    assert all(item.dose.sets == 2 for item in short.main)
    assert whole.minutes > 30
    assert content(plan).keys() == content(usual).keys()


def test_a_short_day_keeps_a_main_lift() -> None:
    short = reduced(planned("short"))
    assert len(short.main) < 4
    assert any(item.style == "heavy" for item in short.main)


def test_a_very_short_day_keeps_a_circuit_of_small_exercises() -> None:
    circuit = reduced(planned("very short"))
    assert circuit.date == day("tue", 2)
    assert circuit.circuit
    assert circuit.minutes <= circuit.most_min <= 15
    assert len(circuit.main) >= 2
    assert not any(item.heavy for item in circuit.main)
    assert days(planned("very short")) == days(planned("usual"))


def test_a_very_short_day_may_be_at_a_place_where_nothing_grips() -> None:
    outcome = solve(
        profile(
            athlete={"experience": "beginner"},
            strength={"minutes": {"tue": 40, "fri": 40}, "on": {day("tue", 2): 15}},
            places={"home": {"equipment": ["mat"]}},
        )
    )
    assert isinstance(outcome, Solved)


def test_a_pin_changes_the_days_of_its_own_week_only() -> None:
    plan, usual = planned("pinned"), planned("usual")
    assert plan.on(day("thu", 2))
    assert [one for one in days(plan) if one[0] != 2] == [one for one in days(usual) if one[0] != 2]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"date": day("tue", 3)}, "reduced for no reason"),
        ({"place": "club"}, "no part of its letter"),
        ({"sets": 3}, "no part of its letter"),
        ({"only": 1}, "no part of its letter"),
        ({"reduced": False}, "differs within its block"),
    ],
)
def test_a_reduced_session_that_follows_from_nothing_is_found(changes: dict[str, object], kind: str) -> None:
    plan = planned("short")
    short = reduced(plan)
    if "sets" in changes:
        more = [item.model_copy(update={"dose": item.dose.model_copy(update={"sets": 3})}) for item in short.main]
        changed = short.model_copy(update={"main": tuple(more)})
    elif "only" in changes:
        changed = short.model_copy(update={"main": short.main[:1]})
    else:
        changed = short.model_copy(update=changes)
    others = [one for one in plan.sessions if one.date not in (short.date, changed.date)]
    found = [fault.kind for fault in faults(plan.with_sessions([*others, changed]), brief_for(plan.profile))]
    assert kind in found
