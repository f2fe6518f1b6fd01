"""Each phase has its most sessions a week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class SessionsByPhase(Rule[Decisions, Plan]):
    """Strength follows the running year: most of it far from the race, little of it close by."""

    sentence = "At most this many sessions a week: {most}."
    guidance = ("SCH-34", "SCH-36", "SCH-38", "SCH-39", "PHA-01")

    most: dict[Phase, int] = Field(description="sessions a week, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            on.at_most(x.sessions(week), self.most[week.phase], at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            over = len(plan.in_week(week)) - self.most[week.block.phase]
            if over > 0:
                yield self.missed(f"week {week.number}", over)
