"""No category gets too many sets."""

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


class CategorySetsAtMost(PlanRule):
    """Above a certain volume more sets add soreness, which impairs the running."""

    sentence = "At most these sets a week: {most}."
    guidance = ("DOS-77", "PHA-14", "PHA-15", "SCH-32")

    most: dict[Phase, dict[Category, int]] = Field(description="sets in a full week, by phase and category")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for category, most in self.most[block.phase].items():
                sets = x.category_sets(block, category)
                on.at_most(sets, most, at=InBlock(block.number, of=category), times=len(x.season.weeks_in(block)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            done = Counter[Category]()
            for item in plan.items(block):
                done[item.entry.category] += item.dose.sets if item.entry.counts else 0
            for category, most in self.most[block.phase].items():
                over = done[category] - most
                if over > 0:
                    yield self.missed(InBlock(block.number, of=category), over * len(plan.season.weeks_in(block)))
