"""A micro-session is on a day of easy runs that no key run follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class MicroSessionsOnRunDays(PlanRule):
    """Lunges to the limit tire the legs even when they take few minutes."""

    sentence = "A micro-session stands on a day with easy runs only, and not on the day before a hard or long run."
    guidance = ("SCH-20", "SCH-21", "SCH-02")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            after = x.season.around.get(day.date + timedelta(days=1))
            if not day.runs or day.key or (after is not None and after.key):
                on.at_most(x.addon_on(day.date, "micro"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        days = plan.season.around
        for addon in plan.addons:
            if addon.kind == "micro":
                near = [days[date] for date in (addon.date, addon.date + timedelta(days=1)) if date in days]
                tough = any(day.race or any(run.hard or run.long for run in day.runs) for day in near)
                if tough or not days[addon.date].runs:
                    yield self.missed(OnDate(addon.date))
