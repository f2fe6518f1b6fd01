"""Judges a finished plan by its rules alone. Never loads OR-Tools: what it says needs no solver to be believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from solver.outcome import Disagreement, Tier
from solver.rule import Rule, Violation


@dataclass(frozen=True)
class Report:
    """All that a plan misses: walls broken, and prices paid by tier."""

    broken: tuple[Violation, ...]
    paid: tuple[Violation, ...]

    def price(self, tier: str) -> int:
        return sum(violation.price for violation in self.paid if violation.tier == tier)


def audit(plan: Any, rules: Iterable[Rule[Any, Any]]) -> Report:
    """Every rule's judgement of a plan."""
    found = [violation for rule in rules for violation in rule.check(plan)]
    return Report(
        tuple(violation for violation in found if violation.tier is None),
        tuple(violation for violation in found if violation.tier is not None),
    )


def confirm(report: Report, tiers: Sequence[Tier], charged: Counter[tuple[str, str]]) -> None:
    """Raise Disagreement unless the audit finds no wall broken and each tier's price as the solver did.

    `charged` is what the solver charged, by tier and rule: it names the rule whose two halves differ.
    """
    if report.broken:
        walls = "; ".join(f"{violation.rule} at {violation.at}" for violation in report.broken[:5])
        raise Disagreement(f"the solver calls this plan sound, but the audit finds broken: {walls}")
    for tier in tiers:
        if report.price(tier.name) != tier.value:
            found: Counter[tuple[str, str]] = Counter()
            for violation in report.paid:
                found[str(violation.tier), violation.rule] += violation.price
            differ = [
                f"{rule} ({charged[name, rule]} charged, {found[name, rule]} found)"
                for name, rule in sorted(charged | found)
                if name == tier.name and charged[name, rule] != found[name, rule]
            ]
            raise Disagreement(
                f"tier {tier.name} costs {tier.value} to the solver and {report.price(tier.name)} to the audit: "
                + ", ".join(differ)
            )
