"""Every week of training holds a calf raise, on one leg for those who can."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class CalvesOnOneLeg(PlanRule):
    """The calf lifts the whole body on one leg at every step of a run; a hold or both legs ask much less of it."""

    sentence = (
        "Each full week holds a calf raise that moves, after the introduction on one leg; of beginners in blocks that "
        "begin {beginner_weeks} weeks or more after the season's start (phases: {phases})."
    )
    guidance = ("PRG-23", "DOS-46", "STR-16", "STR-54")

    beginner_weeks: int = Field(ge=0, le=26, description="from the season's start, in which two feet do for beginners")
    phases: tuple[Phase, ...] = Field(description="phases in which it is asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        beginner = x.season.profile.athlete.experience == "beginner"
        for block in x.blocks:
            learning = beginner and (block.first - x.season.first).days < 7 * self.beginner_weeks
            sides = ("each", "both") if learning or block.stage == "introduction" else ("each",)
            if block.phase in self.phases:
                held = x.weekly_count(
                    block, lambda option: option.style in ("calf", "soleus") and option.exercise.sides in sides
                )
                on.at_least_each(held, 1, at=lambda week: InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        who = plan.season.profile
        for week in plan.season.weeks:
            early = (week.block.first - who.season.start).days / 7 < self.beginner_weeks
            eased = (who.athlete.experience == "beginner" and early) or week.block.stage == "introduction"
            raises = [
                item.entry
                for session in plan.in_week(week)
                for item in session.main
                if item.entry.pattern == "plantarflexion" and item.entry.kind != "isometric"
            ]
            held = raises if eased else [entry for entry in raises if entry.sides == "each"]
            if week.full and week.phase in self.phases and not held:
                yield self.missed(InWeek(week.number))
