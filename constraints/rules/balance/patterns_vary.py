"""A session has few exercises of one pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import catalogue
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope

OF_THE_TRUNK = ("rotation", "trunk_flexion", "carry")
"""Patterns of core work besides those that resist."""


class PatternsVary(PlanRule):
    """The third exercise of one pattern adds fatigue, not strength."""

    sentence = "A session holds at most {most} exercises of one movement pattern, of one kind of core work {core}."
    guidance = ("STR-58", "PRG-37")

    most: int = Field(ge=1, le=4, description="exercises of one pattern")
    core: int = Field(ge=1, le=4, description="exercises of one pattern of core work")

    def post(self, on: Scope, x: Decisions, /) -> None:
        trunk = {exercise.pattern for exercise in catalogue().values() if exercise.category == "core"}
        for slot in x.all_slots():
            for pattern in dict.fromkeys(option.exercise.pattern for option in slot.options):
                held = slot.count(lambda option: option.exercise.pattern == pattern)
                most = self.core if pattern in trunk else self.most
                on.at_most(held, most, at=slot.where(of=pattern))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for pattern, held in Counter(item.entry.pattern for item in session.main).items():
                    most = self.core if pattern.startswith("anti_") or pattern in OF_THE_TRUNK else self.most
                    if held > most:
                        yield self.missed(InBlock(block.number, slot, of=pattern), held - most)
