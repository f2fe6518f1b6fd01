"""High-mileage weeks have fewer strength sessions."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class RoomForHighMileage(PlanRule):
    """When running is highest, strength work competes with it for recovery."""

    sentence = "At most {most} sessions in a week that runs high."
    guidance = ("SCH-38", "PHA-25", "PHA-29", "PRG-28", "PRG-30", "CON-08")

    most: int = Field(ge=0, le=3, description="sessions in such a week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if week.running == "high":
                on.at_most(x.sessions(week), self.most, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for number, running in plan.season.running.items():
            over = sum(plan.season.week_at(session.date).number == number for session in plan.sessions) - self.most
            if running == "high" and over > 0:
                yield self.missed(InWeek(number), over)
