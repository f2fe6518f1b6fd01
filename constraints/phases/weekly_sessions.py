"""Each week holds its sessions."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class WeeklySessions(Rule[Decisions, Plan]):
    """Two modest sessions every week beat a hard month and then none."""

    sentence = "At least this many sessions in a full week: {least}."
    guidance = ("SCH-33", "SCH-35", "SCH-36", "CON-06", "CON-16")

    least: dict[Phase, int] = Field(description="sessions in a full week, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if len(week.days) == 7:
                on.at_least(x.sessions(week), self.least[week.phase], at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.least[week.block.phase] - len(plan.in_week(week))
            if len(week.days) == 7 and short > 0:
                yield self.missed(f"week {week.number}", short)
