"""Each session holds a compound lift, with which it opens."""

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


class SessionsHoldALift(PlanRule):
    """Calf raises and holds alone make no strength session; where legs must rest, a push or a pull opens it."""

    sentence = "A session holds a compound lift, of the legs or the upper body (phases: {phases})."
    guidance = ("STR-04", "DOS-18", "CON-26")

    phases: tuple[Phase, ...] = Field(description="phases in which it is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                on.at_most(slot.used - slot.has("lift"), 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                if not any(item.entry.kind == "compound" and item.style != "power" for item in session.main):
                    yield self.missed(InBlock(block.number, slot))
