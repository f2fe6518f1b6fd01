"""Some phases hold nothing heavy and no jumps."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.bars import ExerciseRule
from constraints.options import Option
from profiles.plan import Plan
from profiles.season import Block, Phase, Season
from solver.rule import Violation


class LightPhases(ExerciseRule):
    """Taper, race week and recovery are there to shed fatigue, not to make more."""

    sentence = "Nothing heavy in the phases {phases}, and no high-impact jumps in {no_impact}."
    guidance = ("PHA-14", "PHA-16", "PHA-17", "TAP-18", "TAP-20", "CON-72")

    phases: tuple[Phase, ...] = Field(description="phases without heavy work")
    no_impact: tuple[Phase, ...] = Field(description="phases without high-impact jumps")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        heavy = option.heavy and block.phase in self.phases
        return heavy or (option.exercise.impact == "high" and block.phase in self.no_impact)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    heavy = item.style == "heavy" or item.entry.heavy == "always"
                    jumps = item.entry.impact == "high"
                    if (heavy and block.phase in self.phases) or (jumps and block.phase in self.no_impact):
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}")
