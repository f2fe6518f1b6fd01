"""Easy rungs are left to those who still learn from them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.plan_rule import ExerciseRule
from constraints.prescription.options import Option
from profiles.equipment import FLOOR
from profiles.exercise import LEVELS, Exercise, catalogue
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation


class RungsThatTrain(ExerciseRule):
    """A version made easier for beginners no longer trains a runner who can do the harder one.

    Whoever comes back to lifting, rests after a race or has an injury that the exercise helps still needs it.
    """

    sentence = (
        "After the introduction, no exercise that is only an easier rung for less experienced runners, unless it "
        "helps a current injury or the runner can do no harder rung of its pattern, nor one on one leg that is below "
        "the runner's level, or at it after {blocks} blocks (phases: {phases})."
    )
    guidance = ("PRG-38", "PRG-10", "PRG-24", "PRG-33", "TAP-18", "INJ-10")

    blocks: int = Field(ge=0, le=10, description="first blocks, in which a rung on one leg at one's level is learned")
    phases: tuple[Phase, ...] = Field(description="phases that leave easy rungs out")

    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        exercise, profile = option.exercise, season.profile
        if exercise.until is None or block.stage == "introduction" or block.phase not in self.phases:
            return False
        past = LEVELS.index(profile.athlete.experience) > LEVELS.index(exercise.until)
        helped = not set(exercise.helps).isdisjoint(profile.injuries.current)
        level = LEVELS.index(profile.athlete.experience) + (block.number > self.blocks)
        rungs = list(_harder(exercise, level))
        return past and not helped and (not rungs or any(_within_reach(rung, profile) for rung in rungs))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        levels = {"beginner": 1, "intermediate": 2, "advanced": 3}
        mine = levels[plan.season.profile.athlete.experience]
        sore = plan.season.profile.injuries.current
        reached = [level for level, number in levels.items() if number <= mine]
        for block in plan.season.blocks if mine > 1 else ():
            slots = plan.slots(block) if block.stage == "main" and block.phase in self.phases else {}
            for slot, session in slots.items():
                for item in session.main:
                    if item.entry.until is None or levels[item.entry.until] >= mine:
                        continue
                    above = _climbed(item.entry, mine + (block.number > self.blocks))
                    stuck = bool(above) and above.isdisjoint(_doable(plan.season.profile, reached))
                    if not stuck and not any(injury in item.entry.helps for injury in sore):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))


def _harder(exercise: Exercise, level: int) -> Iterator[Exercise]:
    """The rungs above of the same pattern, or on one leg and below a level."""
    for name in exercise.harder:
        rung = catalogue()[name]
        one_leg = exercise.sides == "both" and rung.sides == "each"
        learned = LEVELS.index(rung.level) < level
        if rung.pattern == exercise.pattern or (one_leg and learned):
            yield rung
            yield from _harder(rung, level)


def _within_reach(rung: Exercise, profile: Profile) -> bool:
    able = LEVELS.index(rung.level) <= LEVELS.index(profile.athlete.experience)
    allowed = profile.injuries.spared_by(rung.id) and rung.id not in profile.preferences.exclude
    there = [FLOOR, *(FLOOR | place.items for place in profile.places.values())]
    return able and allowed and any(rung.doable_with(items) for items in there)


def _climbed(exercise: Exercise, mine: int) -> set[str]:
    """The rungs above that lead on: of its pattern, or on one leg and learned by a runner of this level."""
    learned = {"beginner": mine > 1, "intermediate": mine > 2, "advanced": mine > 3}
    above: set[str] = set()
    reached = [exercise]
    while reached:
        steps = [(one, catalogue()[up]) for one in reached for up in one.harder if up not in above]
        reached = [
            up
            for one, up in steps
            if up.pattern == one.pattern or (learned[up.level] and (one.sides, up.sides) == ("both", "each"))
        ]
        above.update(up.id for up in reached)
    return above


def _doable(profile: Profile, levels: list[str]) -> set[str]:
    there = [FLOOR.union(items) for items in (FLOOR, *(place.items for place in profile.places.values()))]
    return {
        name
        for name, entry in catalogue().items()
        if entry.level in levels
        and name not in profile.preferences.exclude
        and not set(entry.harms) & set(profile.injuries.current)
        and (not entry.needs or any(here.issuperset(need) for here in there for need in entry.needs))
    }
