"""A brief in, an audited plan out: block by block in time order, tier by tier.

Each block is solved to proven optimality in every tier, given the blocks before it; the exercises are chosen last,
with the calendar fixed. Where a wish leaves a block without a plan although the season has one, the block is solved
again together with the block before it, and so on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.hints import start_of
from constraints.model.past import Past
from constraints.planning.assembly import BESIDE, FILLS_IN, plan_of, sessions_of
from constraints.planning.brief import Brief
from constraints.planning.conflict import Conflict, conflict_in
from constraints.planning.judge import Verdict, judge
from constraints.planning.narrowing import domain_of
from constraints.planning.reasons import with_reasons
from profiles.plan import Addon, Plan, Session
from profiles.season import Block
from solver.audit import confirm
from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Disagreement, Infeasible, OutOfTime, Tier
from solver.scope import Ledger, Scope

Progress = Callable[[int, int, str], None]
"""Called with a block, the number of blocks, and the step that begins: `building`, a tier, or, at the end, `audit`."""

Begin = Callable[[Model, float, Mapping[int, int]], Search]
"""Begins the search on the model of a window, with a limit and values to try first."""

LIMIT: Final = 60.0
"""Deterministic time a tier of a block may take; the shipped profiles need less than a hundredth of it."""


@dataclass(frozen=True)
class Solved:
    """A plan and its verdict."""

    plan: Plan
    verdict: Verdict


@dataclass(frozen=True)
class _Part:
    """A window of blocks, solved."""

    blocks: tuple[Block, ...]
    sessions: tuple[Session, ...]
    addons: tuple[Addon, ...]
    tiers: tuple[Tier, ...]
    charged: Counter[tuple[str, str]]


def plan_for(
    brief: Brief,
    progress: Progress = lambda _block, _blocks, _what: None,
    limit: float = LIMIT,
    search: Begin = Search,
) -> Solved | Conflict | OutOfTime:
    """The season's audited plan; or the rules and wishes that conflict; or the tier that took too long.

    Another `search` may minimise the tiers, as the benchmark's peers do. Raises Disagreement when solver and audit
    judge the plan differently.
    """
    work = _Work(brief, domain_of(brief), progress, limit, search)
    parts: list[_Part] = []
    blocks = list(brief.season.blocks)
    while blocks:
        window: tuple[Block, ...] = (blocks.pop(0),)
        part = work.solve(window, parts)
        if isinstance(part, Infeasible) and (conflict := conflict_in(brief)) is not None:
            return conflict
        while isinstance(part, Infeasible):
            if not parts:
                raise Disagreement("CP-SAT finds no plan for the season's first blocks, but one for the whole season")
            window = parts.pop().blocks + window
            part = work.solve(window, parts)
        if isinstance(part, OutOfTime):
            return part
        parts.append(part)
    progress(len(brief.season.blocks), len(brief.season.blocks), "audit")
    return _audited(brief, parts)


@dataclass(frozen=True)
class _Work:
    """What the solves of all windows have in common."""

    brief: Brief
    domain: Domain
    progress: Progress
    limit: float
    search: Begin

    def solve(self, window: tuple[Block, ...], parts: Sequence[_Part]) -> _Part | Infeasible | OutOfTime:
        block, blocks = window[-1].number, len(self.brief.season.blocks)
        self.progress(block, blocks, "building")
        tables = self.brief.doctrine.tables
        past = Past(
            [session for part in parts for session in part.sessions], [addon for part in parts for addon in part.addons]
        )
        model, ledger = Model(), Ledger()
        x = Decisions(model, self.brief.season, window, self.domain, tables.session, past)
        for rule in self.brief.rules:
            rule.post(Scope(rule, model, ledger), x)
        search = self.search(model, self.limit, start_of(x, past.sessions))
        tiers = search.minimise(
            [(name, ledger.cost(name, model)) for name in tables.tiers],
            lambda tier: self.progress(block, blocks, tier),
            settled={BESIDE: x.calendar, FILLS_IN: (*x.calendar, *x.addons.values())},
            kept=dict.fromkeys(set(tables.tiers) - {FILLS_IN}, x.content),
        )
        if not isinstance(tiers, tuple):
            return tiers
        charged: Counter[tuple[str, str]] = Counter()
        for charge in ledger.charges:
            charged[charge.tier, charge.rule] += charge.paid(search.value)
        addons = tuple(Addon(date=date, kind=kind) for (date, kind), on in x.addons.items() if search.value(on))
        return _Part(window, tuple(sessions_of(x, self.brief, search.value)), addons, tiers, charged)


def _audited(brief: Brief, parts: Sequence[_Part]) -> Solved:
    tiers = tuple(
        sum((part.tiers[index] for part in parts), start=Tier(name, 0, 0))
        for index, name in enumerate(brief.doctrine.tables.tiers)
    )
    sessions = [session for part in parts for session in part.sessions]
    addons = [addon for part in parts for addon in part.addons]
    charged: Counter[tuple[str, str]] = Counter()
    for part in parts:
        charged.update(part.charged)
    verdict = judge(plan_of(brief, sessions, addons, tiers), brief)
    confirm(verdict.report, tiers, charged)
    if verdict.faults or verdict.mismatches:
        raise Disagreement(f"the plan contradicts itself: {(*verdict.faults, *verdict.mismatches)[0]}")
    plan = with_reasons(verdict.plan, brief.rules)
    return Solved(plan, replace(verdict, plan=plan))
