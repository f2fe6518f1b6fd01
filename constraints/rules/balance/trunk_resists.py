"""The trunk is trained to resist movement."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Pattern
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class TrunkResists(PlanRule):
    """A runner's trunk has to prevent rotation, tilting and sagging, not to produce them."""

    sentence = "Each full week holds core work against {patterns} (phases: {phases})."
    guidance = ("STR-22", "DOS-16", "CON-22", "CON-23")

    patterns: dict[str, tuple[Pattern, ...]] = Field(
        description="what the trunk resists, and the core work that does it"
    )
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for name, work in self.patterns.items() if block.phase in self.phases else ():
                held = x.weekly_count(block, lambda option: option.exercise.pattern in work)
                on.at_least_each(held, 1, at=lambda week: InWeek(week.number, of=name))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            done = {item.entry.pattern for session in plan.credited(week) for item in session.main}
            for name, work in self.patterns.items():
                if week.full and week.phase in self.phases and done.isdisjoint(work):
                    yield self.missed(InWeek(week.number, of=name))
