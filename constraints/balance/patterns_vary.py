"""A session does not repeat itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class PatternsVary(Rule[Decisions, Plan]):
    """The third exercise of one pattern adds fatigue, not strength."""

    sentence = "A session holds at most {most} exercises of one movement pattern."
    guidance = ("STR-58", "PRG-37")

    most: int = Field(ge=1, le=4, description="exercises of one pattern")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for pattern in dict.fromkeys(option.exercise.pattern for option in slot.options):
                held = slot.count(lambda option: option.exercise.pattern == pattern)
                on.at_most(held, self.most, at=f"block {slot.block.number} {slot.letter} {pattern}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for pattern, held in Counter(item.entry.pattern for item in session.main).items():
                    if held > self.most:
                        yield self.missed(f"block {block.number} {slot} {pattern}", held - self.most)
