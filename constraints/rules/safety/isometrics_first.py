"""Sore tissue is loaded by holds first."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.exercise import loaded_by
from profiles.plan import Plan
from profiles.season import Block, Season, weeks_between
from profiles.where import InBlock
from solver.rule import Violation


class IsometricsFirst(ExerciseRule):
    """Holds load a tendon without movement and are the usual first step; other work follows when they are easy.

    On two legs a load is lighter than on one.
    """

    sentence = (
        "With a current injury, the sore part is trained by holds only in blocks that begin within {weeks} weeks of "
        "the season's start, and without heavy work or a load on one leg in those that begin within {light_weeks} "
        "(weeks to the nearest whole one)."
    )
    guidance = ("INJ-10", "INJ-28", "INJ-06", "DOS-63")

    weeks: int = Field(ge=0, le=12, description="from the season's start")
    light_weeks: int = Field(ge=0, le=26, description="from the season's start")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        weeks = weeks_between(season.first, block.first)
        one_leg = option.exercise.sides != "both" and option.exercise.lasts
        heavy = option.heavy or (one_leg and option.loaded)
        barred = option.style != "hold" if weeks < self.weeks else heavy and weeks < self.light_weeks
        return barred and any(option.exercise.loads_part(injury) for injury in season.profile.injuries.current)

    def holds_weeks(self) -> int:
        return self.weeks

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        start = plan.season.profile.season.start
        for block in plan.season.blocks:
            days = (block.first - start).days + 3  # to the nearest week
            holds, light = days < 7 * self.weeks, days < 7 * self.light_weeks
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    loads = {item.entry.category, item.entry.pattern}
                    sore = [i for i in plan.season.profile.injuries.current if loads & loaded_by()[i]]
                    moves = item.entry.kind not in ("isometric", "carry")
                    carried = item.style == "moderate" or item.entry.never_unloaded
                    lift = item.entry.kind == "compound" or item.style in ("calf", "soleus")
                    one_leg = item.entry.sides in ("each", "alternating") and lift and carried
                    heavy = item.style == "heavy" or item.entry.heavy == "always" or one_leg
                    if sore and ((holds and moves) or (light and heavy)):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
