"""Mobility follows a hard or long run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class MobilityAfterToughDays(PlanRule):
    """Stiffness is greatest on the day after a long or hard run, and light mobility work reduces it."""

    sentence = "A mobility session stands on the day after a hard or long run or a race."
    guidance = ("SCH-28", "CON-68")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            before = x.season.around.get(day.date - timedelta(days=1))
            if before is None or not before.key:
                on.at_most(x.addon_on(day.date, "mobility"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        tough = {
            date + timedelta(days=1)
            for date, day in plan.season.around.items()
            if day.race or any(run.hard or run.long for run in day.runs)
        }
        for addon in plan.addons:
            if addon.kind == "mobility" and addon.date not in tough:
                yield self.missed(OnDate(addon.date))
