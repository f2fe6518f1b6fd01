"""Heavy lifts of the race phase were heavy before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class HeavyLiftsKnown(PlanRule):
    """A new lift or a new load causes soreness, and the weeks before a race leave no time to recover from it."""

    sentence = "A heavy lift was heavy in a block that ended at most {weeks} weeks before (phases: {phases})."
    guidance = ("CON-67", "PRG-26", "PHA-15")

    weeks: int = Field(ge=1, le=26, description="since the block that held it, after which a lift is new again")
    phases: tuple[Phase, ...] = Field(description="phases in which no heavy lift is new")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            since = slot.block.first - dt.timedelta(weeks=self.weeks)
            for option in slot.options if slot.block.phase in self.phases else ():
                if option.style == "heavy":
                    known = x.held_before(slot.block, (option.exercise.id,), "heavy", since=since)
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(exercise=option.exercise.id))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        last: dict[str, dt.date] = {}
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    away = (block.first - last.get(item.exercise, dt.date.min)).days
                    if item.style == "heavy" and away > 7 * self.weeks:
                        yield self.missed(InBlock(block.number, slot, item.exercise))
            last |= {item.exercise: block.last for item in plan.items(block) if item.style == "heavy"}
