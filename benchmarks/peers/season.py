"""What peers that plan with their own means start from and end with: what may be chosen, and a plan on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from constraints.doctrine import Doctrine, PlanRule
from constraints.record import with_addons_and_notes
from profiles.plan import Addon, BlockRecord, Header, Plan, RunningRecord, Session
from profiles.season import Season
from solver.audit import Report, audit
from solver.outcome import Tier

R = TypeVar("R", bound=PlanRule)


def rule_of(doctrine: Doctrine, kind: type[R]) -> R | None:
    """The doctrine's rule of a kind, with its numbers."""
    return next((rule for rule in doctrine.rules if isinstance(rule, kind)), None)


def on_paper(doctrine: Doctrine, season: Season, sessions: Iterable[Session], addons: Iterable[Addon]) -> Plan:
    """The plan of these sessions and add-ons, as ours are written, with the season's own blocks."""
    profile = season.profile
    ordered = sorted(sessions, key=lambda session: session.date)
    plan = Plan(
        header=Header(
            doctrine=doctrine.name, profile_hash=profile.digest, doctrine_hash=doctrine.hash, versions={},
            overrides=doctrine.overrides,
        ),
        profile=profile.model_dump(mode="json", exclude_defaults=True),
        blocks=tuple(BlockRecord(**vars(block)) for block in season.blocks),
        running=tuple(RunningRecord(week=week, running=running) for week, running in sorted(season.running.items())),
        sessions=doctrine.prescription.week_by_week(ordered, season),
    )  # fmt: skip
    return with_addons_and_notes(plan, doctrine, addons)


def judged(doctrine: Doctrine, plan: Plan) -> tuple[Report, tuple[Tier, ...]]:
    """The audit of a plan, and its price by tier; a floor of 0 is all that an audit knows."""
    report = audit(plan, doctrine.rules)
    return report, tuple(Tier(name, report.price(name), 0) for name in doctrine.tables.tiers)
