"""In season small exercises are done in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class CircuitsInSeason(PlanRule):
    """When running matters most, sessions have to be short, and work without rest trains going on when tired."""

    sentence = "A session holds at least {pairs} superset(s) (phases: {phases})."
    guidance = ("PHA-12", "PHA-23", "STR-14")

    pairs: int = Field(ge=1, le=3, description="supersets in a session")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                on.at_most(self.pairs * (slot.used - slot.circuit) - slot.supersets, 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                short = self.pairs - len({item.superset for item in session.main if item.superset is not None})
                if short > 0 and not session.circuit:
                    yield self.missed(InBlock(block.number, slot), short)
