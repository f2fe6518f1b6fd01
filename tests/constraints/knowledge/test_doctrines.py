"""Shipped profiles under every doctrine: a plan, proven and audited; and each guide's own rules are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from constraints.knowledge.doctrine import doctrine_names
from constraints.planning.brief import brief_for
from constraints.planning.compare import account
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from solver.audit import audit

PROFILES = sorted(file.stem for file in (Path(__file__).parents[3] / "profiles").glob("*.toml"))
GUIDES = ("reconciled", "four_categories", "three_pillars", "home", "gym")
ALSO_UNDER = {
    "four_categories": ("me", "three_races"),
    "three_pillars": ("me", "first_5k", "ultra_every_day"),
    "three_pillars_flow_a": ("fast_10k", "first_5k"),
    "three_pillars_flow_b": ("fast_10k", "first_5k"),
    "home": ("me", "fast_10k", "half_with_itb"),
    "gym": ("me", "masters_achilles", "no_race"),
}
"""At least two profiles for each doctrine, and for each profile a second doctrine: the pairs that take least time."""
SEASONS = [(name, "reconciled") for name in PROFILES]
SEASONS += [(name, doctrine) for doctrine, names in ALSO_UNDER.items() for name in names]
Shipped = Callable[..., Solved]


every_season = pytest.mark.parametrize(("name", "doctrine"), SEASONS)


def test_each_doctrine_is_tried() -> None:
    assert {doctrine for _, doctrine in SEASONS} == set(doctrine_names())
    assert len(PROFILES) >= 8
    assert {name for names in ALSO_UNDER.values() for name in names} == set(PROFILES)


@every_season
def test_each_profile_has_a_proven_and_audited_plan_under_each_doctrine(
    name: str, doctrine: str, shipped: Shipped
) -> None:
    plan = shipped(name, doctrine).plan
    rules = brief_for(plan.season.profile).rules
    report = audit(plan, rules)
    assert plan.header.doctrine == doctrine
    assert report.broken == ()
    assert all(tier.proven for tier in plan.header.tiers)
    assert {tier.name: tier.value for tier in plan.header.tiers} == {
        tier.name: report.price(tier.name) for tier in plan.header.tiers
    }
    assert list(faults(plan, brief_for(plan.profile))) == []


@every_season
def test_each_session_has_work_and_each_date_its_dose(name: str, doctrine: str, shipped: Shipped) -> None:
    plan = shipped(name, doctrine).plan
    assert all(session.main for session in plan.sessions)
    assert all(item.today is not None for session in plan.sessions for item in session.main)


# ---- how the guides differ, on the same season


def told(doctrine: str, shipped: Shipped) -> Any:
    return account(shipped("me", doctrine).plan, shipped("me", doctrine).verdict)


def test_the_first_guide_keeps_hard_days_and_the_last_two_weeks_free(shipped: Shipped) -> None:
    plan, figures = shipped("me", "four_categories").plan, told("four_categories", shipped)
    assert figures.on_hard_days == 0
    assert figures.legs_before_key_runs == 0
    goal = max(race.date for race in plan.season.profile.races if race.priority == "A")
    assert min((goal - session.date).days for session in plan.sessions) >= 14
    assert not any(session.upper for session in plan.sessions)


def test_the_second_guide_is_short_and_light_in_season_and_never_tough_on_two_days_in_a_row(shipped: Shipped) -> None:
    plan = shipped("me", "three_pillars").plan
    race = [session for session in plan.sessions if session.phase in ("race", "taper", "race_week")]
    assert race
    assert all(session.minutes <= 25 and not session.heavy_legs for session in race)
    tough = {session.date for session in plan.sessions if session.heavy_legs}
    assert tough
    days = plan.season.days
    keys = {date for date, day in days.items() if day.key}
    assert not any((date - other).days == 1 for date in tough for other in tough)
    assert all(not (abs((date - key).days) == 1 and date not in keys) for date in tough for key in keys)


def test_the_third_guide_knows_no_phases_before_the_taper(shipped: Shipped) -> None:
    plan = shipped("me", "home").plan
    assert {block.phase for block in plan.blocks} <= {"base", "taper", "race_week", "recovery"}
    assert told("home", shipped).on_hard_days == 0


def test_the_fourth_guide_does_four_sets_and_heavy_legs_on_hard_days_only(shipped: Shipped) -> None:
    plan, figures = shipped("me", "gym").plan, told("gym", shipped)
    assert figures.heavy > 0
    assert figures.heavy_on_easy_days == 0
    assert max(item.dose.sets for session in plan.sessions for item in session.main) == 4


def test_a_season_comes_to_different_plans_under_each_doctrine(shipped: Shipped) -> None:
    figures = [told(doctrine, shipped) for doctrine in GUIDES]
    assert len({(one.sessions, one.minutes, one.on_hard_days, one.heavy) for one in figures}) == len(GUIDES)
    assert len({one.asked for one in figures}) == len(GUIDES)
