"""Glutes and hamstrings get at least what the quads get."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class PosteriorOverQuads(PlanRule):
    """Running already overuses the front of the thigh; the muscles behind keep the knee and hip in line."""

    sentence = "Sets for glutes, hips and the posterior chain are at least those for the quads."
    guidance = ("STR-20", "CON-20")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            back = x.sets(
                block,
                lambda option: (
                    option.exercise.category in ("glutes_hips", "posterior_chain") and option.exercise.counts
                ),
            )
            front = x.sets(block, lambda option: option.exercise.category == "quads_knee")
            on.at_least(back - front, 0, at=InBlock(block.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            lead = 0
            for item in plan.items(block):
                match item.entry.category:
                    case "glutes_hips" | "posterior_chain" if item.entry.counts:
                        lead += item.dose.sets
                    case "quads_knee":
                        lead -= item.dose.sets
            if lead < 0:
                yield self.missed(InBlock(block.number), -lead)
