"""All basic patterns are trained every week."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import WEIGHTS
from constraints.prescription.reach import weights_at_hand
from profiles.exercise import Pattern
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class FivePatterns(PlanRule):
    """Squat, hinge, lunge, push and pull together train every joint that running loads.

    Without a weight a squat on two legs is too easy, so that one on one leg is a squat too.
    """

    sentence = (
        "Each full week holds the patterns {patterns}; where no place has a weight, these count as well: "
        "{without_weights} (phases: {phases})."
    )
    guidance = ("STR-17", "STR-25", "DOS-13", "CON-21", "PRG-10")

    patterns: dict[str, tuple[Pattern, ...]] = Field(description="basic pattern, and the movements that count as it")
    without_weights: dict[str, tuple[Pattern, ...]] = Field(
        description="basic pattern, and what else counts as it where no place has a weight"
    )
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        more = {} if weights_at_hand(x.season.profile) else self.without_weights
        asked = {name: (*movements, *more.get(name, ())) for name, movements in self.patterns.items()}
        for block in x.blocks:
            for name, movements in asked.items() if block.phase in self.phases else ():
                held = x.weekly_count(
                    block,
                    lambda option: option.exercise.kind == "compound" and option.exercise.pattern in movements,
                )
                on.at_least_each(held, 1, at=lambda week: InWeek(week.number, of=name))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        kit = {item for place in plan.season.profile.places.values() for item in place.items}
        for week in plan.season.weeks:
            items = [item.entry for session in plan.credited(week) for item in session.main]
            done = {entry.pattern for entry in items if entry.kind == "compound"}
            for name, movements in self.patterns.items():
                spare = () if kit & WEIGHTS else self.without_weights.get(name, ())
                if week.full and week.phase in self.phases and done.isdisjoint([*movements, *spare]):
                    yield self.missed(InWeek(week.number, of=name))
