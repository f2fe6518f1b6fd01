"""Exercises that the guides advise against are left out."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class SoundExercises(ExerciseRule):
    """Some machines load what runners already overuse, and some drills only make sense for an injury."""

    sentence = (
        "No exercise that the guides advise against; rehabilitation exercises only for an injury that the runner "
        "has or is prone to."
    )
    guidance = ("STR-26", "CON-19", "INJ-22")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        injuries = season.profile.injuries
        match option.exercise.use:
            case "rehab" if option.exercise.helps:
                return set(option.exercise.helps).isdisjoint(injuries.current + injuries.prone)
            case "rehab":
                return not injuries.current
            case use:
                return use == "avoid"

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        hurt = set(plan.season.profile.injuries.current)
        weak = hurt.union(plan.season.profile.injuries.prone)
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    needed = weak & set(item.entry.helps) if item.entry.helps else hurt
                    if item.entry.use == "avoid" or (item.entry.use == "rehab" and not needed):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
