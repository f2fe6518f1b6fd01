"""Some work is side to side."""

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


class SideToSide(PlanRule):
    """Running moves straight ahead; hips that are never trained sideways let the pelvis drop."""

    sentence = "Each full week holds at least {least} exercise(s) that work side to side (phases: {phases})."
    guidance = ("STR-21", "STR-28")

    least: int = Field(ge=1, le=4, description="exercises in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            if block.phase in self.phases:
                held = x.weekly_count(block, lambda option: option.exercise.frontal)
                on.at_least_each(held, self.least, at=lambda week: InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.least - sum(item.entry.frontal for session in plan.credited(week) for item in session.main)
            if week.full and week.phase in self.phases and short > 0:
                yield self.missed(InWeek(week.number), short)
