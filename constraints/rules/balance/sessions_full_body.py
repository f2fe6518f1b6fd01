"""Sessions work the whole body."""

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


class SessionsFullBody(PlanRule):
    """With two sessions a week, a region that only one of them trains is trained once a week instead of twice."""

    sentence = (
        "A session holds at least {lower} compound lift(s) for the legs and {upper} for the upper body "
        "(phases: {phases})."
    )
    guidance = ("DOS-13", "STR-29", "CON-17", "CON-39")

    lower: int = Field(ge=0, le=4, description="compound lifts for the legs in a session")
    upper: int = Field(ge=0, le=4, description="compound lifts for the upper body in a session")
    phases: tuple[Phase, ...] = Field(description="phases in which sessions must train the whole body")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase in self.phases:
                lower = slot.count(lambda option: option.legs and option.exercise.kind == "compound")
                upper = slot.count(
                    lambda option: option.exercise.region == "upper" and option.exercise.kind == "compound"
                )
                for region, least, held in (("lower", self.lower, lower), ("upper", self.upper, upper)):
                    on.at_most(least * slot.used - held, 0, at=slot.where(of=region))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                entries = [item.entry for item in session.main]
                lower = self.lower - sum(entry.leg_work and entry.kind == "compound" for entry in entries)
                upper = self.upper - sum(entry.region == "upper" and entry.kind == "compound" for entry in entries)
                for region, short in (("lower", lower), ("upper", upper)):
                    if short > 0:
                        yield self.missed(InBlock(block.number, slot, of=region), short)
