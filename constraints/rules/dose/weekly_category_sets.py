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
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class WeeklyCategorySets(PlanRule):
    """Tendons and muscles adapt to a load that comes every week, not to a single session."""

    sentence = "At least these sets in each full week: {least}."
    guidance = ("DOS-20", "PHA-02", "PHA-21", "STR-27", "CON-20")

    least: dict[Phase, dict[Category, int]] = Field(description="sets in a full week, by phase and category")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for category, least in self.least[block.phase].items():
                sets = x.weekly(block, lambda slot: slot.category_sets(category))
                on.at_least_each(sets, least, at=lambda week: InWeek(week.number, of=category))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            done = Counter[Category]()
            for session in plan.credited(week):
                for item in session.main:
                    done[item.entry.category] += item.dose.sets if item.entry.counts else 0
            for category, least in self.least[week.phase].items() if week.full else ():
                if least > done[category]:
                    yield self.missed(InWeek(week.number, of=category), least - done[category])
