"""Every week has a chill day."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class ChillDayEveryWeek(PlanRule):
    """The body adapts while it rests; one day a week without tempo, long run or lifting lets it."""

    sentence = (
        "Each full week keeps {days} day(s) free of hard run, long run and strength, and of prehab, tests and "
        "ten-minute sessions, as far as the running plan leaves one."
    )
    guidance = ("SCH-23", "SCH-26", "SCH-27", "CON-07", "CON-45", "RUL-06")

    days: int = Field(ge=1, le=3, description="chill days a week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if len(week.days) < 7:
                continue
            quiet = [day.date for day in week.days if not day.key]
            spare = max(0, len(quiet) - self.days)
            on.at_most(x.taken(quiet, "prehab", "test", "micro"), spare, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            if len(week.days) == 7:
                quiet = {day.date for day in week.days if not (day.hard or day.long)}
                busy = {session.date for session in plan.in_week(week)}
                busy |= {addon.date for addon in plan.addons if addon.kind in ("prehab", "test", "micro")}
                missing = min(self.days, len(quiet)) - len(quiet - busy)
                if missing > 0:
                    yield self.missed(InWeek(week.number), missing)
