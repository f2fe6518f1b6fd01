"""Power work stays low in volume."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class PowerAtMost(PlanRule):
    """Power work trains only while each contact is fast; a third exercise is done tired."""

    sentence = "A session holds at most {most} power exercises."
    guidance = ("DOS-43", "CON-27", "STR-03")

    most: int = Field(ge=0, le=4, description="power exercises in a session")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            held = slot.count(lambda option: option.style == "power")
            on.at_most(held, self.most, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                over = sum(item.style == "power" for item in session.main) - self.most
                if over > 0:
                    yield self.missed(InBlock(block.number, slot), over)
