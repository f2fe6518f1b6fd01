"""Among exercises that train the same, those are taken that are worth most to a runner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope

MOST: Final = 3
"""The worth of a first choice."""


class ExercisesWorthMost(PlanRule):
    """A hold for the grip and a row both count as upper-body work, but only one of them makes a runner stronger."""

    sentence = (
        "After the introduction a session holds first choices; each step of worth below them is missed ({phases})."
    )
    guidance = ("STR-54", "DOS-18")

    phases: tuple[Phase, ...] = Field(description="phases in which it counts")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for slot in x.slots[block] if block.stage == "main" and block.phase in self.phases else ():
                for steps in range(1, MOST + 1):
                    short = slot.count(lambda option: option.exercise.worth <= MOST - steps)
                    on.at_most(short, 0, at=slot.where(of=str(steps)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            asked = block.phase in self.phases and block.stage != "introduction"
            for slot, session in plan.slots(block).items() if asked else ():
                for steps in (1, 2, 3):
                    short = sum(item.entry.worth < 4 - steps for item in session.main)
                    if short:
                        yield self.missed(InBlock(block.number, slot, of=str(steps)), short)
