"""A session has no more exercises than can be done well."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import weeks_between
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class ExercisesAtMost(PlanRule):
    """With more exercises the quality of each falls, and the session tires the runner for the next run."""

    sentence = (
        "A session holds at most {most} exercises, of them at most {leg_compounds} leg compounds, {upper} for the "
        "upper body, {core} for the core, {calves} for the calves and {holds} holds "
        "({holds_first} with a current injury, in blocks that begin within {first_weeks} weeks of the season's start)."
    )
    guidance = ("DOS-13", "DOS-14", "DOS-16", "DOS-17", "CON-17", "INJ-10")

    most: int = Field(ge=1, le=12, description="exercises in a session")
    leg_compounds: int = Field(ge=0, le=6, description="compound lifts for the legs")
    upper: int = Field(ge=0, le=6, description="exercises for the upper body")
    core: int = Field(ge=0, le=6, description="exercises for the core")
    calves: int = Field(ge=0, le=4, description="exercises for calves and ankles")
    holds: int = Field(ge=0, le=4, description="isometric holds outside the core")
    holds_first: int = Field(ge=0, le=4, description="the same, where a current injury takes holds only")
    first_weeks: int = Field(ge=0, le=12, description="from the season's start, in which it does")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            early = weeks_between(x.season.first, slot.block.first) < self.first_weeks
            holds = self.holds_first if early and x.season.profile.injuries.current else self.holds
            weeks = len(x.season.weeks_in(slot.block))
            for amount, most, part in (
                (slot.count(), self.most, "in all"),
                (
                    slot.count(lambda option: option.legs and option.exercise.kind == "compound"),
                    self.leg_compounds,
                    "legs",
                ),
                (slot.count(lambda option: option.exercise.region == "upper"), self.upper, "upper"),
                (slot.count(lambda option: option.exercise.category == "core"), self.core, "core"),
                (slot.count(lambda option: option.exercise.category == "calves_ankles"), self.calves, "calves"),
                (slot.count(lambda option: option.role == "isometric"), holds, "holds"),
            ):
                on.at_most(amount, most, at=slot.where(of=part), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        who = plan.season.profile
        for block in plan.season.blocks:
            early = (block.first - who.season.start).days + 3 < 7 * self.first_weeks
            first = bool(who.injuries.current) and early
            for slot, session in plan.slots(block).items():
                entries = [item.entry for item in session.main]
                counts = {
                    "in all": (len(entries), self.most),
                    "legs": (sum(entry.leg_work and entry.kind == "compound" for entry in entries), self.leg_compounds),
                    "upper": (sum(entry.region == "upper" for entry in entries), self.upper),
                    "core": (sum(entry.category == "core" for entry in entries), self.core),
                    "calves": (sum(entry.category == "calves_ankles" for entry in entries), self.calves),
                    "holds": (
                        sum(item.role == "isometric" for item in session.main),
                        self.holds_first if first else self.holds,
                    ),
                }
                for part, (count, most) in counts.items():
                    if count > most:
                        weeks = len(plan.season.weeks_in(block))
                        yield self.missed(InBlock(block.number, slot, of=part), (count - most) * weeks)
