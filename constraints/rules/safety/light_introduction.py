"""The introduction is light."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class LightIntroduction(ExerciseRule):
    """Soreness is worst in the first weeks of lifting; heavy sets then cost days of running."""

    sentence = "Nothing heavy during the introduction."
    guidance = ("CON-10", "PRG-07", "RUL-11", "DOS-36")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return block.stage == "introduction" and option.heavy

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if block.stage == "introduction" and (item.style == "heavy" or item.entry.heavy == "always"):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
