"""What going block by block and tier by tier costs: on small seasons, against one model of all blocks and no decision settled.

The undivided answer is the least there is, tier by tier. Each block is proven given the blocks before, so a season can
pay where an early block does not yet know what a later one will ask for.
"""

from __future__ import annotations

from typing import Any

import pytest

from constraints import planner
from constraints.decisions import Decisions
from constraints.doctrine import doctrine_for
from constraints.planner import plan_for
from profiles.profile import Profile
from solver.engine import Model, Search
from solver.outcome import Solved
from solver.scope import Ledger, Scope
from writing import profile

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
    weeks=5, runs=RUNS, races=[race("2027-02-06")], athlete={"experience": "intermediate", "strength_weeks": 10},
    strength={"minutes": {"mon": 40, "wed": 40, "fri": 30}}, places={"home": {"equipment": ["dumbbells", "loop band"]}},
)  # fmt: skip
SEASONS = {"one block": ONE_BLOCK, "beginner": BEGINNER, "tune-up": TUNE_UP, "towards a race": TOWARDS_A_RACE}

COSTS = {"one block": {"exercises": 4}, "beginner": {"exercises": 2}, "towards a race": {"coverage": 4}}
"""What it costs a season in the first tier that differs. Exercises take the calendar as given, and another one as good
may have suited them better. Towards the race the base block holds no jump, since nothing asks for one yet, and so the
race phase may not hold one either (nothing_new_near_race)."""


def undivided(who: Profile) -> dict[str, int]:
    """The least of each tier, each given those before it, over all blocks at once."""
    doctrine = doctrine_for(who)
    season = doctrine.season(who)
    model = Model()
    x = Decisions(model, season, season.blocks, planner._domain(doctrine, season), doctrine.tables.session)
    ledger = Ledger()
    for rule in doctrine.rules:
        rule.post(Scope(rule, model, ledger), x)
    tiers = Search(model, limit=60).minimise(
        [(name, ledger.cost(name)) for name in doctrine.tables.tiers], lambda _: None
    )
    assert isinstance(tiers, tuple)
    assert all(tier.proven for tier in tiers)
    return {tier.name: tier.value for tier in tiers}


@pytest.mark.parametrize("name", SEASONS)
def test_the_decomposed_answer_is_the_undivided_one_but_for_what_is_known(name: str) -> None:
    outcome = plan_for(SEASONS[name])
    assert isinstance(outcome, Solved)
    least = undivided(SEASONS[name])
    found = {tier.name: tier.value for tier in outcome.tiers}
    more = {tier: found[tier] - least[tier] for tier in least if found[tier] != least[tier]}
    first = dict([*more.items()][:1])
    assert first == COSTS.get(name, {})
    assert all(cost > 0 for cost in first.values()), "undivided is the least there is"
