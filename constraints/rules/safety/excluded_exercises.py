"""Excluded exercises are not in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Season
from profiles.where import InBlock, OnDate
from solver.rule import Violation


class ExcludedExercises(ExerciseRule):
    """The profile says that the runner does not do them, for whatever reason."""

    sentence = "No exercise that the profile excludes."
    guidance = ("PRG-37", "STR-58")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        return option.exercise.id in season.profile.preferences.exclude

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        out = plan.season.profile.preferences.exclude
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    if item.exercise in out:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
        for session in plan.sessions:
            for drill in (*session.warm_up, *session.cooldown):
                if drill.exercise in out:
                    yield self.missed(OnDate(session.date, drill.exercise))
