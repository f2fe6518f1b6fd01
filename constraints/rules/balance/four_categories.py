"""All four categories are trained every week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Category
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class FourCategories(PlanRule):
    """Runners are injured most where nothing was trained: hips, back of the leg, trunk, calves."""

    sentence = "Each full week trains {categories} (phases: {phases})."
    guidance = ("STR-16", "PHA-02", "INJ-27")

    categories: tuple[Category, ...] = Field(description="categories that a full week trains")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for category in self.categories if block.phase in self.phases else ():
                held = x.weekly_count(
                    block, lambda option: option.exercise.category == category and option.exercise.counts
                )
                on.at_least_each(held, 1, at=lambda week: InWeek(week.number, of=category))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            items = [item.entry for session in plan.credited(week) for item in session.main]
            trained = {entry.category for entry in items if entry.counts}
            for category in self.categories:
                if week.full and week.phase in self.phases and category not in trained:
                    yield self.missed(InWeek(week.number, of=category))
