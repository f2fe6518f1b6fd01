"""A session is worth the trip."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class EnoughExercises(Rule[Decisions, Plan]):
    """Fewer exercises than this leave categories out or repeat one joint."""

    sentence = "A session holds at least {least} exercises."
    guidance = ("DOS-14", "CON-17")

    least: dict[Phase, int] = Field(description="exercises in a session, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            least, weeks = self.least[slot.block.phase], len(x.season.weeks_in(slot.block))
            short = least * slot.used - slot.count()
            on.at_most(short, 0, at=f"block {slot.block.number} {slot.letter}", times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                short = self.least[block.phase] - len(session.main)
                if short > 0:
                    yield self.missed(f"block {block.number} {slot}", short * len(plan.season.weeks_in(block)))
