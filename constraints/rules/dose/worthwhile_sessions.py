"""A session is long enough to have an effect."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class WorthwhileSessions(PlanRule):
    """Twenty minutes are the least that a guide calls effective."""

    sentence = "A session lasts at least {minutes} minutes."
    guidance = ("DOS-07", "DOS-08", "DOS-10", "CON-15", "CON-16")

    minutes: int = Field(ge=5, le=60, description="shortest session that counts")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            weeks = len(x.season.weeks_in(slot.block))
            short = slot.used - slot.longer(self.minutes - 1)
            on.at_most(short, 0, at=slot.where(), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                if session.minutes < self.minutes:
                    yield self.missed(InBlock(block.number, slot), len(plan.season.weeks_in(block)))
