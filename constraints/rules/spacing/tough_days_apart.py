"""Tough days do not follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class ToughDaysApart(PlanRule):
    """Hard runs, long runs and heavy leg sessions need the same recovery; on consecutive days fatigue adds up."""

    sentence = (
        "A heavy leg session does not stand next to a hard run, a long run or another heavy leg session on the "
        "day before or after, unless the runs make the pair by themselves."
    )
    guidance = ("SCH-24", "SCH-25", "RUL-04")

    def post(self, on: Scope, x: Decisions, /) -> None:
        last = x.season.around[x.season.last + timedelta(days=1)]
        for day in (*x.days, last):
            before = x.season.around[day.date - timedelta(days=1)]
            if before.key and day.key:
                continue
            one = 1 if before.key else x.on(before.date, "heavy_legs")
            other = 1 if day.key else x.on(day.date, "heavy_legs")
            on.at_most(one + other, 1, at=OnDate(before.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        heavy = {session.date for session in plan.sessions if session.heavy_legs}
        ran = {date for date, day in plan.season.around.items() if day.key}
        for date in plan.season.around:
            pair = {date, date + timedelta(days=1)}
            if pair <= heavy | ran and not pair <= ran:
                yield self.missed(OnDate(date))
