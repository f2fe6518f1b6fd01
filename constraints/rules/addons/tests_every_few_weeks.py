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

    sentence = (
        "Week {first} and every {weeks} weeks after it hold a test, where the profile asks for them and names no "
        "current injury (phases: {phases})."
    )
    guidance = ("REC-13", "PRG-17")

    first: int = Field(ge=1, le=12, description="week of the season with the first test")
    weeks: int = Field(ge=2, le=12, description="from one test to the next")
    phases: tuple[Phase, ...] = Field(description="phases in which tests are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        profile = x.season.profile
        for week in x.weeks if profile.addons.tests and not profile.injuries.current else ():
            due = week.number >= self.first and (week.number - self.first) % self.weeks == 0
            if due and week.phase in self.phases:
                held = x.addons_in(week, "test")
                on.at_least(held, 1, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        asked = plan.season.profile.addons.tests and plan.season.profile.injuries.current == ()
        for week in plan.season.weeks[self.first - 1 :: self.weeks] if asked else ():
            tested = any(plan.addon_on(day.date, "test") for day in week.days)
            if week.block.phase in self.phases and not tested:
                yield self.missed(InWeek(week.number))
