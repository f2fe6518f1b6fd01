"""The trunk is trained to resist movement."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Pattern
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class TrunkResists(PlanRule):
    """A runner's trunk has to prevent rotation and sagging, not to produce them."""

    sentence = "Each full week holds core work against {patterns} (phases: {phases})."
    guidance = ("STR-22", "DOS-16", "CON-22", "CON-23")

    patterns: tuple[Pattern, ...] = Field(description="kinds of core work that every week holds")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for pattern in self.patterns if block.phase in self.phases else ():
                held = x.count(block, lambda option: option.exercise.pattern == pattern)
                on.at_least(held, 1, at=InBlock(block.number, of=pattern), times=len(x.season.weeks_in(block)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            done = {item.entry.pattern for item in plan.items(block)}
            for pattern in self.patterns:
                if block.phase in self.phases and pattern not in done:
                    yield self.missed(InBlock(block.number, of=pattern), len(plan.season.weeks_in(block)))
