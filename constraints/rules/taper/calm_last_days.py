"""The last days before a race are calm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class CalmLastDays(PlanRule):
    """A little mobility keeps the legs ready; more is still felt at the start."""

    sentence = "In the last {days} days before an A or B race, at most {minutes} minutes of mobility or activation."
    guidance = ("TAP-04", "TAP-07", "TAP-12", "CON-04")

    days: int = Field(ge=1, le=5, description="days before the race")
    minutes: int = Field(ge=0, le=20, description="longest session")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            races = (x.season.days.get(day.date + timedelta(days=gap)) for gap in range(1, self.days + 1))
            if any(later is not None and later.race and later.race.priority != "C" for later in races):
                on.at_most(x.longer_on(day.date, self.minutes), 0, at=OnDate(day.date))
                on.at_most(x.on(day.date, "work"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        races = [race.date for race in plan.season.profile.races if race.priority in ("A", "B")]
        for session in plan.sessions:
            if any(1 <= (race - session.date).days <= self.days for race in races):
                work = any(item.entry.kind not in ("mobility", "activation") for item in session.main)
                if work or session.most_min > self.minutes:
                    yield self.missed(OnDate(session.date), work + (session.most_min > self.minutes))
