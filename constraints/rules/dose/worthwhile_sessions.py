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
    """Twenty minutes are the least that a guide calls effective.

    On a shorter day the time suffices for a circuit of a few exercises, as in the guides' ten-minute sessions.
    """

    sentence = (
        "A session lasts at least {minutes} minutes, counted with the usual warm-up, or is a circuit with an exercise "
        "for the legs."
    )
    guidance = ("DOS-07", "DOS-08", "DOS-10", "CON-15", "CON-16", "SCH-20", "DOS-05")

    minutes: int = Field(ge=5, le=60, description="shortest session that counts, with the usual warm-up and cooldown")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            weeks = len(x.season.weeks_in(slot.block))
            short = slot.used - slot.longer(self.minutes - 1) - slot.circuit
            on.at_most(short, 0, at=slot.where(), times=weeks)
            on.at_most(slot.circuit - slot.has("legs"), 0, at=slot.where(of="legs"), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            weeks = len(plan.season.weeks_in(block))
            for slot, session in plan.slots(block).items():
                if not session.circuit and session.usual_min < self.minutes:
                    yield self.missed(InBlock(block.number, slot), weeks)
                if session.circuit and not session.legs:
                    yield self.missed(InBlock(block.number, slot, of="legs"), weeks)
