"""The sessions of a week differ in their small exercises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class SessionsDiffer(PlanRule):
    """Main lifts gain from being done twice a week; different small exercises train more of the body."""

    sentence = "An exercise other than a heavy lift stands in one session of a week (phases: {phases})."
    guidance = ("PRG-04", "PRG-37", "CON-32")

    phases: tuple[Phase, ...] = Field(description="phases in which sessions are asked to differ")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            small = [
                option
                for slot in x.slots[block][:1]
                for option in slot.options
                if option.role != "heavy_compound" and block.phase in self.phases
            ]
            for exercise in dict.fromkeys(option.exercise.id for option in small):
                held = x.count(block, lambda option: option.exercise.id == exercise and option.role != "heavy_compound")
                on.at_most(held, 1, at=InBlock(block.number, exercise=exercise))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            held = Counter(item.exercise for item in plan.items(block) if item.role != "heavy_compound")
            for exercise, times in held.items() if block.phase in self.phases else ():
                if times > 1:
                    yield self.missed(InBlock(block.number, exercise=exercise), times - 1)
