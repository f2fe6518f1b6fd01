"""The week before race week is light."""

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


class LightWeekBeforeRaceWeek(PlanRule):
    """It is too late to gain fitness for the race; this week only maintains it."""

    sentence = (
        "From {from_days} to {to_days} days before an A race: at most {sessions} session, none later than "
        "{until_days} days before, nothing heavy."
    )
    guidance = ("TAP-08", "TAP-10", "PHA-19e", "CON-04")

    from_days: int = Field(ge=8, le=21, description="first day of the week, counted back from the race")
    to_days: int = Field(ge=7, le=14, description="last day of the week")
    until_days: int = Field(ge=7, le=21, description="latest day for a session")
    sessions: int = Field(ge=0, le=2, description="most sessions")

    def post(self, on: Scope, x: Decisions, /) -> None:
        dates = {day.date for day in x.days}
        for race in x.season.profile.races:
            if race.priority != "A":
                continue
            week = [race.date - timedelta(days=gap) for gap in range(self.to_days, self.from_days + 1)]
            here = [date for date in week if date in dates]
            if here and max(week) <= x.weeks[-1].days[-1].date:
                on.at_most(x.sessions_on(week), self.sessions, at=AtRace(race.date, race.name))
            for date in here:
                on.at_most(x.on(date, "heavy_legs"), 0, at=OnDate(date))
                if (race.date - date).days < self.until_days:
                    on.at_most(x.on(date), 0, at=OnDate(date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for race in plan.season.profile.races:
            if race.priority == "A":
                left = {session.date: (race.date - session.date).days for session in plan.sessions}
                inside = [session for session in plan.sessions if self.to_days <= left[session.date] <= self.from_days]
                if len(inside) > self.sessions:
                    yield self.missed(AtRace(race.date, race.name), len(inside) - self.sessions)
                yield from (self.missed(OnDate(session.date)) for session in inside if session.heavy_legs)
                yield from (
                    self.missed(OnDate(session.date)) for session in inside if left[session.date] < self.until_days
                )
