"""As few sessions as do the job."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class FewestSessions(Rule[Decisions, Plan]):
    """Every session saved is time and freshness for running; coverage comes first, and then thrift."""

    sentence = "As few sessions as reach the coverage."
    guidance = ("SCH-32", "SCH-39", "DOS-09")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            on.at_most(x.on(day.date), 0, at=day.date)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        yield from (self.missed(session.date) for session in plan.sessions)
