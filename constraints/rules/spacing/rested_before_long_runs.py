"""No strength session comes before a long run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class RestedBeforeLongRuns(DayRule):
    """The long run is the week's most important one for distance runners; whatever was trained the day before shows."""

    sentence = "No strength session within {days} day(s) before a long run, nor ahead of it on its own day."
    guidance = ("RUL-16", "SCH-01", "SCH-02", "CON-02")

    days: int = Field(ge=1, le=3, description="days kept free before the long run")

    def bars(self, day: Day, season: Season, /) -> bool:
        ahead = (season.around.get(day.date + dt.timedelta(days=gap)) for gap in range(1, self.days + 1))
        return any(run.long for run in day.runs_after) or any(later is not None and later.long for later in ahead)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        long_runs = [(date, run.half) for date, day in plan.season.around.items() for run in day.runs if run.long]
        for session in plan.sessions:
            morning = plan.season.days[session.date].lift_half == "am"
            gaps = [((date - session.date).days, half) for date, half in long_runs]
            if any(1 <= gap <= self.days or (gap == 0 and half == "pm" and morning) for gap, half in gaps):
                yield self.missed(OnDate(session.date))
