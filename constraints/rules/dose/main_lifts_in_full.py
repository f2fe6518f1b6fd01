"""Main lifts get all their sets."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import WEIGHTS
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class MainLiftsInFull(PlanRule):
    """Where time is short, small exercises lose sets before the main lifts do.

    At a place without a weight nothing is heavy; there the lifts of the legs are the main lifts.
    """

    sentence = (
        "Main lifts are done for this many sets: {sets}; after the introduction so is each leg lift at a place without "
        "a weight."
    )
    guidance = ("DOS-20", "DOS-38", "RUL-09", "PHA-04")

    sets: dict[Phase, int] = Field(description="sets of a main lift, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            bare = [place for place in slot.places if WEIGHTS.isdisjoint(x.season.profile.place_named(place).items)]
            asked = self.sets[slot.block.phase]
            for option in slot.options:
                short = asked * slot.holds(option) - slot.sets_of(option)
                if option.style == "heavy":
                    on.at_most(short, 0, at=slot.where(exercise=option.exercise.id))
                elif _leg_lift(option) and slot.block.stage == "main":
                    for place in bare:
                        there = short + asked * slot.is_at(place)
                        on.at_most(there, asked, at=slot.where(exercise=option.exercise.id))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                bare = not plan.season.profile.place_named(session.place).items & WEIGHTS
                for item in session.main:
                    short = self.sets[block.phase] - item.dose.sets
                    of_the_legs = item.style in ("moderate", "bodyweight") and item.entry.region == "lower"
                    unloaded = bare and block.stage != "introduction" and of_the_legs and item.entry.kind == "compound"
                    if short > 0 and (item.style == "heavy" or unloaded):
                        yield self.missed(InBlock(block.number, slot, item.exercise), short)


def _leg_lift(option: Option) -> bool:
    lifted = option.style in ("moderate", "bodyweight")
    return lifted and option.exercise.kind == "compound" and option.exercise.region == "lower"
