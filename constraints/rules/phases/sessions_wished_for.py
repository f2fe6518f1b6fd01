"""Each full week has as many sessions as the runner wishes for."""

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


class SessionsWishedFor(PlanRule):
    """Two good sessions a week hold what is asked; a runner with time and liking for a third may have it."""

    sentence = (
        "As many sessions as you wish for (want) in each full week that runs as usual, without an A or B race and away "
        "days (phases: {phases})."
    )
    guidance = ("SCH-38", "SCH-39", "CON-06")

    phases: tuple[Phase, ...] = Field(description="phases in which the wish is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        want = x.season.profile.strength.want
        for week in x.weeks:
            if want is not None and week.phase in self.phases and week.full:
                on.at_least(x.sessions(week), want, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        want = plan.season.profile.strength.want or 0
        for week in plan.season.weeks:
            short = want - len(plan.in_week(week))
            if week.block.phase in self.phases and week.full and short > 0:
                yield self.missed(InWeek(week.number), short)
