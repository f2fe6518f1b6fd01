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
        "From week {first} on, each week or one of the {weeks} weeks up to it holds a test, where the profile asks for "
        "tests and names no current injury (phases: {phases}); two tests stand {apart} weeks apart or more."
    )
    guidance = ("REC-13", "PRG-17")

    first: int = Field(ge=1, le=12, description="week of the season from which the first test is due")
    weeks: int = Field(ge=1, le=12, description="most weeks from one test to the next")
    apart: int = Field(ge=1, le=12, description="fewest weeks from one test to the next")
    phases: tuple[Phase, ...] = Field(description="phases in which tests are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        profile, weeks = x.season.profile, x.season.weeks
        for week in x.weeks if profile.addons.tests and not profile.injuries.current else ():
            held = [x.addons_in(one, "test") for one in weeks[self.first - 1 : week.number]]
            if held and week.phase in self.phases:
                on.at_least(sum(held[-self.weeks :]), 1, at=InWeek(week.number))
            on.at_most(sum(held[-self.apart :]), 1, at=InWeek(week.number, of="again"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        if not plan.season.profile.addons.tests or plan.season.profile.injuries.current:
            return
        tests = [plan.season.week_at(addon.date).number for addon in plan.addons if addon.kind == "test"]
        ago = [[week.number - test for test in tests if test >= self.first] for week in plan.season.weeks]
        for week, since in zip(plan.season.weeks, ago, strict=True):
            due = week.number >= self.first and week.phase in self.phases
            if due and not any(0 <= gap < self.weeks for gap in since):
                yield self.missed(InWeek(week.number))
            close = sum(0 <= gap < self.apart for gap in since)
            if close > 1:
                yield self.missed(InWeek(week.number, of="again"), close - 1)
