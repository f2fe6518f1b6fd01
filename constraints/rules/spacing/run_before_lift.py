"""On a shared day the key run comes first."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Season
from profiles.where import OnDate
from solver.rule import Violation


class RunBeforeLift(DayRule):
    """Lifting first costs the next hard run far more than running first costs the lift."""

    sentence = "On a day with a hard or long run, strength comes after the run."
    guidance = ("SCH-17", "SCH-18", "CON-40")

    def bars(self, day: Day, season: Season, /) -> bool:
        return any(run.key for run in day.runs_after)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            runs = plan.season.days[session.date].runs
            lift = plan.season.days[session.date].lift_half
            if lift == "am" and any(run.half == "pm" and (run.hard or run.long) for run in runs):
                yield self.missed(OnDate(session.date))
