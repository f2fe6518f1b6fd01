"""Cutback weeks are light in strength too."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class CutbackWeeksLight(Rule[Decisions, Plan]):
    """A week that takes running back is there to recover in; strength that goes on as ever takes that away."""

    sentence = "At most {most} session(s) in a week whose running is cut back, or that the profile takes lightly."
    guidance = ("PHA-33", "PRG-31", "CON-76", "REC-10")

    most: int = Field(ge=0, le=3, description="sessions in such a week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if week.running == "cut_back":
                on.at_most(x.sessions(week), self.most, at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for number, running in plan.season.running.items():
            over = sum(plan.season.week_at(session.date).number == number for session in plan.sessions) - self.most
            if running == "cut_back" and over > 0:
                yield self.missed(f"week {number}", over)
