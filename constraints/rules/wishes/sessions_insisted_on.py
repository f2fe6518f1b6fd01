"""The runner's own minimum of sessions a week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class SessionsInsistedOn(PlanRule):
    """The runner's own minimum is a wall and may make a season impossible; the guides' minimum is never one."""

    sentence = "You insist on at least {at_least} session(s) in every full week of base and build."
    guidance = ("RUL-01",)

    at_least: int = Field(ge=1, le=3, description="sessions in each full week of base and build")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if week.phase in ("base", "build") and len(week.days) == 7:
                on.at_least(x.sessions(week), self.at_least, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            missing = self.at_least - len(plan.in_week(week))
            if week.block.phase in ("base", "build") and len(week.days) == 7 and missing > 0:
                yield self.missed(InWeek(week.number), missing)
