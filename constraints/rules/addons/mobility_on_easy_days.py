"""Mobility sessions are on easy and rest days."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class MobilityOnEasyDays(PlanRule):
    """Long stretches on the day of a hard effort reduce the elastic return of the legs, which it needs."""

    sentence = "No mobility session on a day with a hard or long run or a race."
    guidance = ("SCH-30", "CON-68", "CON-75")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            if day.key:
                on.at_most(x.addon_on(day.date, "mobility"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for addon in plan.addons:
            if addon.kind == "mobility":
                day = plan.season.days[addon.date]
                if day.race or any(run.hard or run.long for run in day.runs):
                    yield self.missed(OnDate(addon.date))
