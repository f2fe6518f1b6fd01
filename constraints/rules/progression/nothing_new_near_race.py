"""Nothing is new near the race."""

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


class NothingNewNearRace(PlanRule):
    """A new exercise causes soreness, and the last weeks before a race leave no time to recover from it."""

    sentence = "Leg work, a jump, a compound lift or a carry is one that an earlier block held (phases: {phases})."
    guidance = ("PRG-26", "PHA-15", "CON-67", "CON-69")

    phases: tuple[Phase, ...] = Field(description="phases in which these exercises are not new")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            late = slot.block.phase in self.phases and slot.block.number > 1
            for option in slot.options if late else ():
                if option.legs or option.exercise.kind in ("plyometric", "compound", "carry"):
                    known = x.held_before(slot.block, (option.exercise.id,))
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        first, *later = plan.season.blocks
        known = {item.exercise for item in plan.items(first)}
        for block in later:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    tiring = item.entry.leg_work or item.entry.kind in ("plyometric", "compound", "carry")
                    if tiring and item.exercise not in known:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
            known |= {item.exercise for item in plan.items(block)}
