"""A session fits into the day's free minutes."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class MinutesOfTheDay(Rule[Decisions, Plan]):
    """Minutes are a wall: a session that overruns is cut short where its last exercises stand."""

    sentence = "A session lasts no longer than the free minutes of its day."
    guidance = ("RUL-09", "CON-15")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            on.at_most(x.longer_on(day.date, day.minutes), 0, at=day.date)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            free, _ = plan.season.profile.strength.at(session.date)
            if session.minutes > free:
                yield self.missed(session.date)
