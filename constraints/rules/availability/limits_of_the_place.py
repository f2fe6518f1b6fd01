"""A session respects the limits of its place."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class LimitsOfThePlace(PlanRule):
    """Jumps disturb neighbours and damage floors, and a heavy bar that nothing catches is dangerous."""

    sentence = "No jumps at a place that does not bear them, and nothing heavy where nothing catches the weight."
    guidance = ("EQP-15", "EQP-12", "EQP-13")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for name in slot.places:
                place = x.season.profile.place_named(name)
                for option in slot.options:
                    jump = option.exercise.kind == "plyometric" and not place.jumps
                    weight = option.style == "heavy" or option.exercise.pattern == "explosive_lift"
                    if jump or (weight and not place.heavy):
                        on.at_most(slot.holds(option) + slot.is_at(name), 1, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                place = plan.season.profile.place_named(session.place)
                for item in session.main:
                    loud = item.entry.kind == "plyometric" and not place.jumps
                    unsafe = not place.heavy and (item.style == "heavy" or item.entry.pattern == "explosive_lift")
                    if loud or unsafe:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
