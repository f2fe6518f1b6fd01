"""Sessions the runner pinned to a date."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.pin import Pin
from profiles.plan import Plan
from profiles.where import InProfile
from solver.rule import Violation
from solver.scope import Scope


class PinnedSessions(PlanRule):
    """A pinned session is the runner's own decision; the rest of the plan is built around it."""

    sentence = "You pinned these sessions: {pins}."
    guidance = ("RUL-01",)

    pins: tuple[Pin, ...] = Field(description="dates, each with a session's letter if that was said")

    def post(self, on: Scope, x: Decisions, /) -> None:
        dates = {day.date: day for day in x.days}
        for index, pin in enumerate(self.pins):
            if pin.date in dates:
                pinned = x.letter_on(pin.date, pin.slot) if pin.slot else x.on(pin.date)
                on.at_least(pinned, 1, at=InProfile(("strength", "pins", index)))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for index, pin in enumerate(self.pins):
            session = plan.on(pin.date)
            if session is None or pin.slot not in (None, session.slot):
                yield self.missed(InProfile(("strength", "pins", index)))
