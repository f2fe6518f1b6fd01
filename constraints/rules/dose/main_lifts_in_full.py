"""Main lifts get all their sets."""

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


class MainLiftsInFull(PlanRule):
    """Where time is short, small exercises lose sets before the main lifts do."""

    sentence = "Main lifts are done for this many sets: {sets}."
    guidance = ("DOS-20", "DOS-38", "RUL-09", "PHA-04")

    sets: dict[Phase, int] = Field(description="sets of a heavy main lift, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option in slot.options:
                if option.style == "heavy":
                    short = self.sets[slot.block.phase] * slot.holds(option) - slot.sets_of(option)
                    on.at_most(short, 0, at=slot.where(exercise=option.exercise.id))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    short = self.sets[block.phase] - item.dose.sets
                    if item.style == "heavy" and short > 0:
                        yield self.missed(InBlock(block.number, slot, item.exercise), short)
