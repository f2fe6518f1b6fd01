"""Days with less than twenty minutes hold circuits; longer days none."""

from __future__ import annotations

from functools import cache

import pytest

from constraints.planning.planner import Solved
from constraints.prescription.options import GRIPPING
from profiles.plan import Plan
from profiles.profile import WEEKDAYS
from writing import day, profile, solve

RUNS = {"tue": "easy 30", "thu": "easy 30", "sat": "easy 40"}


@cache
def planned(**minutes: int) -> Plan:
    """Four weeks of a runner with a loop band who has so many minutes on these weekdays."""
    free = {**dict.fromkeys(WEEKDAYS, 0), **minutes}
    who = profile(weeks=4, runs=RUNS, strength={"minutes": free}, places={"home": {"equipment": ["loop band"]}})
    solved = solve(who)
    assert isinstance(solved, Solved)
    assert solved.verdict.state == "as proven"
    return solved.plan


@pytest.mark.parametrize("free", [10, 12, 15, 20])
def test_short_days_hold_circuits_that_work_the_legs(free: int) -> None:
    plan = planned(tue=free, fri=free)
    assert len(plan.sessions) >= 4
    for session in plan.sessions:
        assert session.circuit
        assert session.legs or free < 12  # two exercises: what the week lacks most comes first
        assert session.minutes <= session.most_min <= free
        assert len(session.main) >= (2 if free < 15 else 3)
        assert sum(item.entry.pattern in GRIPPING for item in session.main) <= 1


def test_the_page_does_not_ask_a_short_day_for_a_long_session() -> None:
    solved = solve(planned(tue=15, fri=15).profile)
    assert isinstance(solved, Solved)
    missed = {violation.rule for violation in solved.verdict.report.paid}
    assert missed.isdisjoint({"worthwhile_sessions", "enough_exercises"})
    assert missed


def test_long_days_hold_no_circuit_beside_short_ones() -> None:
    plan = planned(tue=45, fri=15)
    kinds = {(session.date.weekday(), session.circuit) for session in plan.sessions}
    assert kinds == {(day("tue").weekday(), False), (day("fri").weekday(), True)}


def test_longer_days_hold_sessions_with_their_whole_warm_up() -> None:
    assert not any(session.circuit for session in planned(tue=21, fri=21).sessions)
