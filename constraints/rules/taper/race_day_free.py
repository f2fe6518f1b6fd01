"""Race day has no session."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class RaceDayFree(DayRule):
    """Strength on the day of a race gains nothing."""

    sentence = "No session on the day of a race."
    guidance = ("TAP-04", "SCH-32")

    def bars(self, day: Day, season: Season, /) -> bool:
        return day.race is not None

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        races = {race.date for race in plan.season.profile.races}
        yield from (self.missed(OnDate(session.date)) for session in plan.sessions if session.date in races)
