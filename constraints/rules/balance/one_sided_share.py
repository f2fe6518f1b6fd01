"""A good share of leg work is one-sided."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class OneSidedShare(PlanRule):
    """Every running step lands on one leg; in two-legged lifts the stronger leg compensates for the weaker one."""

    sentence = "At least one leg set in {one_in} is done on one leg at a time."
    guidance = ("STR-19", "PRG-34", "DOS-19")

    one_in: int = Field(ge=1, le=6, description="leg sets of which one is one-sided")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            legs = x.sets(block, lambda option: option.legs)
            single = x.sets(block, lambda option: option.legs and option.exercise.sides != "both")
            on.at_least(self.one_in * single - legs, 0, at=InBlock(block.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            legs = [item for item in plan.items(block) if item.entry.leg_work]
            single = sum(item.dose.sets for item in legs if item.entry.sides in ("each", "alternating"))
            short = sum(item.dose.sets for item in legs) - self.one_in * single
            if short > 0:
                yield self.missed(InBlock(block.number), short)
