"""What was found of a plan, as one value. Every check of a plan uses this module; it needs no solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from constraints.planning.assembly import given, versions
from constraints.planning.brief import Brief
from constraints.planning.causes import Cause, causes_of
from constraints.planning.consistency import Fault, faults
from constraints.planning.reasons import with_reasons
from profiles.plan import Header, Plan, TierRecord
from solver.audit import Report, audit
from solver.rule import Violation

State = Literal["as proven", "as solved", "edited", "stale", "broken"]
"""`as solved`: not proven in every tier. `edited`: by hand, after it was solved; it still keeps every wall. `stale`:
the doctrine or a program has changed since. `broken`: it breaks a wall or contradicts its own choices."""

Claim = Literal["profile", "doctrine", "tiers", "cost", "proof", "reasons", "doctrine's text", "versions"]


@dataclass(frozen=True)
class Mismatch:
    """What a plan's header, or a session's reason, claims and what is so."""

    claim: Claim
    of: str = ""
    """a tier, or a date"""
    found: object = None
    due: object = None

    @property
    def stale(self) -> bool:
        """Whether a later release explains it, not an edit."""
        return self.claim in ("doctrine's text", "versions")


@dataclass(frozen=True)
class Verdict:
    """A plan judged by the rules of its brief."""

    plan: Plan
    brief: Brief
    report: Report
    """walls broken and prices paid; empty where the faults left nothing to judge"""
    faults: tuple[Fault, ...]
    mismatches: tuple[Mismatch, ...]
    proven: bool
    """whether the header claims a proof in every tier"""

    @cached_property
    def state(self) -> State:
        if self.report.broken or any(fault.breaks for fault in self.faults):
            return "broken"
        if self.faults or any(not mismatch.stale for mismatch in self.mismatches):
            return "edited"
        if self.mismatches:
            return "stale"
        return "as proven" if self.proven else "as solved"

    @cached_property
    def causes(self) -> Mapping[Violation, Cause]:
        """Why what was asked for is missing, where that could be found; slow, so it is computed on demand."""
        return causes_of(self.plan, self.brief, self.report.paid)

    @property
    def unreadable(self) -> bool:
        """Whether a fault left nothing to judge."""
        return any(fault.fatal for fault in self.faults)


def judge(plan: Plan, brief: Brief) -> Verdict:
    """The verdict on a plan under the brief of its profile."""
    if (plan.blocks, {one.week: one.running for one in plan.running}) == (brief.season.blocks, brief.season.running):
        plan = plan.in_season(brief.season)
    found = tuple(faults(plan, brief))
    proven = bool(plan.header.tiers) and all(tier.proven for tier in plan.header.tiers)
    if any(fault.fatal for fault in found):
        return Verdict(plan, brief, Report((), ()), found, (), proven)
    report = audit(plan, brief.rules)
    return Verdict(plan, brief, report, found, tuple(_mismatches(plan, brief, report)), proven)


def _mismatches(plan: Plan, brief: Brief, report: Report) -> Iterator[Mismatch]:
    head = plan.header
    if head.profile_hash != brief.profile.digest:
        yield Mismatch("profile", found=head.profile_hash, due=brief.profile.digest)
    if (head.doctrine, head.overrides) != (brief.doctrine.name, brief.doctrine.overrides):
        yield Mismatch("doctrine", found=head.doctrine, due=brief.doctrine.name)
    yield from _tiers(head, brief, report)
    if not report.broken and any(session.because for session in plan.sessions):  # else no reason is claimed
        for session, again in zip(plan.sessions, with_reasons(plan, brief.rules).sessions, strict=True):
            if session.because != again.because:
                yield Mismatch("reasons", session.date.isoformat(), session.because, again.because)
    if head.doctrine_hash != brief.doctrine.hash:
        yield Mismatch("doctrine's text", brief.doctrine.name, head.doctrine_hash, brief.doctrine.hash)
    for name, due in versions().items():
        if head.versions.get(name) != due:
            yield Mismatch("versions", name, head.versions.get(name), due)


def _tiers(head: Header, brief: Brief, report: Report) -> Iterator[Mismatch]:
    names, due = tuple(tier.name for tier in head.tiers), brief.doctrine.tables.tiers
    if names != due:
        yield Mismatch("tiers", found=names, due=due)
        return
    for tier in head.tiers:
        now = report.price(tier.name)
        if now != tier.value:
            yield Mismatch("cost", tier.name, tier.value, now)
        elif not _possible(tier):
            yield Mismatch("proof", tier.name, tier.model_dump(), None)


def _possible(tier: TierRecord) -> bool:
    """Whether the proof that a tier claims can be true."""
    bounded = 0 <= tier.bound <= tier.value and tier.proven == (tier.bound == tier.value)
    return bounded and tier.given == given(tier.name)
