"""Exercises that can be loaded are loaded."""

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


class LoadWherePossible(PlanRule):
    """After the first weeks bodyweight alone no longer makes a leg stronger; a load does."""

    sentence = "After the introduction, an exercise that can be loaded where it is done is loaded (phases: {phases})."
    guidance = ("CON-14", "PRG-02", "PRG-14", "STR-55")

    phases: tuple[Phase, ...] = Field(description="phases in which load is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase not in self.phases or slot.block.stage == "introduction":
                continue
            for option in slot.options:
                for place in slot.places if option.style == "bodyweight" else ():
                    if set(option.exercise.loads) & x.season.profile.place_named(place).items:
                        on.at_most(
                            slot.holds(option) + slot.is_at(place), 1, at=slot.where(exercise=option.exercise.id)
                        )

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.stage == "main" else ():
                there = plan.season.profile.place_named(session.place).items
                for item in session.main:
                    unused = there.intersection(item.entry.loads) and item.style == "bodyweight"
                    if unused and block.phase in self.phases:
                        yield self.missed(InBlock(block.number, slot, item.exercise))
