"""Every week has its prehab circuits."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class PrehabTwiceAWeek(PlanRule):
    """Overuse injuries of feet, calves, hips and trunk develop slowly; a little work every week prevents them."""

    sentence = (
        "Each full week of {phases} holds {circuits} prehab circuits and no more, where the profile asks for them."
    )
    guidance = ("SCH-42", "INJ-09", "STR-43", "RUL-06")

    circuits: int = Field(ge=1, le=4, description="circuits in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks if x.season.profile.addons.prehab else ():
            if len(week.days) == 7 and week.phase in self.phases:
                held = x.addons_in(week, "prehab")
                on.at_least(held, self.circuits, at=InWeek(week.number))
                on.at_most(held, self.circuits, at=InWeek(week.number, of="more"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            short = self.circuits - sum(plan.addon_on(day.date, "prehab") is not None for day in week.days)
            due = plan.season.profile.addons.prehab and len(week.days) == 7 and week.block.phase in self.phases
            if due and short > 0:
                yield self.missed(InWeek(week.number), short)
            if due and short < 0:
                yield self.missed(InWeek(week.number, of="more"), -short)
