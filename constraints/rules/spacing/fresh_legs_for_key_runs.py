"""Legs are fresh for hard and long runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.model.traits import TRAIT_OF
from profiles.plan import Plan, Work
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class FreshLegsForKeyRuns(PlanRule):
    """Soreness from leg work peaks a day or two later and impairs the runs that matter most."""

    sentence = "No {work} within {clear_days} day(s) before a hard or long run or a race."
    guidance = ("SCH-01", "SCH-02", "SCH-03", "SCH-05", "SCH-06")

    work: Work = Field(description="the work that is kept away from the run")
    clear_days: int = Field(ge=1, le=3, description="days kept clear before the run")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            ahead = [x.season.around.get(day.date + timedelta(days=gap)) for gap in range(1, self.clear_days + 1)]
            if any(later is not None and later.key for later in ahead):
                on.at_most(x.on(day.date, TRAIT_OF[self.work]), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        keys = [
            day.date for day in plan.season.around.values() if day.race or any(run.hard or run.long for run in day.runs)
        ]
        for session in plan.sessions:
            if session.holds(self.work) and any(1 <= (key - session.date).days <= self.clear_days for key in keys):
                yield self.missed(OnDate(session.date))
