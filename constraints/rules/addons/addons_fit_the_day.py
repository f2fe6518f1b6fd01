"""Add-ons fit into the day's free minutes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import AddonKind, Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class AddonsFitTheDay(PlanRule):
    """Runners skip what their day has no time for."""

    sentence = "An add-on lasts no longer than the free minutes of its day, by kind: {minutes}."
    guidance = ("DOS-12", "DOS-74", "SCH-44")

    minutes: dict[AddonKind, int] = Field(description="minutes that the day must have; a kind left out needs none")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            for kind, minutes in self.minutes.items():
                if day.minutes < minutes:
                    on.at_most(x.addon_on(day.date, kind), 0, at=OnDate(day.date, kind))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for addon in plan.addons:
            free = plan.season.profile.strength.at(addon.date).minutes
            if free < self.minutes.get(addon.kind, 0):
                yield self.missed(OnDate(addon.date, addon.kind))
