"""The guides' own sample weeks, audited: the breaches are those that the guidance found, no more and no fewer."""

from __future__ import annotations

from functools import cache

import pytest

from constraints.knowledge.doctrine import doctrine_named
from constraints.knowledge.samples import (
    Breaches,
    Layout,
    breaches,
    breaches_by_slot,
    columns,
    compounds_last,
    content_breaches,
    fitting,
    layouts,
    out_of_order,
    profile_of,
    rulesets,
    sample_plan,
    samples,
    suited,
    weekend_layouts,
)
from constraints.planning.planner import Solved
from constraints.prescription.templates import templates
from profiles.plan import Plan
from solver.audit import audit
from writing import solve


def test_the_audit_has_as_many_cells_as_the_guidance() -> None:
    assert sum(len(sample.placement) for sample in samples().values()) == 32
    assert len(columns()) == 12
    assert len(weekend_layouts()) == 8


def test_a_sample_breaks_a_placement_rule_just_where_the_guidance_says() -> None:
    assert [
        f"{name} on {row['layout']} breaks {column} in {found}, the guidance says {sorted(row[column])}"
        for name, sample in samples().items()
        for row in sample.placement
        for column in columns()
        if (found := broken_in(name, row["layout"], column)) != sorted(row[column])
    ] == []


def broken_in(name: str, layout: str, column: str) -> list[str]:
    found = breaches(samples()[name], layouts()[layout], column)
    return sorted({*found.by_session, *found.given})


def test_where_48_hours_are_exact_the_time_of_day_decides() -> None:
    assert [
        f"{name} on {row['layout']}"
        for name, sample in samples().items()
        for row in sample.placement
        if list(breaches_by_slot(sample, layouts()[row["layout"]], "d_sch_04").by_session) != row["d_sch_04_slot"]
    ] == []


def test_a_pair_that_the_runs_make_by_themselves_is_listed_apart() -> None:
    crowded = breaches(samples()["gym_week"], layouts()["L5"], "d_sch_24")
    assert crowded == Breaches(by_session=(), given=("sun-mon",))
    assert breaches(samples()["gym_week"], layouts()["L2"], "d_sch_24").given == ()


def test_a_sample_fits_just_the_weekend_layouts_that_the_guidance_lists() -> None:
    assert [
        f"{name} by {ruleset} fits {found}, the guidance says {sorted(said)}"
        for name, sample in samples().items()
        for ruleset, said in sample.fits.items()
        if (found := sorted(fitting(sample, ruleset))) != sorted(said)
    ] == []


def test_what_a_sample_holds_breaks_just_the_rules_that_the_guidance_names() -> None:
    assert {name: content_breaches(name) for name in samples()} == {
        name: set(sample.content) for name, sample in samples().items()
    }
    sources = {source for sample in samples().values() for source in sample.content.values()}
    assert [source for source in sources if not source.startswith("CON-")] == []


def test_its_number_of_sessions_suits_just_the_guides_that_the_guidance_lists() -> None:
    said = {name: sample.count for name, sample in samples().items()}
    assert {name: {phase: suited(name, phase) for phase in count} for name, count in said.items()} == said


def test_the_sessions_taken_as_heavy_are_heavy_for_the_legs() -> None:
    assert {name: heavy_days(name) for name in samples()} == {
        name: list(sample.heavy) for name, sample in samples().items()
    }


def heavy_days(name: str) -> list[str]:
    days = samples()[name].days
    week = sample_plan(samples()[name], Layout()).sessions[: len(days)]
    return [day for day, session in zip(days, week, strict=True) if session.heavy_legs]


def test_every_ruleset_is_made_of_columns() -> None:
    assert {column for named in rulesets().values() for column in named} <= set(columns())


def test_the_gym_guide_s_lists_put_small_exercises_before_compounds() -> None:
    found = {name: compounds_last(template) for name, template in templates().items()}
    assert {name: early for name, early in found.items() if early} == {
        "gym_monday_lower_strength": ("calf_raise",),
        "gym_friday_glutes_hamstrings": ("leg_curl",),  # the Nordic curl stands before swings alone, which are power
    }


def test_the_four_category_session_puts_core_before_calves() -> None:
    early = out_of_order(templates()["four_categories_session"])
    assert early == ("plank", "pallof_press")


def test_the_home_circuit_takes_longer_than_its_title() -> None:
    circuit = templates()["home_circuit"]
    assert (circuit.minutes, circuit.adds_up_to) == (30, 35)


def test_the_second_guide_s_calendars_depart_from_its_own_phases() -> None:
    """Reps of weeks 1-4, jumps a phase earlier, and one session or none where the phases ask for more (CON-63)."""
    phases, calendar = doctrine_named("three_pillars"), doctrine_named("three_pillars_flow_b")
    base, weeks_1_to_4 = phases.tables.styles["heavy"].reps, calendar.tables.styles["heavy"].reps_in
    assert (base, weeks_1_to_4["general_preparation"]) == ((4, 8), (8, 12))
    tiers = [doctrine.tables.rules["plyometric_tiers"]["highest"]["base"] for doctrine in (phases, calendar)]
    assert tiers == [1, 2]
    last = [doctrine.tables.rules["sessions_by_phase"]["most"]["race_week"] for doctrine in (phases, calendar)]
    assert last == [1, 0]


# ---- beside each sample, what its guide's doctrine makes of the same week of runs

OWN = {"T": "four_categories", "D": "three_pillars", "H": "home", "G": "gym"}


@cache
def own_plan(name: str) -> Plan:
    sample = samples()[name]
    layout = layouts()[sample.placement[0]["layout"]]
    outcome = solve(profile_of(sample, layout, OWN[sample.guide]))
    assert isinstance(outcome, Solved)
    return outcome.plan


@pytest.mark.parametrize("name", ["home_week", "gym_week", "home_plan", "gym_plan_two_days", "flow_b_weeks"])
def test_each_guide_s_doctrine_keeps_its_own_rules_on_the_runs_of_its_sample(name: str) -> None:
    plan = own_plan(name)
    doctrine = doctrine_named(OWN[samples()[name].guide])
    assert plan.sessions
    assert audit(plan, doctrine.rules).broken == ()
