"""What is disliked is chosen last."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class DislikedLeftOut(PlanRule):
    """A disliked exercise is often skipped; it is used only where nothing else does its job."""

    sentence = "An exercise the runner would rather avoid is chosen only where nothing else does the job."
    guidance = ("PRG-37",)

    def post(self, on: Scope, x: Decisions, /) -> None:
        avoid = x.season.profile.preferences.avoid
        for slot in x.all_slots():
            for option in slot.options:
                if option.exercise.id in avoid:
                    on.at_most(slot.holds(option), 0, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if item.exercise in plan.season.profile.preferences.avoid:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
