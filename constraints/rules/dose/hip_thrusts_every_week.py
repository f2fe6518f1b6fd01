"""Hip thrusts are done every week, on easy days."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan, Session
from profiles.season import Phase
from profiles.where import InWeek, OnDate
from solver.rule import Violation
from solver.scope import Scope


class HipThrustsEveryWeek(PlanRule):
    """Hip thrusts load the hip most where a stride extends it; their high reps need a fresh, easy day."""

    sentence = (
        "At least {least} session(s) of a full week hold a hip thrust that is not heavy, on days without a hard or "
        "long run (phases: {phases})."
    )
    guidance = ("SCH-41", "DOS-29", "CON-38")

    least: int = Field(ge=1, le=3, description="sessions with a hip thrust in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            if block.phase in self.phases:
                held = x.weekly(block, lambda slot: slot.has("hip_thrust"))
                on.at_least_each(held, self.least, at=lambda week: InWeek(week.number))
        for day in x.days:
            if day.key and x.season.week_at(day.date).phase in self.phases:
                on.at_most(x.on(day.date, "hip_thrust"), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            held = sum(_thrusts(session) for session in plan.credited(week))
            if week.full and week.phase in self.phases and held < self.least:
                yield self.missed(InWeek(week.number), self.least - held)
        for session in plan.sessions:
            day = plan.season.days[session.date]
            tough = day.race or any(run.hard or run.long for run in day.runs)
            if session.phase in self.phases and tough and _thrusts(session):
                yield self.missed(OnDate(session.date))


def _thrusts(session: Session) -> bool:
    return any(item.entry.pattern == "hip_thrust" and item.style != "heavy" for item in session.main)
