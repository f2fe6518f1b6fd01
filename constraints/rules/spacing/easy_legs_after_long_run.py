"""Legs recover from the long run before they lift heavy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class EasyLegsAfterLongRun(PlanRule):
    """After a long run technique fails early, and heavy sets add to the muscle damage."""

    sentence = "No heavy leg work on the day of a long run or within {days} day(s) after it."
    guidance = ("SCH-04", "SCH-26", "CON-42")

    days: int = Field(ge=0, le=3, description="days after the long run")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            past = [x.season.around.get(day.date - timedelta(days=gap)) for gap in range(self.days + 1)]
            if any(earlier is not None and earlier.long for earlier in past):
                on.at_most(x.on(day.date, "heavy_legs"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        long_runs = [date for date, day in plan.season.around.items() for run in day.runs if run.long]
        for session in plan.sessions:
            if session.heavy_legs and any(0 <= (session.date - date).days <= self.days for date in long_runs):
                yield self.missed(OnDate(session.date))
