"""Tests are taken on fresh legs and not before a key run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class TestsOnFreshDays(PlanRule):
    """A tired runner tests below their strength, and single-leg squats to the limit leave soreness the next day."""

    sentence = "No test on a day with a hard or long run or a race, nor on the day before one."
    guidance = ("REC-13", "SCH-02")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            after = x.season.around.get(day.date + timedelta(days=1))
            if day.key or (after is not None and after.key):
                on.at_most(x.addon_on(day.date, "test"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        tough = {
            date
            for date, day in plan.season.around.items()
            if day.race or any(run.hard or run.long for run in day.runs)
        }
        for addon in plan.addons:
            if addon.kind == "test" and not tough.isdisjoint((addon.date, addon.date + timedelta(days=1))):
                yield self.missed(OnDate(addon.date))
