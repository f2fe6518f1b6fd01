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
    """A tired runner tests below their strength, and a sore one should not test at all."""

    sentence = (
        "No test on a day with a hard or long run or a race, nor on the day before one or after a long run, and none "
        "with a current injury."
    )
    guidance = ("REC-13", "SCH-02")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            before = x.season.around[day.date - timedelta(days=1)]
            after = x.season.around[day.date + timedelta(days=1)]
            tired = before.long or day.key or after.key
            if x.season.profile.injuries.current or tired:
                on.at_most(x.addon_on(day.date, "test"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        days, sore = plan.season.around.items(), bool(plan.season.profile.injuries.current)
        tired = set()
        for date, day in days:
            long = any(run.long for run in day.runs)
            hard = any(run.hard for run in day.runs)
            tired |= {date - timedelta(days=1), date} if long or hard or day.race else set()
            tired |= {date + timedelta(days=1)} if long else set()
        for addon in plan.addons:
            if addon.kind == "test" and (sore or addon.date in tired):
                yield self.missed(OnDate(addon.date))
