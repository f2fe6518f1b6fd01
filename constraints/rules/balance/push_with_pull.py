"""Push and pull get about the same sets."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class PushWithPull(PlanRule):
    """The arm swing uses both; pushing alone rounds the shoulders, which worsens the posture of a tired runner."""

    sentence = "Sets of upper-body push and pull differ by {apart} a week at most."
    guidance = ("STR-18", "STR-25", "CON-21")

    apart: int = Field(ge=0, le=6, description="sets of difference")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            push = x.sets(block, lambda option: option.exercise.counts and option.exercise.category == "upper_push")
            pull = x.sets(block, lambda option: option.exercise.counts and option.exercise.category == "upper_pull")
            on.at_most(push - pull, self.apart, at=InBlock(block.number, of="push"))
            on.at_most(pull - push, self.apart, at=InBlock(block.number, of="pull"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            sign = {"upper_push": 1, "upper_pull": -1}
            counted = [item for item in plan.items(block) if item.entry.counts]
            lead = sum(sign.get(item.entry.category, 0) * item.dose.sets for item in counted)
            if abs(lead) > self.apart:
                yield self.missed(InBlock(block.number, of="push" if lead > 0 else "pull"), abs(lead) - self.apart)
