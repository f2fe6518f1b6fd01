"""Every week holds every session of its block."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class WholeWeeks(PlanRule):
    """A block's sessions complete each other; a week without one of them lacks what only that one trains."""

    sentence = "A full week holds each session of its block, unless a session stands only on days that are exceptions."
    guidance = ("SCH-33", "STR-16")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for week in x.season.weeks_in(block):
                for slot in x.slots[block] if week.full else ():
                    on.at_most(x.recurs(slot) - slot.in_week(week), 0, at=InWeek(week.number, slot.letter))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        usual = [session for session in plan.sessions if session.date not in plan.season.exceptions]
        for week in plan.season.weeks:
            held = {session.slot for session in plan.in_week(week)}
            recur = {session.slot for session in usual if session.block == week.block.number}
            for slot in sorted(recur - held) if week.full else ():
                yield self.missed(InWeek(week.number, slot))
