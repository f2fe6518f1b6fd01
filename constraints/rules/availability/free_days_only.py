"""Sessions are on days with free minutes."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class FreeDaysOnly(DayRule):
    """A plan that ignores when the runner has time is not followed."""

    sentence = "No session on a day without free minutes."
    guidance = ("SCH-32", "SCH-07")

    def bars(self, day: Day, season: Season, /) -> bool:
        return day.minutes == 0

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            day = plan.season.days.get(session.date)
            if day is None or day.minutes <= 0:
                yield self.missed(OnDate(session.date))
