"""A profile in, an audited plan out: block by block in time order, tier by tier.

Each block is solved to proven optimality in every tier, given the blocks before it; the exercises are chosen last,
with the calendar settled. Where a wish leaves a block without a plan although the season has one, the block is solved
again together with those before it.
"""

from __future__ import annotations

import datetime as dt
import importlib.metadata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from constraints.knowledge.doctrine import Doctrine, PlanRule, doctrine_for
from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.hints import start_of
from constraints.model.slot import Slot
from constraints.planning.derived import slips, with_addons_and_notes
from constraints.planning.reasons import with_reasons
from constraints.prescription.addons import asked_for
from constraints.prescription.dose import implement
from constraints.prescription.session import Choice
from constraints.rules.availability.minutes_of_the_day import MinutesOfTheDay
from constraints.rules.dose.sets_fall_towards_race import SetsFallTowardsRace
from constraints.rules.phases.sessions_by_phase import SessionsByPhase
from profiles.pin import SLOTS
from profiles.plan import PLACED, Addon, BlockRecord, Header, Plan, RunningRecord, Session, TierRecord
from profiles.profile import Profile
from profiles.season import Block, Season
from solver.audit import audit, confirm
from solver.conflicts import minimal_conflict
from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.outcome import Conflict, Disagreement, OutOfTime, Solved, Tier
from solver.scope import Ledger, Scope

if TYPE_CHECKING:
    from solver.cpsat.model import Amount

Progress = Callable[[int, int, str], None]
"""Called with a block, the number of blocks, and what begins for it: `building`, a tier, or, at the end, `audit`."""

Begin = Callable[[Model, Mapping[int, int]], Search]
"""Begins the search on the model of a window, with values to try first."""

BESIDE = "addons"
"""The tier that only places add-ons on days that the sessions leave."""

FILLS_IN = "exercises"
"""The tier that only chooses exercises: days and places are settled when it begins."""

GIVEN: Final = {
    BESIDE: "the blocks before and the sessions' calendar",
    FILLS_IN: "the blocks before and the calendar",
}
"""What the proof of a tier takes as it is, besides the blocks before."""

LIMIT: Final = 60.0
"""Deterministic time a tier of a block may take; the shipped profiles need less than a hundredth of it."""


@dataclass(frozen=True)
class _Part:
    """A window of blocks, solved."""

    blocks: tuple[Block, ...]
    sessions: tuple[Session, ...]
    addons: tuple[Addon, ...]
    tiers: tuple[Tier, ...]
    charged: Counter[tuple[str, str]]


def plan_for(
    profile: Profile,
    progress: Progress = lambda _block, _blocks, _what: None,
    limit: float = LIMIT,
    search: Callable[[Model, float, Mapping[int, int]], Search] = Search,
) -> Solved[Plan] | Conflict | OutOfTime:
    """The season's plan, audited; or the sentences of rules and wishes in the way; or the tier that took too long.

    Another `search` may minimise the tiers, as the benchmark's peers do. Raises Disagreement when solver and audit
    judge the plan differently.
    """
    doctrine = doctrine_for(profile)
    season = doctrine.season(profile)
    domain = domain_of(doctrine, season)
    parts: list[_Part] = []
    blocks = list(season.blocks)

    def begin(model: Model, start: Mapping[int, int]) -> Search:
        return search(model, limit, start)

    while blocks:
        window: tuple[Block, ...] = (blocks.pop(0),)
        part = _solve(doctrine, season, domain, window, parts, progress, begin)
        if isinstance(part, Conflict) and (sentences := _in_the_way(doctrine, season, domain)):
            return Conflict(sentences)
        while isinstance(part, Conflict):
            if not parts:
                raise Disagreement("CP-SAT finds no plan for the season's first blocks, but one for the whole season")
            window = parts.pop().blocks + window
            part = _solve(doctrine, season, domain, window, parts, progress, begin)
        if isinstance(part, OutOfTime):
            return part
        parts.append(part)
    progress(len(season.blocks), len(season.blocks), "audit")
    return _audited(doctrine, season, parts)


