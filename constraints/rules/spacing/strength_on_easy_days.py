"""Strength sessions are on easy days and rest days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from constraints.model.plan_rule import DayRule
from profiles.plan import Plan
from profiles.season import Day, Phase, Season
from profiles.where import OnDate
from solver.rule import Violation


class StrengthOnEasyDays(DayRule):
    """A strength session and a hard run on one day impair each other."""

    sentence = "No session stands on a day with one of these runs, or a race: {runs} (phases: {phases})."
    guidance = ("SCH-07", "SCH-08", "SCH-13", "SCH-14", "CON-78")

    runs: tuple[Literal["hard", "long"], ...] = Field(description="kinds of run whose days hold no session")
    phases: tuple[Phase, ...] = Field(description="phases in which the rule holds")

    def bars(self, day: Day, season: Season, /) -> bool:
        unfit = day.race is not None or ("hard" in self.runs and day.hard) or ("long" in self.runs and day.long)
        return unfit and season.week_at(day.date).phase in self.phases

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            day = plan.season.days[session.date]
            kinds = {"hard" if run.hard else "long" if run.long else "easy" for run in day.runs}
            unfit = day.race is not None or not kinds.isdisjoint(self.runs)
            if session.phase in self.phases and unfit:
                yield self.missed(OnDate(session.date))
