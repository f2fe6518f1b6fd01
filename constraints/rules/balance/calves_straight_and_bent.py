"""Calves are trained with the knee straight and bent."""

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


class CalvesStraightAndBent(PlanRule):
    """The straight knee loads the gastrocnemius, the bent one the soleus, which does most of the work in a run."""

    sentence = (
        "Each full week trains the calves by raises with the knee straight and with the knee bent (phases: {phases})."
    )
    guidance = ("STR-23", "DOS-45", "INJ-26")

    phases: tuple[Phase, ...] = Field(description="phases in which both are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for knee in ("straight", "bent") if block.phase in self.phases else ():
                style = "calf" if knee == "straight" else "soleus"
                held = x.weekly_count(block, lambda option: option.style == style)
                on.at_least_each(held, 1, at=lambda week: InWeek(week.number, of=knee))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            knees = {
                item.entry.knee
                for session in plan.credited(week)
                for item in session.main
                if item.entry.pattern == "plantarflexion" and item.entry.kind != "isometric"
            }
            for knee in ("straight", "bent"):
                if week.full and week.phase in self.phases and knee not in knees:
                    yield self.missed(InWeek(week.number, of=knee))
