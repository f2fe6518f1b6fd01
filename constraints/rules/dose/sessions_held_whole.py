"""A session is held whole, also on a day that would excuse it."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class SessionsHeldWhole(PlanRule):
    """On a short day as much of its session as fits is worth more than none."""

    sentence = (
        "A day with less time than usual, with a pin, or in the week before a B race may leave out part of its "
        "session; each exercise left out is missed."
    )
    guidance = ("CON-16", "DOS-08")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            for slot, left_out in x.left_out(day.date):
                on.at_most(left_out, 0, at=OnDate(day.date, slot.letter))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            if session.reduced:
                whole = plan.slots(plan.season.week_at(session.date).block).get(session.slot, session)
                if len(whole.main) > len(session.main):
                    yield self.missed(OnDate(session.date, session.slot), len(whole.main) - len(session.main))
