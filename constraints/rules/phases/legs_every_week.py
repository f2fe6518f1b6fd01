"""Also a week that is not as usual holds a session for the legs."""

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


class LegsEveryWeek(PlanRule):
    """Of several sessions the one with leg work is the last to fall out: legs are what a runner trains for."""

    sentence = (
        "A week of seven days that is no full week, because of days away, less time, a race or other running, holds a "
        "session with leg work all the same (phases: {phases})."
    )
    guidance = ("SCH-33", "PHA-04", "CON-16")

    phases: tuple[Phase, ...] = Field(description="phases in which it is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if len(week.days) == 7 and not week.full and week.phase in self.phases:
                legs = sum(x.on(day.date, "legs") for day in week.days)
                on.at_least(legs, 1, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            asked = len(week.days) == 7 and week.block.phase in self.phases and not week.full
            if asked and not any(session.legs for session in plan.in_week(week)):
                yield self.missed(InWeek(week.number))
