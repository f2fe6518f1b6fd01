"""Few exercises are on an unstable surface."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class UnstableWorkAtMost(PlanRule):
    """An unstable surface trains balance and little else; it adds to strength work and cannot replace it."""

    sentence = "A session holds at most {most} exercise(s) on an unstable surface."
    guidance = ("CON-28", "PRG-12", "STR-27")

    most: int = Field(ge=0, le=3, description="exercises on an unstable surface in a session")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            held = slot.count(lambda option: option.exercise.unstable)
            on.at_most(held, self.most, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                over = sum(item.entry.unstable for item in session.main) - self.most
                if over > 0:
                    yield self.missed(InBlock(block.number, slot), over)
