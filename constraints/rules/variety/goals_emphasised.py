"""Each goal of the runner gets its exercises."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.profile import ExerciseId, Goal
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class GoalsEmphasised(PlanRule):
    """Hills, descents, rough ground and a long day at a desk each load the body in another way."""

    sentence = "Each block holds at least {least} exercise(s) for each goal of the runner (phases: {phases})."
    guidance = ("STR-31", "STR-57", "INJ-20")

    least: int = Field(ge=1, le=4, description="exercises for each goal in a block")
    exercises: dict[Goal, tuple[ExerciseId, ...]] = Field(description="exercises by goal")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            for goal in x.season.profile.athlete.goals if block.phase in self.phases else ():
                held = x.count(block, lambda option: option.exercise.id in self.exercises[goal])
                on.at_least(held, self.least, at=InBlock(block.number, of=goal))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for goal in plan.season.profile.athlete.goals:
                wanted = set(self.exercises[goal])
                short = self.least - sum(item.exercise in wanted for item in plan.items(block))
                if block.phase in self.phases and short > 0:
                    yield self.missed(InBlock(block.number, of=goal), short)
