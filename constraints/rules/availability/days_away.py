"""Days away have no strength session."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class DaysAway(DayRule):
    """The profile says that the runner cannot train on these days."""

    sentence = "No session on days away."
    guidance = ("SCH-32",)

    def bars(self, day: Day, season: Season, /) -> bool:
        return day.away

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            for span in plan.season.profile.strength.away:
                if session.date in span:
                    yield self.missed(OnDate(session.date))
