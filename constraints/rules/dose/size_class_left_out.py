"""Runners who gain muscle quickly skip the 8 to 12 class."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class SizeClassLeftOut(ExerciseRule):
    """Eight to twelve loaded reps build the most muscle, and extra body mass costs energy at every step."""

    sentence = "A runner who gains muscle quickly does no loaded sets of the 8 to 12 class."
    guidance = ("CON-70", "PRG-32", "REC-20")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return season.profile.athlete.gains_muscle_quickly and option.style == "moderate"

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        if plan.season.profile.athlete.gains_muscle_quickly:
            for block in plan.season.blocks:
                for slot, session in plan.slots(block).items():
                    for item in session.main:
                        if item.style == "moderate":
                            yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
