"""What peers that plan with their own means ask of a doctrine, and how their plans are judged."""

from __future__ import annotations

from typing import TypeVar

from constraints.knowledge.doctrine import Doctrine, PlanRule
from profiles.plan import Plan
from solver.audit import Report, audit
from solver.outcome import Tier

R = TypeVar("R", bound=PlanRule)


def rule_of(doctrine: Doctrine, kind: type[R]) -> R | None:
    """The doctrine's rule of a kind, with its numbers."""
    return next((rule for rule in doctrine.rules if isinstance(rule, kind)), None)


def judged(doctrine: Doctrine, plan: Plan) -> tuple[Report, tuple[Tier, ...]]:
    """The audit of a plan, and its price by tier; a floor of 0 is all that an audit knows."""
    report = audit(plan, doctrine.rules)
    return report, tuple(Tier(name, report.price(name), 0) for name in doctrine.tables.tiers)
