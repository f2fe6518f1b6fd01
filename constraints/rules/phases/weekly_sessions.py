"""Each full week has enough sessions."""

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


class WeeklySessions(PlanRule):
    """Two moderate sessions every week train more than a hard month followed by none."""

    sentence = (
        "At least this many sessions in a full week: {least}; in a week with an A or B race, or one that runs high "
        "or is cut back, at most {lighter} of them are asked for."
    )
    guidance = ("SCH-33", "SCH-35", "SCH-36", "CON-06", "CON-16")

    least: dict[Phase, int] = Field(description="sessions in a full week, by phase")
    lighter: int = Field(ge=0, le=3, description="most that are asked for in a racing, high or cut-back week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            if len(week.days) == 7:
                racing = any(day.race is not None and day.race.priority != "C" for day in week.days)
                lighter = racing or week.running != "usual"
                least = min(self.least[week.phase], self.lighter) if lighter else self.least[week.phase]
                on.at_least(x.sessions(week), least, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        races = [race.date for race in plan.season.profile.races if race.priority in ("A", "B")]
        for week in plan.season.weeks:
            due = self.least[week.block.phase]
            raced = any(week.days[0].date <= race <= week.days[-1].date for race in races)
            if raced or week.number in plan.season.running:
                due = min(due, self.lighter)
            short = due - len(plan.in_week(week))
            if len(week.days) == 7 and short > 0:
                yield self.missed(InWeek(week.number), short)
