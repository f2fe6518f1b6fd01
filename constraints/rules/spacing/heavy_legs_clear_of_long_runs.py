"""Heavy leg work is well before long runs and races."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan, Session
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class HeavyLegsClearOfLongRuns(PlanRule):
    """The muscle damage of heavy lifting needs two full days to settle before a long run."""

    sentence = (
        "Heavy leg work starts at least {clear_hours} hours before a long run, an A or a B race (mornings count "
        "as {am_hour}:00, evenings as {pm_hour}:00)."
    )
    guidance = ("SCH-04",)

    clear_hours: int = Field(ge=24, le=96, description="from the start of the session to the start of the run")
    am_hour: int = Field(ge=0, le=23, description="when a morning starts")
    pm_hour: int = Field(ge=0, le=23, description="when an evening starts")

    def post(self, on: Scope, x: Decisions, /) -> None:
        hour = {"am": self.am_hour, "pm": self.pm_hour, None: self.am_hour}
        for day in x.days:
            for gap in range(self.clear_hours // 24 + 2):
                later = x.season.around.get(day.date + timedelta(days=gap))
                if later is None:
                    continue
                starts = [hour[run.half] for run in later.runs if run.long]
                starts += [self.am_hour] if later.race and later.race.priority != "C" else []
                if any(0 < 24 * gap + start - hour[day.lift_half] < self.clear_hours for start in starts):
                    on.at_most(x.on(day.date, "heavy_legs"), 0, at=OnDate(day.date))
                    break

    def _at(self, date: dt.date, half: str | None) -> dt.datetime:
        return dt.datetime.combine(date, dt.time(self.pm_hour if half == "pm" else self.am_hour))

    def _too_near(self, plan: Plan, lift: dt.datetime) -> bool:
        ahead = [lift.date() + dt.timedelta(days=gap) for gap in range(self.clear_hours // 24 + 2)]
        days = [plan.season.around[date] for date in ahead if date in plan.season.around]
        starts = [self._at(day.date, run.half) for day in days for run in day.runs if run.long]
        starts += [self._at(race.date, "am") for race in plan.season.profile.races if race.priority in ("A", "B")]
        return any(0 < (start - lift) / dt.timedelta(hours=1) < self.clear_hours for start in starts)

    def morning_only(self, session: Session, plan: Plan, /) -> bool:
        day = plan.season.days[session.date]
        free = day.half is None and day.lift_half == "am"
        return free and session.heavy_legs and self._too_near(plan, self._at(session.date, "pm"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            lift = self._at(session.date, plan.season.days[session.date].lift_half)
            if session.heavy_legs and self._too_near(plan, lift):
                yield self.missed(OnDate(session.date))
