"""Tests measure progress every few weeks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class TestsEveryFewWeeks(PlanRule):
    """Strength changes over weeks; the results of daily tests differ mostly by chance."""

    sentence = "Of every {weeks} weeks the first holds a test, where the profile asks for them (phases: {phases})."
    guidance = ("REC-13", "PRG-17")

    weeks: int = Field(ge=2, le=12, description="from one test to the next")
    phases: tuple[Phase, ...] = Field(description="phases in which tests are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.tests else ():
            if week.number % self.weeks == 1 % self.weeks and week.phase in self.phases:
                held = x.addons_in(week, "test")
                on.at_least(held, 1, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks[:: self.weeks] if plan.season.profile.addons.tests else ():
            tested = any(plan.addon_on(day.date, "test") for day in week.days)
            if week.block.phase in self.phases and not tested:
                yield self.missed(InWeek(week.number))
