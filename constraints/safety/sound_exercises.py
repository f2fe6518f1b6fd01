"""Exercises that the guides advise against are left out."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.bars import ExerciseRule
from constraints.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from solver.rule import Violation


class SoundExercises(ExerciseRule):
    """Some machines load what runners already overuse, and some drills only make sense while rehabbing."""

    sentence = "No exercise that the guides advise against; rehabilitation exercises only with a current injury."
    guidance = ("STR-26", "CON-19", "INJ-22")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        if option.exercise.use == "rehab":
            return not set(option.exercise.helps) & set(season.profile.injuries.current)
        return option.exercise.use == "avoid"

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        hurt = set(plan.season.profile.injuries.current)
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if item.entry.use == "avoid" or (item.entry.use == "rehab" and hurt.isdisjoint(item.entry.helps)):
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}")
