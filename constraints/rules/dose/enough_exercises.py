"""A session has enough exercises."""

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


class EnoughExercises(PlanRule):
    """Fewer exercises than this leave categories out or repeat one joint. A circuit has no time for so many."""

    sentence = "A session that is no circuit holds at least {least} exercises."
    guidance = ("DOS-14", "CON-17")

    least: dict[Phase, int] = Field(description="exercises in a session, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            least, weeks = self.least[slot.block.phase], len(x.season.weeks_in(slot.block))
            short = least * (slot.used - slot.circuit) - slot.count()
            on.at_most(short, 0, at=slot.where(), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                short = self.least[block.phase] - len(session.main)
                if short > 0 and not session.circuit:
                    yield self.missed(InBlock(block.number, slot), short * len(plan.season.weeks_in(block)))
