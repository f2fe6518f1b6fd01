"""A session takes place where the runner is that day."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class PlaceOfTheDay(PlanRule):
    """The exercises were chosen for the equipment of one place."""

    sentence = "A session is at the place the profile names for its weekday."
    guidance = ("EQP-13", "EQP-14", "PHA-32")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            on.at_most(x.elsewhere_on(day.date, day.place), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            if session.place != plan.season.profile.strength.place_at(session.date):
                yield self.missed(OnDate(session.date))
