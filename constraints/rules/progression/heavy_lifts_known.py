"""Heavy lifts of the race phase were heavy before."""

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


class HeavyLiftsKnown(PlanRule):
    """A new lift or a new load causes soreness, and the weeks before a race leave no time to recover from it."""

    sentence = "A heavy lift is one that was heavy in an earlier block (phases: {phases})."
    guidance = ("CON-67", "PRG-26", "PHA-15")

    phases: tuple[Phase, ...] = Field(description="phases in which no heavy lift is new")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option in slot.options if slot.block.phase in self.phases else ():
                if option.style == "heavy":
                    known = x.held_before(slot.block, (option.exercise.id,), "heavy")
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(exercise=option.exercise.id))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        known: set[str] = set()
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    if item.style == "heavy" and item.exercise not in known:
                        yield self.missed(InBlock(block.number, slot, item.exercise))
            known |= {item.exercise for item in plan.items(block) if item.style == "heavy"}
