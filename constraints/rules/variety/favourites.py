"""Favourites are in the plan."""

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


class Favourites(PlanRule):
    """Runners keep doing what they like, and that matters more than the best choice."""

    sentence = "Each block of {phases} holds each favourite exercise."
    guidance = ("PRG-37", "EQP-13")

    phases: tuple[Phase, ...] = Field(description="phases in which favourites are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for favourite in x.season.profile.preferences.favour if block.phase in self.phases else ():
                held = x.count(block, lambda option: option.exercise.id == favourite)
                on.at_least(held, 1, at=InBlock(block.number, exercise=favourite))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            held = {item.exercise for item in plan.items(block)}
            for favourite in plan.season.profile.preferences.favour:
                if block.phase in self.phases and favourite not in held:
                    yield self.missed(InBlock(block.number, exercise=favourite))
