"""The proof of a plan: the cost of each tier, and its proven lower bound."""

from __future__ import annotations

from dataclasses import dataclass

from cli.pages import words
from profiles.plan import TierRecord


@dataclass(frozen=True)
class TierRow:
    tier: str
    name: str
    cost: int
    bound: int
    """no plan costs less"""
    proven: bool
    counts: str
    """what the tier counts"""


@dataclass(frozen=True)
class TierProof:
    rows: tuple[TierRow, ...]

    @property
    def says(self) -> str:
        """What the numbers mean."""
        if not self.rows:
            return "Nothing: this plan was written without a search."
        if all(row.proven for row in self.rows):
            return (
                "Each block is proven given the blocks before it, and its exercises given its calendar: "
                "tier by tier, no other way costs less."
            )
        return (
            "Where it says no, time ran out: a better plan may exist, but none below the bound. "
            "Each block is judged given the blocks before it."
        )


def tier_proof(tiers: tuple[TierRecord, ...]) -> TierProof:
    return TierProof(
        tuple(
            TierRow(
                tier.name, words.word(tier.name), tier.value, tier.bound, tier.proven, words.TIERS.get(tier.name, "")
            )
            for tier in tiers
        )
    )
