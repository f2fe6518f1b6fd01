"""A session that is held in part keeps a main lift."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class ReducedSessionsLift(PlanRule):
    """Where time is short, heavy work on large muscles keeps the most strength for its minutes."""

    sentence = (
        "A session that leaves out part of its exercises, and is no circuit, keeps at least {least} main lift(s) "
        "(phases: {phases})."
    )
    guidance = ("CON-16", "DOS-18")

    least: int = Field(ge=1, le=3, description="heavy lifts that are kept")
    phases: tuple[Phase, ...] = Field(description="phases in which it counts, after the introduction")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            asked = week.phase in self.phases and week.block.stage == "main"
            for day in week.days if asked else ():
                on.at_most(x.lifts_lacking(day.date, self.least), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            block = plan.season.week_at(session.date).block
            short = self.least - sum(item.style == "heavy" for item in session.main)
            asked = (
                session.reduced and not session.circuit and block.phase in self.phases and block.stage != "introduction"
            )
            if asked and short > 0:
                yield self.missed(OnDate(session.date), short)
