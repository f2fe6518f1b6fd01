"""Straight sets where time allows."""

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


class StraightSets(PlanRule):
    """Full rest keeps the quality of each set; supersets save time on days that are too short."""

    sentence = "Exercises are paired as supersets only where the minutes need it (phases: {phases})."
    guidance = ("PHA-23", "STR-13", "DOS-51", "RUL-09")

    phases: tuple[Phase, ...] = Field(description="phases of straight sets")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                on.at_most(slot.supersets, 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                pairs = {item.superset for item in session.main if item.superset is not None}
                if pairs and not session.circuit:
                    yield self.missed(InBlock(block.number, slot), len(pairs))
