"""A session fits into the day's free minutes."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Season
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class MinutesOfTheDay(PlanRule):
    """A session that takes longer than the runner has time for loses its last exercises."""

    sentence = "A session, with the way to its place and back, lasts no longer than the free minutes of its day."
    guidance = ("RUL-09", "CON-15", "EQP-16")

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        """A session lasts no longer than the longest day of its block."""
        longest = dict.fromkeys((block.number for block in season.blocks), 0)
        for date in domain.days:
            number = season.week_at(date).block.number
            longest[number] = max(longest[number], season.days[date].minutes)
        return domain.with_minutes(longest)

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            on.at_most(x.longer_on(day.date, x.season.profile.room_min(day.date)), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        profile = plan.season.profile
        for session in plan.sessions:
            free = profile.strength.at(session.date).minutes
            where = profile.places.get(profile.strength.place_at(session.date))
            if session.most_min + (where.travel_min if where else 0) > free:
                yield self.missed(OnDate(session.date))
