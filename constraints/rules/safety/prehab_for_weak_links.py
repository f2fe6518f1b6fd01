"""Injuries that return get their prehab."""

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


class PrehabForWeakLinks(PlanRule):
    """An injury tends to return through the same weakness; a little work every week makes that less likely."""

    sentence = (
        "Each full week holds at least {least} exercises of the module of each injury the runner has or is prone "
        "to (phases: {phases})."
    )
    guidance = ("INJ-13", "INJ-19", "SCH-42", "STR-58", "PHA-09")

    least: int = Field(ge=1, le=4, description="exercises for each injury in a full week")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        injuries = x.season.profile.injuries
        for block in x.blocks:
            for injury in dict.fromkeys(injuries.current + injuries.prone) if block.phase in self.phases else ():
                held = x.weekly_count(block, lambda option: injury in option.exercise.helps)
                on.at_least_each(held, self.least, at=lambda week: InWeek(week.number, of=injury))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        injuries = plan.season.profile.injuries
        for week in plan.season.weeks:
            items = [item.entry for session in plan.credited(week) for item in session.main]
            for injury in sorted({*injuries.current, *injuries.prone}):
                short = self.least - sum(injury in entry.helps for entry in items)
                if week.full and week.phase in self.phases and short > 0:
                    yield self.missed(InWeek(week.number, of=injury), short)
