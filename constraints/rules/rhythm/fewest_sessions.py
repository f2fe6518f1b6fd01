"""There are no more sessions than coverage needs."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class FewestSessions(PlanRule):
    """Each session takes time and freshness from running, so one is added only where coverage needs it."""

    sentence = "As few sessions as reach the coverage."
    guidance = ("SCH-32", "SCH-39", "DOS-09")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            on.at_most(x.on(day.date), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        yield from (self.missed(OnDate(session.date)) for session in plan.sessions)
