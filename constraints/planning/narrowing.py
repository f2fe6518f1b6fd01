"""The domain that a brief's walls leave, before any variable is made."""

from __future__ import annotations

from constraints.model.domain import Domain
from constraints.model.plan_rule import narrowed
from constraints.planning.brief import Brief
from constraints.prescription.addons import asked_for
from profiles.pin import SLOTS
from profiles.plan import PLACED


def whole_domain(brief: Brief) -> Domain:
    """Every day, slot, exercise and set, before any wall removes one."""
    season, doctrine = brief.season, brief.doctrine
    free = frozenset(date for date, day in season.days.items() if not day.away and day.race is None)
    return Domain(
        slots={block.number: SLOTS for block in season.blocks},
        days=frozenset(season.days),
        options={block.number: doctrine.options_in(block, season) for block in season.blocks},
        sets={block.number: doctrine.tables.session.sets[1] for block in season.blocks},
        addons={kind: free for kind in PLACED if kind in asked_for(brief.profile)},
    )


def domain_of(brief: Brief) -> Domain:
    """What all walls leave: first the days are narrowed, then everything else."""
    season = brief.season
    whole = whole_domain(brief)
    days = (day for day in season.days.values() if all(rule.keeps(day, season) for rule in brief.walls))
    return narrowed(whole.with_days(day.date for day in days), brief.walls, season)
