"""Power is trained in the phases that ask for it."""

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


class PowerWork(PlanRule):
    """Few, fast contacts on fresh legs train elastic return; more of them only tire."""

    sentence = "At least {least} power exercise(s) that use the legs in each full week, by phase, in the main stage."
    guidance = ("PHA-11", "PHA-27", "DOS-43", "CON-27")

    least: dict[Phase, int] = Field(description="power exercises that use the legs, in a full week, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            if block.stage == "main":
                held = x.weekly_count(
                    block, lambda option: option.style == "power" and option.exercise.region != "upper"
                )
                on.at_least_each(held, self.least[block.phase], at=lambda week: InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            power = [item.entry for session in plan.credited(week) for item in session.main if item.role == "power"]
            short = self.least[week.phase] - sum(entry.region in ("lower", "whole") for entry in power)
            if week.full and short > 0 and week.block.stage == "main":
                yield self.missed(InWeek(week.number), short)
