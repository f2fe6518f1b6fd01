"""Each session holds an isometric hold."""

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


class HoldsInSessions(PlanRule):
    """A hold loads tendons and causes little soreness."""

    sentence = "Each session holds at least {least} isometric hold(s) (phases: {phases})."
    guidance = ("DOS-17", "SCH-40", "STR-01", "STR-06", "STR-15", "CON-17")

    least: int = Field(ge=1, le=3, description="holds in a session")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                held = slot.count(lambda option: option.exercise.kind == "isometric")
                on.at_most(self.least * slot.used - held, 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                short = self.least - sum(item.entry.kind == "isometric" for item in session.main)
                if short > 0:
                    yield self.missed(InBlock(block.number, slot), short)
