"""Sessions keep their weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class SameWeekdays(Rule[Decisions, Plan]):
    """A habit needs a fixed place; a plan that moves every week is followed in none."""

    sentence = "A session keeps its weekday from one week to the next."
    guidance = ("SCH-33", "SCH-48")

    def post(self, on: Scope, x: Decisions, /) -> None:
        weeks = x.season.weeks
        for before, week in pairwise(weeks):
            for slot in x.slots.get(week.block, ()):
                then, now = x.weekday(slot.letter, before), x.weekday(slot.letter, week)
                for weekday, here in now.items():
                    others = x.model.total([there for day, there in then.items() if day != weekday])
                    on.at_most(here + others, 1, at=f"week {week.number} {slot.letter}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for before, week in pairwise(plan.season.weeks):
            then = {session.slot: session.date.weekday() for session in plan.in_week(before)}
            for session in plan.in_week(week):
                if session.slot in then and then[session.slot] != session.date.weekday():
                    yield self.missed(f"week {week.number} {session.slot}")
