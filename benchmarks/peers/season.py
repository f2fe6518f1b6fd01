"""What peers that plan with their own means start from and end with: what may be chosen, and a plan on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from constraints.decisions import Domain
from constraints.doctrine import Doctrine, PlanRule
from constraints.dose.sets_fall_towards_race import SetsFallTowardsRace
from constraints.options import Option
from constraints.phases.sessions_by_phase import SessionsByPhase
from constraints.prescription.addons import asked_for
from constraints.prescription.dose import implement
from constraints.record import with_addons_and_notes
from profiles.plan import PLACED, Addon, BlockRecord, Header, Plan, RunningRecord, Session
from profiles.profile import SLOTS
from profiles.season import Block, Season
from solver.audit import Report, audit
from solver.outcome import Tier

R = TypeVar("R", bound=PlanRule)


def rule_of(doctrine: Doctrine, kind: type[R]) -> R | None:
    """The doctrine's rule of a kind, with its numbers."""
    return next((rule for rule in doctrine.rules if isinstance(rule, kind)), None)


def allowed(doctrine: Doctrine, season: Season) -> Domain:
    """The days, slots, sets and exercises that no wall strikes out by itself."""
    sessions, sets = rule_of(doctrine, SessionsByPhase), rule_of(doctrine, SetsFallTowardsRace)
    most_sessions: dict[Any, int] = dict(sessions.most) if sessions and sessions.hard else {}
    most_sets: dict[Any, int] = dict(sets.most) if sets and sets.hard else {}
    _, most = doctrine.tables.session.sets
    barred = {day.date for day in season.days.values() if any(rule.bars(day, season) for rule in doctrine.day_walls)}
    free = frozenset(date for date, day in season.days.items() if not day.away and day.race is None)
    return Domain(
        slots={block.number: SLOTS[: most_sessions.get(block.phase, len(SLOTS))] for block in season.blocks},
        days=frozenset(season.days) - barred,
        options={block.number: tuple(_options(doctrine, season, block)) for block in season.blocks},
        sets={block.number: min(most, most_sets.get(block.phase, most)) for block in season.blocks},
        addons={kind: free for kind in PLACED if kind in asked_for(season.profile)},
    )


def _options(doctrine: Doctrine, season: Season, block: Block) -> Iterable[Option]:
    places = [season.profile.place_named(name).items for name in sorted({day.place for day in season.days.values()})]
    for option in doctrine.options(season.profile, block.phase):
        doable = any(implement(option.exercise, option.style, items) is not None for items in places)
        if doable and not any(rule.bars(option, block, season) for rule in doctrine.exercise_walls):
            yield option


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
