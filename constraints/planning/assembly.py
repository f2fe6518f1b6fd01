"""From decisions to a plan: sessions with their doses by date, add-ons, notes and the header."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from constraints.knowledge.notes import notes_for
from constraints.model.decisions import Decisions
from constraints.model.slot import Slot
from constraints.planning.brief import Brief
from constraints.prescription.addons import following_runs, routines
from constraints.prescription.session import Choice
from profiles.plan import Addon, Header, Plan, RunningWeek, Session, TierRecord
from solver.outcome import Tier

if TYPE_CHECKING:
    from solver.cpsat.model import Amount

BESIDE: Final = "addons"
"""The tier that only places add-ons, on days without a session."""
FILLS_IN: Final = "exercises"
"""The tier that only chooses exercises: days and places are already fixed when it begins."""
_GIVEN: Final = {
    BESIDE: "the blocks before and the sessions' calendar",
    FILLS_IN: "the blocks before and the calendar",
}


def given(tier: str) -> str:
    """What the proof of a tier takes as given."""
    return _GIVEN.get(tier, "the blocks before")


@cache
def versions() -> dict[str, str]:
    """The programs that a plan depends on: another release may choose another plan of the same cost."""
    return {name: importlib.metadata.version(name) for name in ("runner-strength-planner", "ortools")}


def sessions_of(x: Decisions, brief: Brief, value: Callable[[Amount], int]) -> list[Session]:
    """The sessions that were decided, by date; `value` gives the value of a decision."""
    sessions = [
        session for slot in x.all_slots() if value(slot.used) for session in _sessions_of(slot, x, brief, value)
    ]
    return sorted(sessions, key=lambda session: session.date)


def _sessions_of(slot: Slot, x: Decisions, brief: Brief, value: Callable[[Amount], int]) -> Iterator[Session]:
    fewest = brief.doctrine.tables.session.sets[0]
    choice = Choice(
        slot.letter,
        next(place for place, at in slot.at.items() if value(at)),
        tuple((option, fewest + value(slot.extra[option])) for option, chosen in slot.chosen.items() if value(chosen)),
        value(slot.supersets),
        bool(value(slot.circuit)),
    )
    partly = {date: part for date, part in x.reduced.items() if slot in part.partly and value(part.partly[slot])}
    days = [brief.season.days[date] for date, on in slot.on.items() if value(on)]
    prescribe, who = brief.doctrine.prescription.sessions_for, brief.profile
    yield from prescribe(choice, slot.block, [day for day in days if day.date not in partly], who)
    for date, part in partly.items():
        kept = tuple((option, fewest) for option, kept in part.kept.items() if value(kept))
        reduced = replace(choice, options=kept, supersets=0, circuit=part.circuit, reduced=True)
        yield from prescribe(reduced, slot.block, [brief.season.days[date]], who)


def plan_of(brief: Brief, sessions: Sequence[Session], addons: Iterable[Addon], tiers: Sequence[Tier] = ()) -> Plan:
    """The plan of these sessions, in order of their dates, and placed add-ons; not yet audited."""
    season = brief.season
    plan = Plan(
        header=_header(brief, tiers),
        profile=brief.profile,
        blocks=season.blocks,
        running=tuple(RunningWeek(week=week, running=running) for week, running in sorted(season.running.items())),
        sessions=brief.doctrine.prescription.week_by_week(sessions, season),
    )
    return with_what_follows(plan.in_season(season), brief, addons)


def with_what_follows(plan: Plan, brief: Brief, placed: Iterable[Addon]) -> Plan:
    """The plan with the add-ons placed and those that follow the runs, what they consist of, and its notes."""
    season = plan.season
    end = {kind: days for rule in brief.rules for kind, days in rule.addons_end().items()}
    whole = plan.with_addons([*placed, *following_runs(season, end)])
    return whole.with_texts(
        routines(whole.addons, brief.doctrine.tables.addons, season.profile),
        notes_for(whole, brief.doctrine.followed),
    )


def _header(brief: Brief, tiers: Sequence[Tier]) -> Header:
    return Header(
        doctrine=brief.doctrine.name,
        profile_hash=brief.profile.digest,
        doctrine_hash=brief.doctrine.hash,
        versions=versions(),
        overrides=brief.doctrine.overrides,
        settings=brief.settings,
        tiers=tuple(
            TierRecord(name=tier.name, value=tier.value, bound=tier.bound, proven=tier.proven, given=given(tier.name))
            for tier in tiers
        ),
    )
