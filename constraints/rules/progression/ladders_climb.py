"""No exercise steps back to an easier rung of its ladder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import catalogue
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class LaddersClimb(PlanRule):
    """A change of exercise should raise the demand; a rung below, however far below, lowers it."""

    sentence = (
        "No exercise is a rung below one that an earlier block held; each week of its block is missed (phases: "
        "{phases})."
    )
    guidance = ("PRG-38", "PRG-10", "PRG-06")

    phases: tuple[Phase, ...] = Field(description="phases without a step back")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            weeks = len(x.season.weeks_in(slot.block))
            for option in slot.options if slot.block.phase in self.phases else ():
                if above := _above(option.exercise.id):
                    done = x.held_before(slot.block, above)
                    on.at_most(slot.holds(option) + done, 1, at=slot.where(option), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        below: set[str] = set()
        for block in plan.season.blocks:
            weeks = sum(week.block == block for week in plan.season.weeks)
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    if item.exercise in below:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style), weeks)
            reached = {item.exercise for item in plan.items(block)}
            while reached:
                reached |= {variant for name in reached for variant in catalogue()[name].variants}
                easier = {rung for name in reached for rung in catalogue()[name].easier} - below
                below |= easier.union(*(catalogue()[rung].variants for rung in easier))
                reached = easier


@cache
def _above(exercise: str) -> frozenset[str]:
    """What stands above an exercise, over any number of rungs; variants share a rung."""
    level = [exercise, *catalogue()[exercise].variants]
    higher = [rung for name in level for rung in catalogue()[name].harder]
    return frozenset(higher).union(*(catalogue()[rung].variants for rung in higher), *map(_above, higher))
