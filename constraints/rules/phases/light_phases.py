"""Some phases hold nothing heavy and no jumps."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.dose import WEIGHTS
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation


class LightPhases(ExerciseRule):
    """Taper, race week and recovery are meant to reduce fatigue."""

    sentence = (
        "Nothing heavy in the phases {phases}, no high-impact jumps in {no_impact}, no loaded leg work, carries or "
        "holds with a weight in {no_load}."
    )
    guidance = ("PHA-14", "PHA-16", "PHA-17", "TAP-18", "TAP-20", "CON-72")

    phases: tuple[Phase, ...] = Field(description="phases without heavy work")
    no_impact: tuple[Phase, ...] = Field(description="phases without high-impact jumps")
    no_load: tuple[Phase, ...] = Field(
        description="phases whose leg work is bodyweight only, without carries and weights in holds"
    )

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        heavy = option.heavy and block.phase in self.phases
        weighted = option.style == "hold" and option.loaded and WEIGHTS.issuperset(option.exercise.loads)
        loaded = (option.legs and option.loaded) or weighted or option.exercise.kind == "carry"
        jumps = option.exercise.impact == "high" and block.phase in self.no_impact
        return heavy or jumps or (loaded and block.phase in self.no_load)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    heavy = item.style == "heavy" or item.entry.heavy == "always"
                    jumps = item.entry.impact == "high" and block.phase in self.no_impact
                    carried = item.style == "moderate" or item.entry.never_unloaded
                    legs, held = carried and item.entry.leg_work, item.style == "hold" and item.entry.never_unloaded
                    weight = (held and set(item.entry.loads) <= WEIGHTS) or item.entry.kind == "carry"
                    loaded = (legs or weight) and block.phase in self.no_load
                    if (heavy and block.phase in self.phases) or jumps or loaded:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
