"""A session fits into the day's free minutes."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class MinutesOfTheDay(Rule[Decisions, Plan]):
    """Minutes are a wall: a session that overruns is cut short where its last exercises stand."""

    sentence = "A session, with the way to its place and back, lasts no longer than the free minutes of its day."
    guidance = ("RUL-09", "CON-15", "EQP-16")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            way = x.season.profile.place_named(day.place).travel_min
            on.at_most(x.longer_on(day.date, day.minutes - way), 0, at=day.date)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        profile = plan.season.profile
        for session in plan.sessions:
            free = profile.strength.at(session.date).minutes
            where = profile.places.get(profile.strength.place_at(session.date))
            if session.minutes + (where.travel_min if where else 0) > free:
                yield self.missed(session.date)
