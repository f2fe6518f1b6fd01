"""The days after a race are for recovery."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.profile import Priority, Race
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class RecoveryAfterRace(PlanRule):
    """Soreness lasts days and tissue repair weeks; light holds and mobility help, intensity does not."""

    sentence = (
        "No session for {free_days} day(s) after a race, no leg work for {legs_days}, and nothing heavy or jumping "
        "until recovery ends (days by kilometres raced over: {days}; a B race gets one part in {b_share}, {b_days} at "
        "least; a C race {c_days} without heavy legs)."
    )
    guidance = ("TAP-16", "TAP-17", "TAP-20", "CON-36")

    days: dict[int, int] = Field(description="days of recovery after an A race longer than so many kilometres")
    b_share: int = Field(ge=1, le=4, description="a B race gets one part in this many")
    b_days: int = Field(ge=0, le=7, description="fewest days of recovery after a B race")
    c_days: int = Field(ge=0, le=7, description="days without heavy legs after a C race")
    free_days: dict[Priority, int] = Field(description="days without any session, by the race's priority")
    legs_days: dict[Priority, int] = Field(description="days without leg work, by the race's priority")

    def recovery_days(self, race: Race, /) -> int:
        full = self.days[max(km for km in self.days if race.length_km > km)]
        return {"A": full, "B": max(full // self.b_share, self.b_days), "C": 0}[race.priority]

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            since = [(race, (day.date - race.date).days) for race in x.season.profile.races]
            if any(
                0 < gap <= max(self.recovery_days(race), self.c_days * (race.priority == "C")) for race, gap in since
            ):
                on.at_most(x.on(day.date, "heavy_legs"), 0, at=OnDate(day.date))
            if any(0 < gap <= self.recovery_days(race) for race, gap in since):
                on.at_most(x.on(day.date, "impact"), 0, at=OnDate(day.date))
            if any(0 < gap <= self.free_days[race.priority] for race, gap in since):
                on.at_most(x.on(day.date), 0, at=OnDate(day.date))
            if any(0 < gap <= self.legs_days[race.priority] for race, gap in since):
                on.at_most(x.on(day.date, "legs"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            heavy = impact = legs = early = False
            for race in plan.season.profile.races:
                gap = (session.date - race.date).days
                by_km = [days for km, days in sorted(self.days.items()) if race.length_km > km][-1]
                rest = by_km if race.priority == "A" else max(by_km // self.b_share, self.b_days)
                repairing = race.priority != "C" and 1 <= gap <= rest
                heavy |= session.heavy_legs and (repairing or (race.priority == "C" and 1 <= gap <= self.c_days))
                impact |= repairing and any(item.entry.impact == "high" for item in session.main)
                legs |= session.legs and 1 <= gap <= self.legs_days[race.priority]
                early |= 1 <= gap <= self.free_days[race.priority]
            if heavy or impact or legs or early:
                yield self.missed(OnDate(session.date), heavy + impact + legs + early)
