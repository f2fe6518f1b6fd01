"""Exercises that can be loaded are loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.options import Option
from profiles.exercise import LEVELS, Exercise, Experience, catalogue, loaded_by
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class LoadWherePossible(PlanRule):
    """After the first weeks bodyweight alone no longer makes a leg stronger; a load does.

    A calf raise with a weight is an exercise of its own, one rung above the raise without.
    """

    sentence = (
        "After the introduction, an exercise that can be loaded where it is done is loaded, unless it trains a sore "
        "part in a block that begins within {sore_weeks} weeks of the season's start; each week of a block with one "
        "that is not is missed (phases: {phases})."
    )
    guidance = ("CON-14", "PRG-02", "PRG-14", "STR-55", "DOS-46", "PHA-04", "INJ-28")

    phases: tuple[Phase, ...] = Field(description="phases in which load is asked for")
    sore_weeks: int = Field(ge=0, le=26, description="from the season's start, in which a sore part goes without")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase not in self.phases or slot.block.stage == "introduction":
                continue
            weeks = len(x.season.weeks_in(slot.block))
            for option in slot.options:
                for place in () if self._spared(option.exercise, slot.block, x.season) else slot.places:
                    if self._could_be_loaded(option, x.season.profile, place):
                        at = slot.where(exercise=option.exercise.id)
                        on.at_most(slot.holds(option) + slot.is_at(place), 1, at=at, times=weeks)

    def _spared(self, exercise: Exercise, block: Block, season: Season) -> bool:
        sore = any(map(exercise.loads_part, season.profile.injuries.current))
        return sore and (block.first - season.first).days < 7 * self.sore_weeks

    def _could_be_loaded(self, option: Option, profile: Profile, place: str) -> bool:
        there = profile.place_named(place).items
        if option.style == "bodyweight":
            return not there.isdisjoint(option.exercise.loads)
        able = LEVELS[: LEVELS.index(profile.athlete.experience) + 1]
        rungs = [catalogue()[name] for name in option.exercise.harder if option.style in ("calf", "soleus")]
        return any(rung.never_unloaded and rung.level in able and rung.doable_with(there) for rung in rungs)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        who = plan.season.profile
        for block in plan.season.blocks:
            early = (block.first - who.season.start).days < 7 * self.sore_weeks
            sore = who.injuries.current if early else ()
            for slot, session in plan.slots(block).items() if block.stage == "main" else ():
                there = who.place_named(session.place).items
                for item in session.main if block.phase in self.phases else ():
                    unused = there.intersection(item.entry.loads) and item.style == "bodyweight"
                    could = unused or _raised_with_weight(item.exercise, there, who.athlete.experience)
                    trains = {item.entry.category, item.entry.pattern}
                    if could and all(trains.isdisjoint(loaded_by()[injury]) for injury in sore):
                        weeks = sum(week.block == block for week in plan.season.weeks)
                        yield self.missed(InBlock(block.number, slot, item.exercise), weeks)


def _raised_with_weight(exercise: str, there: Collection[str], experience: Experience) -> bool:
    """Whether a runner may do a calf raise with a weight there; such a raise is a rung of its own."""
    levels = {"beginner": 1, "intermediate": 2, "advanced": 3}
    return any(
        exercise in rung.easier
        and rung.never_unloaded
        and rung.kind != "isometric"
        and levels[rung.level] <= levels[experience]
        and any(set(need).issubset(there) for need in rung.needs)
        for rung in catalogue().values()
        if rung.pattern == "plantarflexion"
    )
