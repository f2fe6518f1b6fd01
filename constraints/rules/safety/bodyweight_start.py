"""Beginners start with bodyweight."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class BodyweightStart(ExerciseRule):
    """The first weeks teach the movement; under load its mistakes would be learned too."""

    sentence = "During the introduction a beginner trains with bodyweight only."
    guidance = ("PRG-01", "PRG-08", "CON-13", "RUL-11")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        if season.profile.athlete.experience != "beginner" or block.stage != "introduction":
            return False
        return option.loaded

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        if plan.season.profile.athlete.experience != "beginner":
            return
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.stage == "introduction" else ():
                for item in session.main:
                    weighted = item.style in ("heavy", "moderate") or item.entry.never_unloaded
                    if weighted or item.load != "bodyweight":
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
