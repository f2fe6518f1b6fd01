"""Sets fall towards the race, the load does not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class SetsFallTowardsRace(PlanRule):
    """Two sets keep what three have built, and cost the running much less."""

    sentence = "At most this many sets of an exercise: {most}."
    guidance = ("PHA-04", "PHA-03", "DOS-20", "RUL-14")

    most: dict[Phase, int] = Field(description="sets of an exercise, by phase")

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        return domain.with_sets({block.number: self.most[block.phase] for block in season.blocks})

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            most = self.most[slot.block.phase]
            for option in slot.options if most < x.most_sets else ():
                on.at_most(slot.sets_of(option), most, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    over = item.dose.sets - self.most[block.phase]
                    if over > 0:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style), over)
