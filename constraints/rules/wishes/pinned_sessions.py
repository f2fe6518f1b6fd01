"""Sessions the runner pinned to a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from solver.rule import Violation
from solver.scope import Scope


class PinnedSessions(PlanRule):
    """A pinned session is the runner's own decision; the rest of the plan is built around it."""

    sentence = "You pinned these sessions: {pins}."
    guidance = ("RUL-01",)

    pins: tuple[str, ...] = Field(description="dates, each with a session's letter if that was said")

    def post(self, on: Scope, x: Decisions, /) -> None:
        dates = {day.date: day for day in x.days}
        for pin in self.pins:
            text, _, letter = pin.partition(" ")
            date = dt.date.fromisoformat(text)
            if date in dates:
                pinned = x.letter_on(date, letter.strip()) if letter else x.on(date)
                on.at_least(pinned, 1, at=pin)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for pin in self.pins:
            date, *letter = pin.split()
            session = plan.on(dt.date.fromisoformat(date))
            if session is None or letter not in ([], [session.slot]):
                yield self.missed(pin)
