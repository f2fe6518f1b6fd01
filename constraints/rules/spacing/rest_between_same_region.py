"""A region rests between its sessions."""

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


class RestBetweenSameRegion(PlanRule):
    """Muscle is built between sessions; the same region needs a day between two of them."""

    sentence = "Sessions for the same region (legs, upper body) stand at least {days} days apart."
    guidance = ("SCH-31", "SCH-25", "REC-18")

    days: int = Field(ge=1, le=4, description="from one session to the next; 2 leaves one day between")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            for gap in range(1, self.days):
                for region in ("legs", "upper"):
                    earlier = day.date - timedelta(days=gap)
                    on.at_most(x.on(earlier, region) + x.on(day.date, region), 1, at=OnDate(earlier, region))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        legs = [session.date for session in plan.sessions if session.legs]
        upper = [session.date for session in plan.sessions if session.upper]
        for region, dates in (("legs", legs), ("upper", upper)):
            for one, other in combinations(dates, 2):
                if 0 < abs((other - one).days) < self.days:
                    yield self.missed(OnDate(min(one, other), region))
