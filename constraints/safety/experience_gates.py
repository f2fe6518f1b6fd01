"""Exercises wait for the skill they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.bars import ExerciseRule
from constraints.options import Option
from profiles.exercise import LEVELS
from profiles.plan import Plan
from profiles.season import Block, Season
from solver.rule import Violation


class ExperienceGates(ExerciseRule):
    """Technique comes before load: a lift that is not yet owned trains mistakes."""

    sentence = "No exercise above the runner's lifting experience."
    guidance = ("PRG-20", "PRG-21", "CON-13")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return LEVELS.index(option.exercise.level) > LEVELS.index(season.profile.athlete.experience)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        able = {"beginner": 1, "intermediate": 2, "advanced": 3}
        mine = able[plan.season.profile.athlete.experience]
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if able[item.entry.level] > mine:
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}")