def _solve(
    doctrine: Doctrine, season: Season, domain: Domain, window: tuple[Block, ...], parts: Sequence[_Part],
    progress: Progress, begin: Begin,
) -> _Part | Conflict | OutOfTime:  # fmt: skip
    block, blocks = window[-1].number, len(season.blocks)
    progress(block, blocks, "building")
    past = [session for part in parts for session in part.sessions]
    past_addons = [addon for part in parts for addon in part.addons]
    model = Model()
    x = Decisions(model, season, window, domain, doctrine.tables.session, past, past_addons)
    ledger = Ledger()
    for rule in doctrine.rules:
        rule.post(Scope(rule, model, ledger), x)
    search = begin(model, start_of(x, past))
    tiers = search.minimise(
        [(name, ledger.cost(name)) for name in doctrine.tables.tiers],
        lambda tier: progress(block, blocks, tier),
        settled={BESIDE: x.calendar, FILLS_IN: (*x.calendar, *x.addons.values())},
        kept=dict.fromkeys(set(doctrine.tables.tiers) - {FILLS_IN}, x.content),
    )
    if not isinstance(tiers, tuple):
        return tiers
    charged: Counter[tuple[str, str]] = Counter()
    for charge in ledger.charges:
        charged[charge.tier, charge.rule] += charge.price * search.value(charge.over)
    addons = tuple(Addon(date=date, kind=kind) for (date, kind), on in x.addons.items() if search.value(on))
    return _Part(window, tuple(sessions_of(x, doctrine, search.value)), addons, tiers, charged)


def domain_of(doctrine: Doctrine, season: Season) -> Domain:
    """What the walls that strike out days, options and slots leave, before any variable is made."""
    sessions = next((rule.most for rule in doctrine.rules if isinstance(rule, SessionsByPhase) and rule.hard), {})
    sets = next((rule.most for rule in doctrine.rules if isinstance(rule, SetsFallTowardsRace) and rule.hard), {})
    most_sets = doctrine.tables.session.sets[1]
    day_walls, exercise_walls = doctrine.day_walls, doctrine.exercise_walls
    days = frozenset(day.date for day in season.days.values() if not any(rule.bars(day, season) for rule in day_walls))
    places = [season.profile.place_named(name).items for name in sorted({season.days[date].place for date in days})]
    options = {
        phase: [
            option
            for option in doctrine.options(season.profile, phase)
            if any(implement(option.exercise, option.style, items) is not None for items in places)
        ]
        for phase in {block.phase for block in season.blocks}
    }
    free = frozenset(date for date, day in season.days.items() if not day.away and day.race is None)
    return Domain(
        slots={block.number: SLOTS[: sessions.get(block.phase, len(SLOTS))] for block in season.blocks},
        days=days,
        options={
            block.number: tuple(
                option
                for option in options[block.phase]
                if not any(rule.bars(option, block, season) for rule in exercise_walls)
            )
            for block in season.blocks
        },
        sets={block.number: min(most_sets, sets.get(block.phase, most_sets)) for block in season.blocks},
        minutes=_most_minutes(doctrine, season, days),
        addons={kind: free for kind in PLACED if kind in asked_for(season.profile)},
    )


def _most_minutes(doctrine: Doctrine, season: Season, days: frozenset[dt.date]) -> dict[int, int]:
    """The minutes of a block's longest day, by its number; empty where a session may last longer than its day."""
    if not any(isinstance(rule, MinutesOfTheDay) and rule.hard for rule in doctrine.rules):
        return {}
    return {
        block.number: max((season.days[date].minutes for date in days if block.first <= date <= block.last), default=0)
        for block in season.blocks
    }


