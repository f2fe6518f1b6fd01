"""No exercise without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class ShortSessions(Rule[Decisions, Plan]):
    """What coverage does not ask for only makes the session longer."""

    sentence = "A session holds at most {most} exercises unless coverage asks for more."
    guidance = ("DOS-09", "DOS-14", "DOS-18", "STR-30")

    most: int = Field(ge=1, le=12, description="exercises that a session holds without a reason for more")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            on.at_most(slot.count(), self.most, at=f"block {slot.block.number} {slot.letter}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                if len(session.main) > self.most:
                    yield self.missed(f"block {block.number} {slot}", len(session.main) - self.most)
