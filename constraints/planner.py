"""A profile in, an audited plan out: block by block, tier by tier."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from constraints.decisions import Decisions, Domain
from constraints.doctrine import Doctrine, doctrine_for
from constraints.prescription.session import Choice
from profiles.plan import Session
from profiles.profile import SLOTS, Profile
from profiles.season import Block, Season
from solver.engine import Model, Search
from solver.outcome import Conflict, OutOfTime, Tier
from solver.scope import Ledger, Scope


def domain_of(doctrine: Doctrine, season: Season) -> Domain:
    options = doctrine.options(season.profile)
    days = frozenset(
        day.date for day in season.days.values() if not any(rule.bars(day, season) for rule in doctrine.day_walls)
    )
    most = next((rule.most for rule in doctrine.rules if rule.id == "sessions_by_phase" and rule.hard), {})
    places = sorted({season.days[date].place for date in days})
    from constraints.prescription.dose import implement

    able = {
        option
        for option in options
        if any(implement(option.exercise, option.style, season.profile.place_named(p).items) is not None for p in places)
    }
    return Domain(
        {block.number: SLOTS[: most.get(block.phase, 3)] for block in season.blocks},
        days,
        {
            block.number: tuple(
                option
                for option in options
                if option in able and not any(rule.bars(option, block, season) for rule in doctrine.exercise_walls)
            )
            for block in season.blocks
        },
    )


def solve(profile: Profile, verbose=False):
    t0 = time.time()
    doctrine = doctrine_for(profile)
    season = doctrine.season(profile)
    domain = domain_of(doctrine, season)
    past: list[Session] = []
    tiers: dict[str, Tier] = {}
    print("domain", time.time() - t0, [len(o) for o in domain.options.values()])
    for block in season.blocks:
        t1 = time.time()
        model = Model()
        x = Decisions(model, season, [block], domain, doctrine.tables.session, past)
        ledger = Ledger()
        for rule in doctrine.rules:
            rule.post(Scope(rule, model, ledger), x)
        t2 = time.time()
        search = Search(model)
        line = []
        for name in doctrine.tables.tiers:
            t3 = time.time()
            tier = search.minimise(name, ledger.cost(name))
            line.append((name, tier.value, tier.bound, round(time.time() - t3, 2)))
        print(block.number, block.phase, len(season.weeks_in(block)), "build", round(t2 - t1, 3), len(model.cp.proto.variables), len(model.cp.proto.constraints), line)
        if verbose:
            for c in ledger.charges:
                v = search.value(c.over)
                if v and c.tier != "sessions": print("     ", c.tier, c.rule, c.at, v, c.price)
        past += read(search, x, season, doctrine)
    print("total", time.time() - t0)
    return season, past


def read(search: Search, x: Decisions, season: Season, doctrine: Doctrine) -> list[Session]:
    sessions = []
    low = doctrine.tables.session.sets[0]
    for slot in x.all_slots():
        if not search.value(slot.used):
            continue
        choice = Choice(
            slot.letter,
            next(place for place, at in slot.at.items() if search.value(at)),
            tuple((o, low + search.value(slot.extra[o])) for o, c in slot.chosen.items() if search.value(c)),
            search.value(slot.supersets),
        )
        for date, on in slot.on.items():
            if search.value(on):
                sessions.append(doctrine.prescription.session_for(choice, slot.block, season.days[date], season.profile))
    return sorted(sessions, key=lambda session: session.date)
