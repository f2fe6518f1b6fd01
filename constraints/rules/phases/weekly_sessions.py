"""Each week has enough sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

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
        "At least this many sessions a week: {least}; in a week with an A or B race, or one that runs high or is cut "
        "back, at most {lighter} of them are asked for; where the season begins or ends within the week, no more than "
        "days are free without another free day right before."
    )
    guidance = ("SCH-33", "SCH-35", "SCH-36", "CON-06", "CON-16")

    least: dict[Phase, int] = Field(description="sessions in a week of seven days, by phase")
    lighter: int = Field(ge=0, le=3, description="most that are asked for in a racing, high or cut-back week")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            least = self.least[week.phase]
            if week.racing or week.running != "usual":
                least = min(least, self.lighter)
            if len(week.days) < 7:
                least = min(least, _apart([day.date for day in week.open_days if not day.away]))
            on.at_least(x.sessions(week), least, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        strength = plan.season.profile.strength
        races = [race.date for race in plan.season.profile.races if race.priority in ("A", "B")]
        for week in plan.season.weeks:
            first, last = week.days[0].date, week.days[-1].date
            due = self.least[week.block.phase]
            if any(first <= race <= last for race in races) or week.number in plan.season.running:
                due = min(due, self.lighter)
            if (last - first).days < 6:
                free = {day.date for day in week.days if strength.at(day.date).minutes}
                home, taken = {date for date in free if not strength.away_on(date)}, set[dt.date]()
                for date in sorted(home):
                    if date - dt.timedelta(days=1) not in taken:
                        taken.add(date)
                due = min(due, len(taken))
            short = due - len(plan.in_week(week))
            if short > 0:
                yield self.missed(InWeek(week.number), short)


def _apart(dates: Sequence[dt.date]) -> int:
    """The most of these dates, in order, of which no two follow each other."""
    runs: list[list[dt.date]] = []
    for date in dates:
        if runs and (date - runs[-1][-1]).days == 1:
            runs[-1].append(date)
        else:
            runs.append([date])
    return sum((len(run) + 1) // 2 for run in runs)
