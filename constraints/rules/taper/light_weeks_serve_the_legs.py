"""Sessions of taper, race week and recovery serve hips, calves and trunk."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.options import Option
from profiles.exercise import Pattern
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class LightWeeksServeTheLegs(PlanRule):
    """What running loads most stays ready before a race and recovers after it with a little work for each part."""

    sentence = (
        "Each session of the phases {phases} holds work for each part: {parts}; a hold counts for a part in the "
        "phases that are named for it: {holds}."
    )
    guidance = ("TAP-06", "TAP-13", "TAP-18", "TAP-10", "PHA-24")

    phases: tuple[Phase, ...] = Field(description="phases whose sessions hold each part")
    parts: dict[str, tuple[Pattern, ...]] = Field(description="parts, each with the patterns that serve it")
    holds: dict[str, tuple[Phase, ...]] = Field(
        description="parts that a hold serves as well as a movement, each with the phases in which it does"
    )

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            days = [day for week in x.season.weeks_in(slot.block) for day in week.days]
            for part in self.parts if slot.block.phase in self.phases else ():
                held = slot.count(lambda option: self._serves(option, part, slot.block.phase))
                for day in days:
                    on.at_most(x.letter_on(day.date, slot.letter) - held, 0, at=OnDate(day.date, of=part))

    def _serves(self, option: Option, part: str, phase: Phase) -> bool:
        moves = option.style != "hold"
        return option.exercise.pattern in self.parts[part] and (moves or phase in self.holds.get(part, ()))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for session in plan.sessions:
            phase = plan.season.week_at(session.date).phase
            if phase in self.phases:
                held = {item.entry.pattern for item in session.main}
                moved = {item.entry.pattern for item in session.main if item.entry.kind != "isometric"}
                for part, patterns in self.parts.items():
                    still = part in self.holds and phase in self.holds[part]
                    if (held if still else moved).isdisjoint(patterns):
                        yield self.missed(OnDate(session.date, of=part))
