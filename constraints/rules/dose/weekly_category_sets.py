"""Each category gets its weekly sets."""

from __future__ import annotations

from collections import Counter
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


class WeeklyCategorySets(PlanRule):
    """Tendons and muscles adapt to a load that comes every week, not to a single session."""

    sentence = "At least these sets a week: {least}."
    guidance = ("DOS-20", "PHA-02", "PHA-21", "STR-27", "CON-20")

    least: dict[Phase, dict[Category, int]] = Field(description="sets in a full week, by phase and category")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for category, least in self.least[block.phase].items():
                sets = x.category_sets(block, category)
                on.at_least(sets, least, at=InBlock(block.number, of=category), times=len(x.season.weeks_in(block)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            done = Counter[Category]()
            for item in plan.items(block):
                done[item.entry.category] += item.dose.sets if item.entry.counts else 0
            for category, least in self.least[block.phase].items():
                short = least - done[category]
                if short > 0:
                    yield self.missed(InBlock(block.number, of=category), short * len(plan.season.weeks_in(block)))
