"""No calf raise is easier than one that the runner already does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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


class CalfRaisesClimb(PlanRule):
    """Calves adapt to load alone: a raise on two feet no longer trains one who raises the body on one."""

    sentence = (
        "No calf raise is easier than one that an earlier block held, if its place allows the harder one "
        "(phases: {phases})."
    )
    guidance = ("PRG-23", "PRG-38", "DOS-46")

    phases: tuple[Phase, ...] = Field(description="phases without a step back")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            raises = [option for option in slot.options if option.style in ("calf", "soleus")]
            for option in raises if slot.block.phase in self.phases else ():
                for place in slot.places:
                    there = x.season.profile.place_named(place).items
                    if above := [name for name in _above(option.exercise.id) if catalogue()[name].doable_with(there)]:
                        done = x.held_before(slot.block, above)
                        on.at_most(slot.holds(option) + slot.is_at(place) + done, 2, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        before: set[str] = set()
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                kit = plan.season.profile.place_named(session.place).items
                for item in session.main:
                    raised = item.entry.pattern == "plantarflexion" and item.entry.kind != "isometric"
                    if raised and not before.isdisjoint(_climbed(item.exercise, kit)):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
            before |= {item.exercise for item in plan.items(block)}


@cache
def _above(exercise: str) -> frozenset[str]:
    """The raises above a raise, over any number of rungs."""
    rungs = [name for name in catalogue()[exercise].harder if catalogue()[name].hold_s is None]
    return frozenset(rungs).union(*map(_above, rungs))


def _climbed(exercise: str, kit: Collection[str]) -> set[str]:
    climbed: set[str] = set()
    reached = {exercise}
    while reached:
        reached = {up for name in reached for up in catalogue()[name].harder if catalogue()[up].kind != "isometric"}
        climbed |= reached
    return {up for up in climbed if any(set(need) <= set(kit) for need in catalogue()[up].needs or ((),))}
