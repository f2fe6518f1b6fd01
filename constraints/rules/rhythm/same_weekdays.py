"""Sessions keep their weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class SameWeekdays(PlanRule):
    """A fixed weekday makes a session a habit; sessions that move every week are skipped more often."""

    sentence = "A session keeps its weekday from one week to the next."
    guidance = ("SCH-33", "SCH-48")

    def post(self, on: Scope, x: Decisions, /) -> None:
        weeks = x.season.weeks
        for before, week in pairwise(weeks):
            for slot in x.slots.get(week.block, ()):
                for weekday, here in x.weekdays(slot.letter, week).items():
                    elsewhere = x.on_weekdays(slot.letter, before, set(range(7)) - {weekday})
                    on.at_most(here + elsewhere, 1, at=InWeek(week.number, slot.letter))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for before, week in pairwise(plan.season.weeks):
            then = {session.slot: session.date.weekday() for session in plan.in_week(before)}
            for session in plan.in_week(week):
                if session.slot in then and then[session.slot] != session.date.weekday():
                    yield self.missed(InWeek(week.number, session.slot))
