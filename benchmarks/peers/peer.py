"""The one interface of all peers: a season in, an answer with its proof and its time out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from constraints.planning.brief import Brief
from profiles.plan import Plan
from solver.outcome import Tier

Status = Literal["proven", "found", "out of time", "infeasible", "failed"]


@dataclass(frozen=True)
class Answer:
    """What became of a season within the limit.

    `proven`: a plan, optimal in every tier. `found`: a plan, of which that is not proven. `out of time`: no plan of
    the whole season. `failed`: the solver's answer did not stand up to exact arithmetic or to the audit.
    """

    status: Status
    tiers: tuple[Tier, ...]
    """the price paid by tier, and the floor that is proven for it"""
    plan: Plan | None
    seconds: float
    """wall time, building the model included"""
    note: str
    """what was proven until time ran out, what went wrong, or what must be known to compare"""
    breaches: int = 0
    """walls that the audit finds broken"""


class Peer(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def says(self) -> str:
        """What it is, in a sentence."""

    def solve(self, brief: Brief, limit_s: float) -> Answer:
        """Plan the whole season within so much wall time."""
