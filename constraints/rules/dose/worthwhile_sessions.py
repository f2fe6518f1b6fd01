"""A session lasts long enough to count."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class WorthwhileSessions(Rule[Decisions, Plan]):
    """Twenty minutes are the least that a guide calls effective."""

    sentence = "A session lasts at least {minutes} minutes."
    guidance = ("DOS-07", "DOS-08", "DOS-10", "CON-15", "CON-16")

    minutes: int = Field(ge=5, le=60, description="shortest session that counts")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            weeks = len(x.season.weeks_in(slot.block))
            short = slot.used - slot.longer(self.minutes - 1)
            on.at_most(short, 0, at=f"block {slot.block.number} {slot.letter}", times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                if session.minutes < self.minutes:
                    yield self.missed(f"block {block.number} {slot}", len(plan.season.weeks_in(block)))
