"""A base trains every lift of the legs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import WEIGHTS
from constraints.prescription.reach import weights_at_hand
from profiles.exercise import Pattern, catalogue
from profiles.plan import Plan
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class LiftsOfTheBase(PlanRule):
    """The base has the time to learn each lift; one that it leaves out is new when the hard weeks begin.

    Where a week has no time for all of them, they take turns by block.
    """

    sentence = (
        "Each main block of {phases} holds each of these lifts, as a movement: {lifts}, or, where no place has a "
        "weight, {without_weights}; each week of a block without it is missed, and twice if the main block before "
        "lacks it too."
    )
    guidance = ("PHA-07", "STR-17", "STR-19")

    lifts: dict[str, tuple[Pattern, ...]] = Field(description="a lift, and the patterns that count as it")
    without_weights: dict[str, tuple[Pattern, ...]] = Field(
        description="a lift, and what else counts as it where no place has a weight"
    )
    phases: tuple[Phase, ...] = Field(description="phases whose main blocks hold them")

    def post(self, on: Scope, x: Decisions, /) -> None:
        asked = self._asked(x.season)
        more = {} if weights_at_hand(x.season.profile) else self.without_weights
        lifts = {name: (*patterns, *more.get(name, ())) for name, patterns in self.lifts.items()}
        for block in asked:
            for name, patterns in lifts.items() if block in x.blocks else ():
                held = x.count(
                    block,
                    lambda option: option.exercise.pattern in patterns and option.style != "hold",
                )
                on.at_least(held, 1, at=InBlock(block.number, of=name), times=len(x.season.weeks_in(block)))
        for before, block in pairwise(asked):
            for name, patterns in lifts.items() if block in x.blocks else ():
                moves = {key for key, one in catalogue().items() if one.pattern in patterns and one.kind != "isometric"}
                then = [held for key, held in x.held_in(before).items() if key in moves]
                now = x.count(block, lambda option: option.exercise.id in moves)
                both = sum(then, start=now)
                on.at_least(both, 1, at=InBlock(block.number, of=name), times=len(x.season.weeks_in(block)))

    def _asked(self, season: Season) -> list[Block]:
        return [block for block in season.blocks if block.stage == "main" and block.phase in self.phases]

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        lacking: dict[str, int] = {}
        kit = {item for place in plan.season.profile.places.values() for item in place.items}
        for block in plan.season.blocks:
            if block.stage == "introduction" or block.phase not in self.phases:
                continue
            done = {item.entry.pattern for item in plan.items(block) if item.entry.kind != "isometric"}
            for name, patterns in self.lifts.items():
                spare = () if kit & WEIGHTS else self.without_weights.get(name, ())
                lacking[name] = lacking.get(name, 0) + 1 if done.isdisjoint([*patterns, *spare]) else 0
                if lacking[name]:
                    weeks = sum(week.block == block for week in plan.season.weeks)
                    yield self.missed(InBlock(block.number, of=name), weeks * min(lacking[name], 2))
