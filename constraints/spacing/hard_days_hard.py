"""Heavy legs share the hard days."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class HardDaysHard(Rule[Decisions, Plan]):
    """Stacking what is hard keeps the easy days easy, so that recovery is not nibbled away."""

    sentence = "Heavy leg work stands on days with a hard run."
    guidance = ("SCH-09", "SCH-12", "CON-01")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            if not day.hard:
                on.at_most(x.on(day.date, "heavy_legs"), 0, at=day.date)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            day = plan.season.days[session.date]
            if session.heavy_legs and not day.race and not any(run.hard for run in day.runs):
                yield self.missed(session.date)
