"""Heavy leg work is on hard days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.model.traits import TRAIT_OF
from profiles.plan import Plan, Work
from profiles.season import Phase
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class HardDaysHard(PlanRule):
    """Hard work combined on one day leaves the easy days for recovery."""

    sentence = "No {work} on a day without one of these runs, or a race: {runs} (phases: {phases})."
    guidance = ("SCH-09", "SCH-12", "SCH-16", "CON-01", "CON-44")

    work: Work = Field(description="the work that is allowed on hard days only")
    runs: tuple[Literal["hard", "long"], ...] = Field(description="kinds of run that make a day hard")
    phases: tuple[Phase, ...] = Field(description="phases in which the rule holds")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            there = ("hard" in self.runs and day.hard) or ("long" in self.runs and day.long) or day.race
            if not there and x.season.week_at(day.date).phase in self.phases:
                on.at_most(x.on(day.date, TRAIT_OF[self.work]), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            day = plan.season.days[session.date]
            kinds = {"hard" if run.hard else "long" if run.long else "easy" for run in day.runs}
            stands = day.race is not None or not kinds.isdisjoint(self.runs)
            if session.holds(self.work) and session.phase in self.phases and not stands:
                yield self.missed(OnDate(session.date))
