"""Race week has hardly any strength work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import AtRace, OnDate
from solver.rule import Violation
from solver.scope import Scope


class RaceWeekLight(PlanRule):
    """Work in race week comes too late to help the race and can still tire the runner."""

    sentence = (
        "In the {days} days before an A race: at most {sessions} light session of {minutes} minutes at most, "
        "{until_days} or more days before."
    )
    guidance = ("TAP-06", "TAP-07", "PHA-16", "CON-05")

    days: int = Field(ge=3, le=7, description="length of race week before the race")
    sessions: int = Field(ge=0, le=2, description="most sessions")
    minutes: int = Field(ge=10, le=30, description="longest session")
    until_days: int = Field(ge=1, le=6, description="latest day for a session")

    def post(self, on: Scope, x: Decisions, /) -> None:
        dates = {day.date for day in x.days}
        for race in x.season.profile.races:
            if race.priority != "A":
                continue
            week = [race.date - timedelta(days=gap) for gap in range(1, self.days + 1)]
            here = [date for date in week if date in dates]
            if here and max(week) <= x.weeks[-1].days[-1].date:
                on.at_most(x.sessions_on(week), self.sessions, at=AtRace(race.date, race.name))
            for date in here:
                on.at_most(x.longer_on(date, self.minutes), 0, at=OnDate(date))
                on.at_most(x.on(date, "heavy_legs"), 0, at=OnDate(date))
                on.at_most(x.on(date, "impact"), 0, at=OnDate(date))
                if (race.date - date).days < self.until_days:
                    on.at_most(x.on(date), 0, at=OnDate(date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for race in plan.season.profile.races:
            if race.priority == "A":
                left = {session.date: (race.date - session.date).days for session in plan.sessions}
                inside = [session for session in plan.sessions if 1 <= left[session.date] <= self.days]
                if len(inside) > self.sessions:
                    yield self.missed(AtRace(race.date, race.name), len(inside) - self.sessions)
                for session in inside:
                    impact = any(item.entry.impact == "high" for item in session.main)
                    late = left[session.date] < self.until_days
                    wrong = [session.most_min > self.minutes, session.heavy_legs, impact, late]
                    if any(wrong):
                        yield self.missed(OnDate(session.date), sum(wrong))
