"""Each category has a priority exercise."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Category
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class PriorityExercises(PlanRule):
    """Some exercises help a runner more than similar ones; one of them a week per category is enough."""

    sentence = "Each block of {phases} holds a priority exercise of each of {categories}."
    guidance = ("STR-54", "DOS-18")

    categories: tuple[Category, ...] = Field(description="categories with priority exercises")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for category in self.categories if block.phase in self.phases else ():
                held = x.count(
                    block,
                    lambda option: option.exercise.priority and option.exercise.category == category,
                )
                on.at_least(held, 1, at=InBlock(block.number, of=category))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            led = {item.entry.category for item in plan.items(block) if item.entry.priority}
            for category in self.categories:
                if block.phase in self.phases and category not in led:
                    yield self.missed(InBlock(block.number, of=category))
