"""On easy days the run comes before the lift."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class EasyRunFirst(DayRule):
    """A lift before an easy run makes the run hard; a run before the lift costs the lift little."""

    sentence = "On a day with easy runs only, strength comes after them."
    guidance = ("SCH-17", "SCH-18", "CON-40")

    def bars(self, day: Day, season: Season, /) -> bool:
        return bool(day.runs_after) and not day.key

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            day = plan.season.days[session.date]
            easy = not day.race and not any(run.hard or run.long for run in day.runs)
            if easy and day.lift_half == "am" and any(run.half == "pm" for run in day.runs):
                yield self.missed(OnDate(session.date))
