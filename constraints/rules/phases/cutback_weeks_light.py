"""Cutback weeks are light in strength too."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek, OnDate
from solver.rule import Violation
from solver.scope import Scope


class CutbackWeeksLight(PlanRule):
    """Running is cut back so that the body recovers; unchanged strength work would prevent that."""

    sentence = (
        "In a week whose running is cut back, or that the profile takes lightly, at most {most} session(s), "
        "without heavy leg work and without jumps."
    )
    guidance = ("PHA-33", "PRG-31", "CON-76", "REC-10")

    most: int = Field(ge=0, le=3, description="sessions in such a week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if week.running == "cut_back":
                on.at_most(x.sessions(week), self.most, at=InWeek(week.number))
                for day in week.days:
                    on.at_most(x.on(day.date, "heavy_legs"), 0, at=OnDate(day.date, "heavy"))
                    on.at_most(x.on(day.date, "impact"), 0, at=OnDate(day.date, "jumps"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for number, running in plan.season.running.items():
            held = [one for one in plan.sessions if plan.season.week_at(one.date).number == number]
            if running == "cut_back":
                if len(held) > self.most:
                    yield self.missed(InWeek(number), len(held) - self.most)
                yield from (self.missed(OnDate(one.date, "heavy")) for one in held if one.heavy_legs)
                jumping = (one for one in held if any(item.entry.impact == "high" for item in one.main))
                yield from (self.missed(OnDate(one.date, "jumps")) for one in jumping)
