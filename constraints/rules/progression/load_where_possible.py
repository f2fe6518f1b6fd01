"""Exercises that can be loaded are loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.options import Option
from profiles.exercise import LEVELS, Experience, catalogue
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class LoadWherePossible(PlanRule):
    """After the first weeks bodyweight alone no longer makes a leg stronger; a load does.

    A calf raise with a weight is an exercise of its own, one rung above the raise without.
    """

    sentence = "After the introduction, an exercise that can be loaded where it is done is loaded (phases: {phases})."
    guidance = ("CON-14", "PRG-02", "PRG-14", "STR-55", "DOS-46")

    phases: tuple[Phase, ...] = Field(description="phases in which load is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            if slot.block.phase not in self.phases or slot.block.stage == "introduction":
                continue
            for option in slot.options:
                for place in slot.places:
                    if self._could_be_loaded(option, x.season.profile, place):
                        on.at_most(
                            slot.holds(option) + slot.is_at(place), 1, at=slot.where(exercise=option.exercise.id)
                        )

    def _could_be_loaded(self, option: Option, profile: Profile, place: str) -> bool:
        there = profile.place_named(place).items
        if option.style == "bodyweight":
            return not there.isdisjoint(option.exercise.loads)
        able = LEVELS[: LEVELS.index(profile.athlete.experience) + 1]
        rungs = [catalogue()[name] for name in option.exercise.harder if option.style in ("calf", "soleus")]
        return any(rung.never_unloaded and rung.level in able and rung.doable_with(there) for rung in rungs)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items() if block.stage == "main" else ():
                who = plan.season.profile
                there = who.place_named(session.place).items
                for item in session.main if block.phase in self.phases else ():
                    unused = there.intersection(item.entry.loads) and item.style == "bodyweight"
                    if unused or _raised_with_weight(item.exercise, there, who.athlete.experience):
                        yield self.missed(InBlock(block.number, slot, item.exercise))


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
