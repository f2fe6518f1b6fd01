"""Used by peers that do not use our models: rules of a brief, and the judgement of their plans."""

from __future__ import annotations

from typing import TypeVar

from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import Brief
from profiles.plan import Plan
from solver.audit import Report, audit
from solver.outcome import Tier

R = TypeVar("R", bound=PlanRule)


def rule_of(brief: Brief, kind: type[R]) -> R | None:
    """The brief's rule of a kind, with its numbers."""
    return next((rule for rule in brief.rules if isinstance(rule, kind)), None)


def judged(brief: Brief, plan: Plan) -> tuple[Report, tuple[Tier, ...]]:
    """The audit of a plan, and its price by tier with a lower bound of 0, as an audit proves no other."""
    report = audit(plan, brief.rules)
    return report, tuple(Tier(name, report.price(name), 0) for name in brief.doctrine.tables.tiers)
