"""Every week has heavy main lifts."""

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


class MainLifts(PlanRule):
    """Few heavy reps train nerves and tendons, which improves running economy; light circuits do not."""

    sentence = "At least this many heavy main lifts in each full week: {least}."
    guidance = ("PHA-07", "PHA-18a", "PHA-24", "DOS-35", "CON-67", "RUL-11")

    least: dict[Phase, int] = Field(
        description="heavy main lifts in a full week, by phase; none during the introduction"
    )

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            if block.stage == "main":
                lifts = x.weekly_count(block, lambda option: option.style == "heavy")
                on.at_least_each(lifts, self.least[block.phase], at=lambda week: InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            lifts = [item for session in plan.credited(week) for item in session.main if item.style == "heavy"]
            short = self.least[week.phase] - len(lifts)
            if week.full and week.block.stage != "introduction" and short > 0:
                yield self.missed(InWeek(week.number), short)
