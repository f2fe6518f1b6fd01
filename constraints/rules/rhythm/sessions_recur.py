"""A session of a long block comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class SessionsRecur(PlanRule):
    """What is done once in six weeks leaves soreness and no strength; two sessions that take turns each stand in half.

    As a wall it also makes the proof fast: which weeks hold a letter hardly matters once how many hold it is given.
    """

    sentence = (
        "In a block of {weeks} full weeks or more each session stands whole in half of them at least, unless it stands "
        "only on days that are exceptions."
    )
    guidance = ("STR-16", "SCH-33")

    weeks: int = Field(ge=2, le=12, description="a block with so many full weeks or more is a long one")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            full = [week for week in x.season.weeks_in(block) if week.full]
            for slot in x.slots[block] if len(full) >= self.weeks else ():
                held = sum(x.whole_in(slot, week) for week in full)
                on.at_most(x.recurs(slot) * (len(full) // 2) - held, 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            full = [week for week in plan.season.weeks if week.block == block and week.full]
            here = [one for one in plan.sessions if one.block == block.number]
            held = Counter(one.slot for week in full for one in plan.in_week(week) if not one.reduced)
            for slot in sorted({one.slot for one in here if one.date not in plan.season.exceptions}):
                if len(full) >= self.weeks and held[slot] < len(full) // 2:
                    yield self.missed(InBlock(block.number, slot), len(full) // 2 - held[slot])
