"""Sessions end in time."""

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


class SessionsEndInTime(PlanRule):
    """Longer sessions tire the runner for the next run; close to a race twenty minutes are enough."""

    sentence = "A session lasts at most so many minutes: {most}."
    guidance = ("DOS-01", "DOS-03", "DOS-06", "CON-15")

    most: dict[Phase, int] = Field(description="minutes, warm-up and cooldown included, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            on.at_most(slot.longer(self.most[slot.block.phase]), 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                if session.most_min > self.most[block.phase]:
                    yield self.missed(InBlock(block.number, slot))
