"""Power is trained in the phases that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class PowerWork(PlanRule):
    """Few, fast contacts on fresh legs train elastic return; more of them only tire."""

    sentence = "At least {least} power exercise(s) a week that use the legs, by phase, in the main stage."
    guidance = ("PHA-11", "PHA-27", "DOS-43", "CON-27")

    least: dict[Phase, int] = Field(description="power exercises that use the legs, in a full week, by phase")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            if block.stage == "main":
                held = x.count(block, lambda option: option.style == "power" and option.exercise.region != "upper")
                weeks = len(x.season.weeks_in(block))
                on.at_least(held, self.least[block.phase], at=InBlock(block.number), times=weeks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            power = [item.entry for item in plan.items(block) if item.role == "power"]
            short = self.least[block.phase] - sum(entry.region in ("lower", "whole") for entry in power)
            if short > 0 and block.stage == "main":
                yield self.missed(InBlock(block.number), short * len(plan.season.weeks_in(block)))
