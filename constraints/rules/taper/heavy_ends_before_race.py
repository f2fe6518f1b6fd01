"""Heavy work ends days before a race."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.profile import Race
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class HeavyEndsBeforeRace(PlanRule):
    """The runner must have recovered from the last heavy session by the start; longer races need more days."""

    sentence = (
        "The last heavy leg work is {a_days} days before an A race (days by kilometres raced over) and {b_days} "
        "before a B race."
    )
    guidance = ("TAP-01", "TAP-02", "TAP-03", "TAP-04", "TAP-14")

    a_days: dict[int, int] = Field(description="days before an A race longer than so many kilometres")
    b_days: int = Field(ge=0, le=14, description="days before a B race, whatever its length")

    def post(self, on: Scope, x: Decisions, /) -> None:
        dates = {day.date for day in x.days}
        barred = set()
        for race in x.season.profile.races:
            if race.priority != "C":
                longest = max(km for km in self.a_days if race.length_km > km)
                days = self.a_days[longest] if race.priority == "A" else self.b_days
                barred |= {race.date - timedelta(days=gap) for gap in range(1, days)}
        for date in sorted(barred & dates):
            on.at_most(x.on(date, "heavy_legs"), 0, at=OnDate(date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        def cutoff(race: Race) -> int:
            if race.priority == "A":
                return next(days for km, days in sorted(self.a_days.items(), reverse=True) if race.length_km > km)
            return self.b_days if race.priority == "B" else 0

        for session in plan.sessions:
            gaps = [((race.date - session.date).days, cutoff(race)) for race in plan.season.profile.races]
            if session.heavy_legs and any(0 < gap < days for gap, days in gaps):
                yield self.missed(OnDate(session.date))
