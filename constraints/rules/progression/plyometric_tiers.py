"""Jumps stay within the tier of their phase."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation


class PlyometricTiers(ExerciseRule):
    """Tendons adapt slowly, so landing forces have to rise slowly."""

    sentence = "Plyometrics up to this tier: {highest} (none during the introduction)."
    guidance = ("PRG-18", "PRG-19", "PHA-10", "PHA-11", "CON-27", "CON-69")

    highest: dict[Phase, int] = Field(description="highest tier, by phase; 0 is no plyometric")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return option.exercise.tier > (self.highest[block.phase] if block.stage == "main" else 0)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    tier = item.entry.tier
                    if tier > self.highest[block.phase] or (tier and block.stage == "introduction"):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
