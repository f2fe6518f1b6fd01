"""Taper, race week and recovery hold no strength work for the arms."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.exercise import Pattern
from profiles.plan import Plan
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation


class LightWeeksSpareTheArms(ExerciseRule):
    """A light session is short: pushes and pulls take the minutes of hips, trunk and calves, and can leave soreness."""

    sentence = "No strength work for the arms in the phases {phases}: no movement of {moves}, no hold of {holds}."
    guidance = ("TAP-10", "TAP-14", "TAP-18", "PHA-16")

    phases: tuple[Phase, ...] = Field(description="phases without it")
    moves: tuple[Pattern, ...] = Field(description="patterns of the upper body whose movements are left out")
    holds: tuple[Pattern, ...] = Field(description="patterns of the upper body whose holds are left out")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        left_out = self.holds if option.style == "hold" else self.moves
        return block.phase in self.phases and option.exercise.pattern in left_out

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    holding = item.entry.kind == "isometric"
                    moving = not holding and item.entry.pattern in self.moves
                    if moving or (holding and item.entry.pattern in self.holds):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
