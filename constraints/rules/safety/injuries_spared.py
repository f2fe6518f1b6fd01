"""No exercise provokes a current injury."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class InjuriesSpared(ExerciseRule):
    """Irritating the sore tissue delays its healing; the plan avoids that and leaves treatment to a professional."""

    sentence = "No exercise that provokes a current injury."
    guidance = ("INJ-10", "INJ-21", "INJ-25", "REC-08")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return not set(season.profile.injuries.current).isdisjoint(option.exercise.harms)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        hurt = plan.season.profile.injuries.current
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if any(injury in item.entry.harms for injury in hurt):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
