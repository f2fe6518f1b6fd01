"""Which rules and wishes cannot all be kept, when no plan keeps every wall."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from constraints.model.decisions import Decisions
from constraints.model.past import Past
from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import Brief
from constraints.planning.narrowing import whole_domain
from solver.conflicts import minimal_conflict
from solver.cpsat.model import Model
from solver.rule import Demand
from solver.scope import Ledger, Scope


@dataclass(frozen=True)
class Conflict:
    """These rules cannot all be kept, and leaving out any one of them lets the others be kept; wishes come first."""

    rules: tuple[PlanRule, ...]


def conflict_in(brief: Brief) -> Conflict | None:
    """The minimal conflict of a brief, or None where a plan keeps every wall.

    The walls are posted on the whole domain, so that each of them can be left out. Together they forbid exactly what
    `domain_of` removes, so that both have a plan or neither has.
    """
    model = Model(named_walls=True)
    domain = whole_domain(brief)
    x = Decisions(model, brief.season, brief.season.blocks, domain, brief.doctrine.tables.session, Past())
    for rule in brief.walls:
        rule.post(Scope(rule, model, Ledger()), x)
    ids = minimal_conflict(model, _rule_of)
    if not ids:
        return None
    rules = (rule for rule in brief.walls if rule.id in ids)
    return Conflict(tuple(sorted(rules, key=lambda rule: rule.family != "wishes")))


def _rule_of(wall: Hashable) -> Hashable:
    return wall.rule if isinstance(wall, Demand) else wall
