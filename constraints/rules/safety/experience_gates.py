"""Exercises match the runner's experience, and ladders begin with easier rungs."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.exercise import LEVELS
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class ExperienceGates(ExerciseRule):
    """A lift whose technique is not yet learned trains mistakes under load."""

    sentence = (
        "No exercise above the runner's lifting experience; an intermediate one comes to a beginner after {sessions} "
        "sessions or more, in earlier blocks, with an easier rung of its ladder or a variant of it, or if the profile "
        "states a rep of it."
    )
    guidance = ("PRG-20", "PRG-21", "PRG-38", "CON-13", "CON-74")

    sessions: int = Field(ge=1, le=30, description="of earlier blocks that held the easier rung")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        above = LEVELS.index(option.exercise.level) > LEVELS.index(season.profile.athlete.experience)
        before = option.exercise.easier or option.exercise.variants
        stated = season.profile.most_reps(option.exercise.id)
        open_to_beginners = option.exercise.level == "intermediate" and (stated or (before and block.number > 1))
        return above and not open_to_beginners

    def post(self, on: Scope, x: Decisions, /) -> None:
        super().post(on, x)
        beginner = x.season.profile.athlete.experience == "beginner"
        for slot in x.all_slots() if beginner else ():
            for option in slot.options:
                stated = x.season.profile.most_reps(option.exercise.id)
                if option.exercise.level == "intermediate" and not (stated or self.bars(option, slot.block, x.season)):
                    before = (*option.exercise.easier, *option.exercise.variants)
                    earned = x.practised(slot.block, before, self.sessions)
                    on.at_most(slot.holds(option) - earned, 0, at=slot.where(option))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        able = {"beginner": 1, "intermediate": 2, "advanced": 3}
        mine = able[plan.season.profile.athlete.experience]
        for block in plan.season.blocks:
            whole = [one for one in plan.sessions if one.block < block.number and not one.reduced]
            done = [{item.exercise for item in one.main} for one in whole]
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    below = {*item.entry.easier, *item.entry.variants}
                    known = sum(not below.isdisjoint(held) for held in done) >= self.sessions
                    stated = plan.season.profile.most_reps(item.exercise) is not None
                    climbed = able[item.entry.level] == 2 and (known or stated)
                    if able[item.entry.level] > mine and not climbed:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
