"""Beginners start at the foot of each ladder."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.equipment import FLOOR
from profiles.exercise import Exercise, catalogue
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.season import Block, Season
from profiles.where import InBlock
from solver.rule import Violation


class EasyRungsFirst(ExerciseRule):
    """The easier form teaches the movement; where it is skipped, bad form makes up for the strength that is missing."""

    sentence = (
        "In the introduction a beginner does no exercise of which some place allows an easier rung, holds apart from "
        "other work, unless the profile states reps of it."
    )
    guidance = ("PRG-07", "PRG-08", "PRG-20", "PRG-22", "PRG-23", "PRG-24", "PRG-38")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        profile, exercise = season.profile, option.exercise
        if profile.athlete.experience != "beginner" or block.stage != "introduction":
            return False
        easier = [rung for rung in _easier(exercise) if (rung.kind == "isometric") == (exercise.kind == "isometric")]
        return not profile.most_reps(exercise.id) and any(_possible(rung, profile) for rung in easier)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        who = plan.season.profile
        for block in plan.season.blocks if who.athlete.experience == "beginner" else ():
            for slot, session in plan.slots(block).items() if block.stage == "introduction" else ():
                for item in session.main:
                    if who.most_reps(item.exercise) is None and _skipped(item.entry, who):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))


def _easier(exercise: Exercise) -> Iterator[Exercise]:
    """The rungs below, however far."""
    for name in exercise.easier:
        yield catalogue()[name]
        yield from _easier(catalogue()[name])


def _possible(rung: Exercise, profile: Profile) -> bool:
    there = [FLOOR, *(FLOOR | place.items for place in profile.places.values())]
    allowed = profile.injuries.spared_by(rung.id) and rung.id not in profile.preferences.exclude
    return allowed and any(rung.doable_with(items) for items in there)


def _skipped(exercise: Exercise, who: Profile) -> bool:
    kits = [FLOOR, *(FLOOR.union(place.items) for place in who.places.values())]
    below, reached = set[str](), {exercise.id}
    while reached:
        reached = {rung for name in reached for rung in catalogue()[name].easier} - below
        below |= reached
    rungs = [catalogue()[name] for name in below if name not in who.preferences.exclude]
    return any(
        (exercise.hold_s is None) == (rung.hold_s is None)
        and not {*rung.harms} & {*who.injuries.current}
        and (not rung.needs or any(kit.issuperset(need) for kit in kits for need in rung.needs))
        for rung in rungs
    )
