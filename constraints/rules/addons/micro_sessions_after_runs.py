"""Ten-minute sessions follow some runs of the week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class MicroSessionsAfterRuns(PlanRule):
    """A new habit is easier to keep when it follows an existing one, such as an easy run."""

    sentence = "Each full week of {phases} holds {sessions} micro-sessions, where the profile asks for them."
    guidance = ("SCH-20", "STR-52", "EQP-17", "DOS-18")

    sessions: int = Field(ge=1, le=4, description="micro-sessions in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.micro else ():
            if len(week.days) == 7 and week.phase in self.phases:
                held = x.addons_in(week, "micro")
                on.at_least(held, self.sessions, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.sessions - sum(plan.addon_on(day.date, "micro") is not None for day in week.days)
            due = plan.season.profile.addons.micro and len(week.days) == 7 and week.block.phase in self.phases
            if due and short > 0:
                yield self.missed(InWeek(week.number), short)
