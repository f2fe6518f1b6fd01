"""A day of hard run and heavy legs is followed by an easy one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class EasyDayAfterStackedLegs(PlanRule):
    """Heavy legs on the day of a hard run keep other days easy only if the next one really is."""

    sentence = (
        "Where heavy leg work shares a day with a hard run, the next day has no hard or long run and no leg work."
    )
    guidance = ("SCH-10", "SCH-09", "SCH-12")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            before = x.season.around.get(day.date - timedelta(days=1))
            after = x.season.around.get(day.date + timedelta(days=1))
            if day.hard and after is not None and after.key:
                on.at_most(x.on(day.date, "heavy_legs"), 0, at=OnDate(day.date))
            if before is not None and before.hard and not day.key:
                both = x.on(before.date, "heavy_legs") + x.on(day.date, "legs")
                on.at_most(both, 1, at=OnDate(before.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            if session.heavy_legs and plan.season.days[session.date].hard:
                after = session.date + timedelta(days=1)
                ran = plan.season.around.get(after)
                lifted = plan.on(after)
                if (ran and (ran.hard or ran.long)) or (lifted and lifted.legs):
                    yield self.missed(OnDate(session.date))
