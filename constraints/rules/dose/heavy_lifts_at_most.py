"""Heavy lifts and sessions are limited."""

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


class HeavyLiftsAtMost(PlanRule):
    """A few heavy sets keep strength; more of them close to the race only leave sore legs."""

    sentence = "At most this many heavy lifts a week: {lifts}, in at most this many sessions: {sessions}."
    guidance = ("CON-67", "PHA-14", "PHA-15", "PHA-22")

    lifts: dict[Phase, int] = Field(description="heavy lifts in a full week, by phase")
    sessions: dict[Phase, int] = Field(description="sessions of a week that hold heavy leg work, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            lifts = x.count(block, lambda option: option.heavy)
            on.at_most(lifts, self.lifts[block.phase], at=InBlock(block.number, of="lifts"))
            sessions = x.slots_with(block, "heavy_legs")
            on.at_most(sessions, self.sessions[block.phase], at=InBlock(block.number, of="sessions"))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            lifts = sum(item.heavy for item in plan.items(block)) - self.lifts[block.phase]
            sessions = sum(session.heavy_legs for session in plan.slots(block).values()) - self.sessions[block.phase]
            for part, over in (("lifts", lifts), ("sessions", sessions)):
                if over > 0:
                    yield self.missed(InBlock(block.number, of=part), over)
