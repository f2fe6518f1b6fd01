"""Sessions end in time."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class SessionsEndInTime(PlanRule):
    """Longer sessions tire the runner for the next run; close to a race twenty minutes are enough."""

    sentence = "A session lasts at most so many minutes: {most}."
    guidance = ("DOS-01", "DOS-03", "DOS-06", "CON-15")

    most: dict[Phase, int] = Field(description="minutes, warm-up and cooldown included, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            for day in week.days:
                on.at_most(x.longer_on(day.date, self.most[week.phase]), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            if session.most_min > self.most[plan.season.week_at(session.date).phase]:
                yield self.missed(OnDate(session.date))
