"""What is disliked is chosen last."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class DislikedLeftOut(Rule[Decisions, Plan]):
    """A disliked exercise is skipped sooner or later; it is worth its place only where nothing else does the job."""

    sentence = "An exercise the runner would rather avoid is chosen only where nothing else does the job."
    guidance = ("PRG-37",)

    def post(self, on: Scope, x: Decisions, /) -> None:
        avoid = x.season.profile.preferences.avoid
        for slot in x.all_slots():
            for option, chosen in slot.chosen.items():
                if option.exercise.id in avoid:
                    on.at_most(chosen, 0, at=f"block {slot.block.number} {slot.letter} {option}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if item.exercise in plan.season.profile.preferences.avoid:
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}")
