"""Each session holds an isometric hold."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from profiles.season import Phase
from solver.rule import Rule, Violation
from solver.scope import Scope


class HoldsInSessions(Rule[Decisions, Plan]):
    """A hold loads tendons without leaving soreness behind; a minute of it ends a session well."""

    sentence = "Each session holds at least {least} isometric hold(s) (phases: {phases})."
    guidance = ("DOS-17", "SCH-40", "STR-01", "STR-06", "STR-15", "CON-17")

    least: int = Field(ge=1, le=3, description="holds in a session")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                held = slot.count(lambda option: option.exercise.kind == "isometric")
                on.at_most(self.least * slot.used - held, 0, at=f"block {slot.block.number} {slot.letter}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                short = self.least - sum(item.entry.kind == "isometric" for item in session.main)
                if short > 0:
                    yield self.missed(f"block {block.number} {slot}", short)
