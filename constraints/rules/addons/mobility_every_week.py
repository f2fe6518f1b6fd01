"""Every week has a mobility session."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class MobilityEveryWeek(PlanRule):
    """Joint range that is not used is lost, and tight hips and ankles shorten the stride."""

    sentence = "Each full week holds {sessions} mobility session(s), where the profile asks for them."
    guidance = ("SCH-30", "SCH-43", "CON-29", "CON-45", "STR-59")

    sessions: int = Field(ge=1, le=3, description="mobility sessions in a full week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.mobility else ():
            if len(week.days) == 7:
                held = x.addons_in(week, "mobility")
                on.at_least(held, self.sessions, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.sessions - sum(plan.addon_on(day.date, "mobility") is not None for day in week.days)
            if plan.season.profile.addons.mobility and len(week.days) == 7 and short > 0:
                yield self.missed(InWeek(week.number), short)
