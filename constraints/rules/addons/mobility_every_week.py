"""Every week has a mobility session."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class MobilityEveryWeek(Rule[Decisions, Plan]):
    """Range that is not used is lost, and what runs well with tight hips and ankles runs shorter."""

    sentence = "Each full week holds {sessions} mobility session(s), where the profile asks for them."
    guidance = ("SCH-30", "SCH-43", "CON-29", "CON-45", "STR-59")

    sessions: int = Field(ge=1, le=3, description="mobility sessions in a full week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.mobility else ():
            if len(week.days) == 7:
                held = x.model.total([x.addon_on(day.date, "mobility") for day in week.days])
                on.at_least(held, self.sessions, at=f"week {week.number}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.sessions - sum(plan.addon_on(day.date, "mobility") is not None for day in week.days)
            if plan.season.profile.addons.mobility and len(week.days) == 7 and short > 0:
                yield self.missed(f"week {week.number}", short)
