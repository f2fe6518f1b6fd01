"""Findings of a plan, one sentence each."""

from __future__ import annotations

from cli.pages.findings import fault_said
from constraints.planning.brief import brief_for
from constraints.planning.consistency import faults
from writing import day, plan, profile, session


def test_two_sessions_of_one_id_break_the_plan_and_both_are_named() -> None:
    first = session(day("tue"))
    held = plan(profile(), first, first.model_copy(update={"date": day("wed", 2)}), session(day("tue", 3)))
    found = [fault for fault in faults(held, brief_for(held.profile)) if fault.kind == "another's id"]
    assert [(fault_said(fault), fault.breaks) for fault in found] == [
        (
            "2027-01-13 A: the id 2027-W01-A is that of the session of 2027-01-05; each session has its own",
            True,
        )
    ]
