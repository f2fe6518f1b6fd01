"""Ten-minute sessions hang on to two runs a week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class MicroSessionsAfterRuns(Rule[Decisions, Plan]):
    """A habit grows on one that is there already: the run is over, the shoes are still on."""

    sentence = "Each full week of {phases} holds {sessions} micro-sessions, where the profile asks for them."
    guidance = ("SCH-20", "STR-52", "EQP-17", "DOS-18")

    sessions: int = Field(ge=1, le=4, description="micro-sessions in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.micro else ():
            if len(week.days) == 7 and week.phase in self.phases:
                held = x.model.total([x.addon_on(day.date, "micro") for day in week.days])
                on.at_least(held, self.sessions, at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.sessions - sum(plan.addon_on(day.date, "micro") is not None for day in week.days)
            due = plan.season.profile.addons.micro and len(week.days) == 7 and week.block.phase in self.phases
            if due and short > 0:
                yield self.missed(f"week {week.number}", short)
