"""Accessories change from block to block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class FreshAccessories(PlanRule):
    """The same exercises for months lead to a plateau; lifts and calf raises stay, accessories change.

    Each block that held an exercise counts, so that all that serve a purpose take turns.
    """

    sentence = (
        "An exercise other than a compound lift or a calf raise is missed once for each earlier block that held it "
        "(phases: {phases})."
    )
    guidance = ("PRG-04", "PRG-16", "PHA-30", "CON-32")

    phases: tuple[Phase, ...] = Field(description="phases in which accessories change")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for before, block in combinations(x.season.blocks, 2):
            if block in x.blocks and block.phase in self.phases:
                for exercise, again in x.repeats(block, before).items():
                    on.at_most(again, 0, at=InBlock(block.number, exercise=exercise))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        times: Counter[str] = Counter()
        for block in plan.season.blocks:
            for item in plan.items(block) if block.phase in self.phases else ():
                stays = item.entry.kind == "compound" or (
                    item.entry.knee is not None and item.entry.kind != "isometric"
                )
                if times[item.exercise] and not stays:
                    yield self.missed(InBlock(block.number, exercise=item.exercise), times[item.exercise])
            times.update({item.exercise for item in plan.items(block)})
