"""A heavy lift goes on in the next block, or gives way to a harder one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class MainLiftsStay(PlanRule):
    """Strength in a lift grows over months; a lift that is dropped after one block starts again from the bottom."""

    sentence = (
        "A heavy lift stays heavy in the next block of these phases, or the next rung of its ladder is heavy there "
        "(phases: {phases})."
    )
    guidance = ("CON-32", "PRG-16")

    phases: tuple[Phase, ...] = Field(description="phases in which the lifts of the block before go on")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for before, block in pairwise(block for block in x.season.blocks if block.phase in self.phases):
            for lift, held in x.held_in(before, "heavy").items() if block in x.blocks else ():
                goes_on = x.count(
                    block,
                    lambda option: option.style == "heavy" and lift in (option.exercise.id, *option.exercise.easier),
                )
                on.at_most(held - goes_on, 0, at=InBlock(block.number, exercise=lift))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for before, block in pairwise(block for block in plan.season.blocks if block.phase in self.phases):
            heavy = [item.entry for item in plan.items(block) if item.style == "heavy"]
            for lift in {item.exercise: item.entry for item in plan.items(before) if item.style == "heavy"}.values():
                goes_on = any(entry.id == lift.id or entry.id in lift.harder for entry in heavy)
                if not goes_on:
                    yield self.missed(InBlock(block.number, exercise=lift.id))
