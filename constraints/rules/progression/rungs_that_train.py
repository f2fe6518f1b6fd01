"""Easy rungs are left to those who still learn from them."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.exercise import LEVELS
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class RungsThatTrain(ExerciseRule):
    """A version made easier for beginners no longer trains a runner who can do the harder one."""

    sentence = "No exercise that is only an easier rung for less experienced runners."
    guidance = ("PRG-38", "PRG-24", "PRG-33")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        until = option.exercise.until
        return until is not None and LEVELS.index(season.profile.athlete.experience) > LEVELS.index(until)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        able = {"beginner": 1, "intermediate": 2, "advanced": 3}
        mine = able[plan.season.profile.athlete.experience]
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if item.entry.until is not None and mine > able[item.entry.until]:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
