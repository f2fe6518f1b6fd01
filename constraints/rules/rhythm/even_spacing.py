"""Sessions are spread over the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class EvenSpacing(PlanRule):
    """Two sessions three days apart train more than the same two on consecutive days."""

    sentence = "Sessions stand at least {days} days apart; each day less is missed."
    guidance = ("SCH-31", "SCH-25", "SCH-48")

    days: int = Field(ge=1, le=4, description="from one session to the next")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            for gap in range(1, self.days):
                earlier = day.date - timedelta(days=gap)
                on.at_most(x.on(earlier) + x.on(day.date), 1, at=OnDate(earlier), times=self.days - gap)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for one, other in combinations(plan.sessions, 2):
            apart = abs((one.date - other.date).days)
            if 0 < apart < self.days:
                yield self.missed(OnDate(min(one.date, other.date)), self.days - apart)
