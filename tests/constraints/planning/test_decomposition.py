"""What solving block by block and tier by tier costs: small seasons compared with one model of all blocks.

The one model gives the least cost of each tier. Each block is proven given the blocks before it, so a season can cost
more where an early block is solved without the demands of a later one.
"""

from __future__ import annotations

from typing import Any

import pytest

from constraints.model.decisions import Decisions
from constraints.model.past import Past
from constraints.planning.brief import brief_for
from constraints.planning.narrowing import domain_of
from constraints.planning.planner import Solved
from profiles.plan import Plan
from profiles.profile import Profile
from solver.cpsat.model import Model
from solver.cpsat.search import Search
from solver.scope import Ledger, Scope
from writing import profile, solve

RUNS = {"tue": "intervals 50", "thu": "easy 40", "sun": "long 80"}


def race(date: str, priority: str = "A") -> dict[str, Any]:
    return {"name": "Race", "date": date, "distance": "10k", "priority": priority}


ONE_BLOCK = profile(
    weeks=4, runs=RUNS, strength={"minutes": {"mon": 30, "wed": 30}}, places={"home": {"equipment": ["loop band"]}}
)
BEGINNER = profile(
    weeks=6, runs={"tue": "intervals 50", "sun": "long 80"}, races=[race("2027-01-23")],
    athlete={"experience": "beginner"}, strength={"minutes": {"mon": 30, "thu": 30, "wed": 20}},
    places={"home": {"equipment": []}},
)  # fmt: skip
TUNE_UP = profile(
    weeks=5, runs=RUNS, races=[race("2027-01-17", "B")], strength={"minutes": {"mon": 25}},
    places={"home": {"equipment": []}},
)  # fmt: skip
TOWARDS_A_RACE = profile(
    weeks=5, runs=RUNS, races=[{**race("2027-02-06"), "distance": "half"}],
    athlete={"experience": "intermediate", "strength_weeks": 10},
    strength={"minutes": {"mon": 40, "wed": 40, "fri": 30}}, places={"home": {"equipment": ["dumbbells", "loop band"]}},
)  # fmt: skip
SEASONS = {"one block": ONE_BLOCK, "beginner": BEGINNER, "tune-up": TUNE_UP, "towards a race": TOWARDS_A_RACE}

COSTS = {
    "towards a race": {"coverage": 6, "sessions": -1, "rhythm": -4},
    "beginner": {"rhythm": 3},
}
"""What it costs a season. The accessories that the beginner's first block takes may not stand again when the base asks
for them (accessories_take_turns). The base block towards the race holds no jump, since nothing asks for one yet, and so
the race phase may not hold one either (nothing_new_near_race)."""

OUTRIGHT = ("coverage", "sessions", "rhythm")
"""Tiers whose proof takes nothing as given but the blocks before."""


def undivided(who: Profile, calendar: Plan | None = None) -> dict[str, int]:
    """The least of each tier, given those before it, over all blocks at once; with the calendar of a plan if given."""
    brief = brief_for(who)
    season = brief.season
    model = Model()
    x = Decisions(model, season, season.blocks, domain_of(brief), brief.doctrine.tables.session, Past())
    ledger = Ledger()
    for rule in brief.rules:
        rule.post(Scope(rule, model, ledger), x)
    if calendar is not None:
        held = {(one.date, one.slot) for one in calendar.sessions}
        for slot in x.all_slots():
            for date, on in slot.on.items():
                model.cp.add(on == ((date, slot.letter) in held))
        for (date, kind), on in x.addons.items():
            model.cp.add(on == (calendar.addon_on(date, kind) is not None))
    tiers = Search(model, limit=60).minimise(
        [(name, ledger.cost(name, model)) for name in brief.doctrine.tables.tiers], lambda _: None
    )
    assert isinstance(tiers, tuple)
    assert all(tier.proven for tier in tiers)
    return {tier.name: tier.value for tier in tiers}


def solved(who: Profile) -> tuple[Plan, dict[str, int]]:
    outcome = solve(who)
    assert isinstance(outcome, Solved)
    return outcome.plan, {tier.name: tier.value for tier in outcome.plan.header.tiers}


@pytest.mark.parametrize("name", SEASONS)
def test_block_by_block_costs_only_the_known_difference(name: str) -> None:
    _, found = solved(SEASONS[name])
    least = undivided(SEASONS[name])
    more = {tier: found[tier] - least[tier] for tier in OUTRIGHT if found[tier] != least[tier]}
    assert more == COSTS.get(name, {})
    assert list(found.values()) >= list(least.values()), "one model of all blocks gives the least cost"


@pytest.mark.parametrize("name", [name for name in SEASONS if name not in COSTS])
def test_given_its_calendar_no_exercises_would_be_better(name: str) -> None:
    plan, found = solved(SEASONS[name])
    if len(plan.blocks) == 1:
        assert undivided(SEASONS[name], plan) == found
    else:
        assert list(undivided(SEASONS[name], plan).values()) <= list(found.values())


def test_one_season_has_one_block_and_others_have_more() -> None:
    blocks = {name: len(brief_for(who).season.blocks) for name, who in SEASONS.items()}
    assert blocks["one block"] == 1
    assert max(blocks.values()) > 2
