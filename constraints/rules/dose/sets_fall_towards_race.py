"""Sets fall towards the race, the load does not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class SetsFallTowardsRace(Rule[Decisions, Plan]):
    """Two sets keep what three have built, at much less cost to the running."""

    sentence = "At most this many sets of an exercise: {most}."
    guidance = ("PHA-04", "PHA-03", "DOS-20", "RUL-14")

    most: dict[Phase, int] = Field(description="sets of an exercise, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option, chosen in slot.chosen.items():
                sets = x.session_numbers.sets[0] * chosen + slot.extra[option]
                most = self.most[slot.block.phase]
                if most < x.session_numbers.sets[1]:
                    on.at_most(sets, most, at=f"block {slot.block.number} {slot.letter} {option}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    over = item.dose.sets - self.most[block.phase]
                    if over > 0:
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}", over)
