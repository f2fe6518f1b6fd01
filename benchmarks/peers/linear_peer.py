"""A solver of integer programs as a peer: the same rules, blocks and tiers as ours, audited as ours are."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.peers.linear_search import Inexact, LinearSearch, Minimise
from benchmarks.peers.peer import Answer
from constraints.planning.brief import Brief
from constraints.planning.conflict import Conflict
from constraints.planning.planner import Solved, plan_for
from solver.cpsat.model import Model
from solver.outcome import Disagreement, OutOfTime, Tier


@dataclass
class _Begun:
    """How far the season has come."""

    block: int = 0
    blocks: int = 0
    tiers: list[str] = field(default_factory=list)
    """of the block, the last one unsolved"""

    def __call__(self, block: int, blocks: int, what: str) -> None:
        self.block, self.blocks = block, blocks
        self.tiers = [] if what == "building" else [*self.tiers, what]

    def told(self, stopped: str) -> str:
        """A sentence that says what is proven, and where it stopped."""
        *proven, last = self.tiers
        tiers = f" and {', '.join(proven)} of block {self.block}" if proven else ""
        whole = f"every tier of {self.block - 1} of {self.blocks} blocks"
        return f"proven: {whole}{tiers}; then {last} of block {self.block}: {stopped}"


@dataclass(frozen=True)
class LinearPeer:
    name: str
    says: str
    minimise: Minimise

    def solve(self, brief: Brief, limit_s: float) -> Answer:
        began = time.perf_counter()
        begun = _Begun()
        searches: list[LinearSearch] = []

        def begin(model: Model, _limit: float, start: Mapping[int, int]) -> LinearSearch:
            searches.append(LinearSearch(model, start, self.minimise, began + limit_s))
            return searches[-1]

        try:
            outcome = plan_for(brief, begun, search=begin)
        except (Inexact, Disagreement, RuntimeError) as error:
            return Answer("failed", (), None, time.perf_counter() - began, str(error))
        seconds = time.perf_counter() - began
        match outcome:
            case Solved(plan, verdict):
                tiers = tuple(Tier(tier.name, tier.value, tier.bound) for tier in plan.header.tiers)
                return Answer("proven" if verdict.proven else "found", tiers, plan, seconds, "")
            case Conflict(rules):
                return Answer("infeasible", (), None, seconds, " ".join(rule.say() for rule in rules))
            case OutOfTime():
                return Answer("out of time", (), None, seconds, begun.told(searches[-1].stopped))
