"""Calves are trained with the knee straight and bent."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class CalvesStraightAndBent(PlanRule):
    """The straight knee loads the gastrocnemius, the bent one the soleus, which does most of the work in a run."""

    sentence = "Each full week trains the calves with the knee straight and with the knee bent (phases: {phases})."
    guidance = ("STR-23", "DOS-45", "INJ-26")

    phases: tuple[Phase, ...] = Field(description="phases in which both are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for knee in ("straight", "bent") if block.phase in self.phases else ():
                held = x.count(
                    block,
                    lambda option: (
                        option.exercise.pattern == "plantarflexion"
                        and option.style != "hold"
                        and option.exercise.knee == knee
                    ),
                )
                on.at_least(held, 1, at=InBlock(block.number, of=knee), times=len(x.season.weeks_in(block)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            knees = {
                item.entry.knee
                for item in plan.items(block)
                if item.entry.pattern == "plantarflexion" and item.style in ("calf", "soleus")
            }
            for knee in ("straight", "bent"):
                if block.phase in self.phases and knee not in knees:
                    yield self.missed(InBlock(block.number, of=knee), len(plan.season.weeks_in(block)))