def sessions_of(x: Decisions, doctrine: Doctrine, value: Callable[[Amount], int]) -> list[Session]:
    """The sessions that were decided, by date; `value` says what a decision came to."""
    sessions = [
        doctrine.prescription.session_for(choice, slot.block, x.season.days[date], x.season.profile)
        for slot in x.all_slots()
        if value(slot.used)
        for choice in [_choice(slot, doctrine.tables.session.sets[0], value)]
        for date, on in slot.on.items()
        if value(on)
    ]
    return sorted(sessions, key=lambda session: session.date)


def _choice(slot: Slot, fewest: int, value: Callable[[Amount], int]) -> Choice:
    return Choice(
        slot.letter,
        next(place for place, at in slot.at.items() if value(at)),
        tuple((option, fewest + value(slot.extra[option])) for option, chosen in slot.chosen.items() if value(chosen)),
        value(slot.supersets),
    )


def _audited(doctrine: Doctrine, season: Season, parts: Sequence[_Part]) -> Solved[Plan]:
    tiers = tuple(
        sum((part.tiers[index] for part in parts), start=Tier(name, 0, 0))
        for index, name in enumerate(doctrine.tables.tiers)
    )
    sessions = [session for part in parts for session in part.sessions]
    addons = [addon for part in parts for addon in part.addons]
    plan = on_paper(doctrine, season, sessions, addons, tiers)
    charged: Counter[tuple[str, str]] = Counter()
    for part in parts:
        charged.update(part.charged)
    confirm(audit(plan, doctrine.rules), tiers, charged)
    for slip in slips(plan, doctrine):
        raise Disagreement(f"the plan contradicts itself: {slip.at} {slip.text}")
    return Solved(with_reasons(plan, doctrine.rules), tiers)


def on_paper(
    doctrine: Doctrine, season: Season, sessions: Sequence[Session], addons: Sequence[Addon], tiers: Sequence[Tier] = ()
) -> Plan:
    """The plan of these sessions, in order of their dates, and add-ons; not yet audited."""
    plan = Plan(
        header=_header(doctrine, season.profile, tiers),
        profile=season.profile.model_dump(mode="json", exclude_defaults=True),
        blocks=tuple(BlockRecord(**vars(block)) for block in season.blocks),
        running=tuple(RunningRecord(week=week, running=running) for week, running in sorted(season.running.items())),
        sessions=doctrine.prescription.week_by_week(sessions, season),
    )
    plan.__dict__["season"] = season  # else the plan would read its profile again
    return with_addons_and_notes(plan, doctrine, addons)


@cache
def versions() -> dict[str, str]:
    """The programs that a plan depends on: another release may find another plan among equals."""
    return {name: importlib.metadata.version(name) for name in ("runner-strength-planner", "ortools")}


def _header(doctrine: Doctrine, profile: Profile, tiers: Sequence[Tier]) -> Header:
    return Header(
        doctrine=doctrine.name,
        profile_hash=profile.digest,
        doctrine_hash=doctrine.hash,
        versions=versions(),
        overrides=doctrine.overrides,
        tiers=tuple(
            TierRecord(
                name=tier.name,
                value=tier.value,
                bound=tier.bound,
                proven=tier.proven,
                given=GIVEN.get(tier.name, "the blocks before"),
            )
            for tier in tiers
        ),
    )


def _in_the_way(doctrine: Doctrine, season: Season, domain: Domain) -> tuple[str, ...]:
    """The sentences of rules and wishes that cannot all be kept; every wall is named, none applied beforehand."""
    walls = [rule for rule in doctrine.rules if rule.hard]
    everywhere = Domain(dict.fromkeys(domain.slots, SLOTS), frozenset(season.days), domain.options, domain.sets)
    model = Model(named_walls=True)
    x = Decisions(model, season, season.blocks, everywhere, doctrine.tables.session)
    for rule in walls:
        rule.post(Scope(rule, model, Ledger()), x)
    return tuple(_sentences(walls, minimal_conflict(model)))


def _sentences(rules: Sequence[PlanRule], ids: Sequence[str]) -> Iterator[str]:
    by_id = {rule.id: rule for rule in rules}
    yield from (by_id[name].say() for name in sorted(ids, key=lambda name: by_id[name].family != "wishes"))
