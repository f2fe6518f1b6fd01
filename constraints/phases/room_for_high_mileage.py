"""High-mileage weeks carry less strength."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from pydantic import Field

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class RoomForHighMileage(Rule[Decisions, Plan]):
    """When running peaks, strength steps back for a week instead of competing with it."""

    sentence = "At most {most} sessions in a week that runs over {over_percent} % of the median week's minutes."
    guidance = ("SCH-38", "PHA-25", "PHA-29", "PRG-28", "CON-08")

    most: int = Field(ge=0, le=3, description="sessions in such a week")
    over_percent: int = Field(ge=100, le=300, description="of the season's median week, in running minutes")

    def post(self, on: Scope, x: Decisions, /) -> None:
        middle = median(week.run_minutes for week in x.season.weeks)
        for week in x.weeks:
            if 100 * week.run_minutes > self.over_percent * middle:
                on.at_most(x.sessions(week), self.most, at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        minutes = {week.number: sum(run.minutes for day in week.days for run in day.runs) for week in plan.season.weeks}
        middle = median(minutes.values())
        for week in plan.season.weeks:
            over = len(plan.in_week(week)) - self.most
            if 100 * minutes[week.number] > self.over_percent * middle and over > 0:
                yield self.missed(f"week {week.number}", over)
