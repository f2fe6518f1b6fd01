"""Accessories change from block to block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class FreshAccessories(PlanRule):
    """The same exercises for months lead to a plateau; main lifts stay, accessories change."""

    sentence = "An exercise other than a main lift is not carried over from the block before (phases: {phases})."
    guidance = ("PRG-04", "PRG-16", "PHA-30", "CON-32")

    phases: tuple[Phase, ...] = Field(description="phases in which accessories change")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for exercise, again in x.repeats(block).items() if block.phase in self.phases else ():
                on.at_most(again, 0, at=InBlock(block.number, exercise=exercise))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for before, block in pairwise(plan.season.blocks):
            if block.phase not in self.phases:
                continue
            earlier = {item.exercise for item in plan.items(before)}
            for item in plan.items(block):
                if item.exercise in earlier and item.role != "heavy_compound":
                    yield self.missed(InBlock(block.number, exercise=item.exercise))
