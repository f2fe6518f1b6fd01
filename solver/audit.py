"""Checks a finished plan against its rules only. It never loads OR-Tools, so it is independent of the solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from solver.outcome import Disagreement, Tier
from solver.rule import Rule, Violation


@dataclass(frozen=True)
class Report:
    """All violations of a plan: walls broken, and prices paid by tier."""

    broken: tuple[Violation, ...]
    paid: tuple[Violation, ...]

    def price(self, tier: str) -> int:
        return sum(violation.price for violation in self.paid if violation.tier == tier)


def audit(plan: Any, rules: Iterable[Rule[Any, Any]]) -> Report:
    """Run the check of every rule on a plan."""
    found = [violation for rule in rules for violation in rule.check(plan)]
    return Report(
        tuple(violation for violation in found if violation.tier is None),
        tuple(violation for violation in found if violation.tier is not None),
    )


def confirm(report: Report, tiers: Sequence[Tier], charged: Counter[tuple[str, str]]) -> None:
    """Raise Disagreement if the audit finds a wall broken, or a price that differs from the solver's.

    `charged` is what the solver charged, by tier and rule; the value of each tier must be the sum of its charges.
    """
    if report.broken:
        walls = "; ".join(f"{violation.rule} at {violation.at}" for violation in report.broken[:5])
        raise Disagreement(f"the solver calls this plan sound, but the audit finds broken: {walls}")
    found: Counter[tuple[str, str]] = Counter()
    for violation in report.paid:
        found[str(violation.tier), violation.rule] += violation.price
    differ = [
        f"{rule} in tier {tier}: {charged[tier, rule]} charged, {found[tier, rule]} found"
        for tier, rule in sorted(charged | found)
        if charged[tier, rule] != found[tier, rule]
    ]
    differ += [
        f"tier {tier.name}: {tier.value} to the solver, {report.price(tier.name)} to the audit"
        for tier in tiers
        if tier.value != report.price(tier.name)
    ]
    if differ:
        raise Disagreement(f"solver and audit price this plan differently: {'; '.join(differ)}")
