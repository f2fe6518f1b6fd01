"""A session has few exercises unless coverage needs more."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class ShortSessions(PlanRule):
    """Exercises that coverage does not need only make the session longer."""

    sentence = "A session holds at most {most} exercises unless coverage asks for more."
    guidance = ("DOS-09", "DOS-14", "DOS-18", "STR-30")

    most: int = Field(ge=1, le=12, description="exercises that a session holds without a reason for more")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            on.at_most(slot.count(), self.most, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                if len(session.main) > self.most:
                    yield self.missed(InBlock(block.number, slot), len(session.main) - self.most)
