"""A straightforward CP-SAT model: exercises chosen for each session, all weeks and all tiers in one solve.

Each week is a separate block, so nearly every rule is posted unchanged, on sessions that are chosen again every week.
The tiers form one weighted sum, in which a unit of a tier outweighs the range of all later tiers. Effects on rules:

- `LEFT_OUT` are rules about a change from block to block, which would ask for new exercises every week.
- What a block requires in a full week is required in each week, including cut and race weeks; no week is required to
  have every session of its block (whole_weeks).
- Letters follow the week in every week, and an exercise that requires another one in an earlier block of three weeks
  (experience_gates) is never allowed.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from ortools.sat.python import cp_model

from benchmarks.peers.linear import flatten
from benchmarks.peers.peer import Answer, Status
from benchmarks.peers.season import judged
from constraints.model.decisions import Decisions
from constraints.model.past import Past
from constraints.planning.assembly import plan_of, sessions_of
from constraints.planning.brief import Brief
from constraints.planning.narrowing import domain_of
from profiles.plan import Addon, Plan
from profiles.season import Block, Season
from solver.cpsat.model import Model
from solver.scope import Ledger, Scope

if TYPE_CHECKING:
    from solver.cpsat.model import Amount

LEFT_OUT: Final = frozenset({"fresh_accessories"})
MOST: Final = 2**53
"""The largest weighted sum for which the bound that CP-SAT reports, a float, is exact."""


@dataclass(frozen=True)
class _Posted:
    """A season on one model, and its tiers as amounts, in order."""

    brief: Brief
    model: Model
    x: Decisions
    tiers: tuple[tuple[str, Amount], ...]


@dataclass(frozen=True)
class Textbook:
    name: str
    says: str
    workers: int = 1

    def solve(self, brief: Brief, limit_s: float) -> Answer:
        began = time.perf_counter()
        posted = _posted(brief)
        model = posted.model
        ranges = [model.range(amount) for _, amount in posted.tiers]
        weights = _weights(ranges)
        if sum(weight * high for weight, (_, high) in zip(weights, ranges, strict=True)) >= MOST:
            return Answer("failed", (), None, time.perf_counter() - began, "the weighted sum is too large to be exact")
        model.cp.minimize(model.total([amount for _, amount in posted.tiers], weights))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = self.workers, 0
        solver.parameters.linearization_level = 2
        solver.parameters.max_time_in_seconds = max(0.01, limit_s - (time.perf_counter() - began))
        status = str(solver.status_name(solver.solve(model.cp)))
        if status not in ("OPTIMAL", "FEASIBLE"):
            ends: dict[str, Status] = {"INFEASIBLE": "infeasible", "UNKNOWN": "out of time"}
            note = f"nothing found, at least {solver.best_objective_bound:g} of the weighted sum proven"
            return Answer(ends.get(status, "failed"), (), None, time.perf_counter() - began, note)
        values = model.tightened(solver.response_proto.solution)
        return self._answer(posted, values, _floors(ranges, weights, solver.best_objective_bound), status, began)

    def _answer(
        self, posted: _Posted, values: Sequence[int], floors: Sequence[int], status: str, began: float
    ) -> Answer:
        def value(amount: Amount) -> int:
            return flatten(amount).at(values)

        plan = _plan(posted, value)
        report, tiers = judged(posted.brief, plan)
        seconds = time.perf_counter() - began
        if [tier.value for tier in tiers] != [value(amount) for _, amount in posted.tiers]:
            return Answer("failed", tiers, plan, seconds, "solver and audit price this plan differently")
        proven = status == "OPTIMAL"
        bounds = [tier.value for tier in tiers] if proven else floors
        tiers = tuple(replace(tier, bound=bound) for tier, bound in zip(tiers, bounds, strict=True))
        note = f"each week a block of its own; without {', '.join(sorted(LEFT_OUT))}"
        return Answer("proven" if proven else "found", tiers, plan, seconds, note, len(report.broken))


def _weekly(season: Season) -> Season:
    """The same season with each week as a separate block."""
    blocks = tuple(
        Block(
            number=week.number,
            phase=week.block.phase,
            stage=week.block.stage,
            first=week.days[0].date,
            last=week.days[-1].date,
        )
        for week in season.weeks
    )
    return Season.of(season.profile, blocks, season.running)


def _posted(brief: Brief) -> _Posted:
    doctrine = brief.doctrine
    doctrine = replace(doctrine, rules=tuple(rule for rule in doctrine.rules if rule.id not in LEFT_OUT))
    brief = replace(brief, doctrine=doctrine, season=_weekly(brief.season))
    model, ledger = Model(), Ledger()
    x = Decisions(model, brief.season, brief.season.blocks, domain_of(brief), doctrine.tables.session, Past())
    for rule in brief.rules:
        rule.post(Scope(rule, model, ledger), x)
    tiers = [(name, ledger.cost(name, model)) for name in doctrine.tables.tiers]
    amounts = [(name, model.total([over for over, _ in cost], [price for _, price in cost])) for name, cost in tiers]
    return _Posted(brief, model, x, tuple(amounts))


def _weights(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Weights such that one unit of a tier exceeds the range of all later tiers."""
    spans = [high - low + 1 for low, high in ranges]
    return list(accumulate(reversed(spans[1:]), lambda weight, span: weight * span, initial=1))[::-1]


def _floors(ranges: Sequence[tuple[int, int]], weights: Sequence[int], bound: float) -> list[int]:
    """Lower bounds of the tiers from one of the weighted sum: a good one for the first, trivial ones for the rest."""
    later = sum(weight * high for weight, (_, high) in zip(weights[1:], ranges[1:], strict=True))
    first = math.ceil((bound - later) / weights[0] - 1e-6)
    return [max(first, ranges[0][0]), *(low for low, _ in ranges[1:])]


def _plan(posted: _Posted, value: Callable[[Any], int]) -> Plan:
    x = posted.x
    addons = [Addon(date=date, kind=kind) for (date, kind), on in x.addons.items() if value(on)]
    return plan_of(posted.brief, sessions_of(x, posted.brief, value), addons)
