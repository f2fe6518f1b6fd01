"""A session that starts from a template keeps to it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.templates import templates
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class TemplatesKept(PlanRule):
    """The runner knows the session and chose it; the plan departs from it only where it has to."""

    sentence = "A session that starts from a template holds its exercises (phases: {phases})."
    guidance = ("STR-29", "STR-56", "SCH-49")

    phases: tuple[Phase, ...] = Field(description="phases in which templates are kept to")

    def post(self, on: Scope, x: Decisions, /) -> None:
        said = x.season.profile.strength.templates
        for slot in x.all_slots():
            if slot.letter in said and slot.block.phase in self.phases:
                for exercise in templates()[said[slot.letter]].exercises:
                    on.at_most(slot.used - slot.count_of(exercise), 0, at=slot.where(exercise=exercise))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for letter, name in plan.season.profile.strength.templates.items():
            asked = {part.exercise for part in templates()[name].main if part.style}
            for block in plan.season.blocks:
                session = plan.slots(block).get(letter)
                if session is not None and block.phase in self.phases:
                    for exercise in sorted(asked - {item.exercise for item in session.main}):
                        yield self.missed(InBlock(block.number, letter, exercise))
