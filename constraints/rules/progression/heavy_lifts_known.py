"""Heavy lifts of the race phase are old acquaintances."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class HeavyLiftsKnown(Rule[Decisions, Plan]):
    """A lift that is new, or new at its load, makes sore, and the weeks before a race have no room for that."""

    sentence = "A heavy lift is one that was heavy in an earlier block (phases: {phases})."
    guidance = ("CON-67", "PRG-26", "PHA-15")

    phases: tuple[Phase, ...] = Field(description="phases in which no heavy lift is new")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option, chosen in slot.chosen.items() if slot.block.phase in self.phases else ():
                if option.style == "heavy":
                    known = x.held_before(slot.block, (option.exercise.id,), "heavy")
                    at = f"block {slot.block.number} {slot.letter} {option.exercise.id}"
                    on.at_most(chosen - known, 0, at=at)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        known: set[str] = set()
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    if item.style == "heavy" and item.exercise not in known:
                        yield self.missed(f"block {block.number} {slot} {item.exercise}")
            known |= {item.exercise for item in plan.items(block) if item.style == "heavy"}
