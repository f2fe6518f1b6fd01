"""The interface of all peers: they get a season and return an answer with its proof and its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from constraints.planning.brief import Brief
from profiles.plan import Plan
from solver.outcome import Tier

Status = Literal["proven", "found", "out of time", "infeasible", "failed"]


@dataclass(frozen=True)
class Answer:
    """The result for a season within the limit.

    `proven`: a plan, optimal in every tier. `found`: a plan, of which that is not proven. `out of time`: no plan of
    the whole season. `failed`: exact arithmetic or the audit refuted the solver's answer.
    """

    status: Status
    tiers: tuple[Tier, ...]
    """the price paid by tier, and the floor that is proven for it"""
    plan: Plan | None
    seconds: float
    """wall time, building the model included"""
    note: str
    """what was proven until time ran out, what went wrong, or a remark on the comparison"""
    breaches: int = 0
    """walls that the audit finds broken"""


class Peer(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def says(self) -> str:
        """A sentence that describes the peer."""

    def solve(self, brief: Brief, limit_s: float) -> Answer:
        """Plan the whole season within so much wall time."""
