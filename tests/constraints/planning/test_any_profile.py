"""Whatever a profile says, its plan is audited, proven and unchanged after it is written and read."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from constraints.knowledge.doctrine import doctrine_named
from constraints.planning.brief import brief_for
from constraints.planning.conflict import Conflict
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from profiles.equipment import EQUIPMENT
from profiles.exercise import LEVELS, Injury, catalogue
from profiles.pin import SLOTS
from profiles.plan import Plan
from profiles.profile import KM, WEEKDAYS, WEEKS, Profile
from profiles.reading.contradictions import contradictions
from profiles.reading.load import load_plan
from profiles.run import KINDS
from profiles.writing.toml_text import save_plan
from solver.audit import audit
from writing import MONDAY, solve

Said = dict[str, Any]

DAY = dt.timedelta(days=1)
INJURIES: tuple[Injury, ...] = (
    "achilles", "hamstrings", "hips", "itb", "patellar", "piriformis", "plantar", "runners_knee", "shins",
)  # fmt: skip
PLACES = ("home", "gym")

halves = st.sampled_from(["", " am", " pm"])
runs = st.builds("{} {}{}".format, st.sampled_from(KINDS), st.integers(20, 200), halves)
run_days = st.one_of(st.just("rest"), runs, runs, st.builds("{} + {}".format, runs, runs))
openings = st.one_of(st.just(0), st.integers(10, 90), st.builds("{}{}".format, st.integers(15, 60), halves))
exercises = st.lists(st.sampled_from(list(catalogue())), max_size=4, unique=True)
lengths = st.one_of(
    st.builds(lambda distance: {"distance": distance}, st.sampled_from(list(KM))),
    st.builds(lambda km: {"km": km}, st.floats(1, 120).map(lambda km: round(km, 1))),
)
athletes = st.fixed_dictionaries(
    {"name": st.text(min_size=1, max_size=8), "experience": st.sampled_from(LEVELS)},
    optional={"strength_weeks": st.integers(0, 60)},
)
places = st.dictionaries(
    st.sampled_from(PLACES),
    st.fixed_dictionaries({"equipment": st.lists(st.sampled_from(EQUIPMENT), max_size=12, unique=True)}),
)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Anything that a profile can say, short seasons mostly."""
    start = draw(st.dates(MONDAY, MONDAY + 6 * DAY))
    weeks = draw(st.sampled_from([4, 4, 4, 5, 6, 8]))
    last = start + weeks * 7 * DAY - DAY
    races = draw(_races(start, last))
    season: Said = {"start": start, "weeks": weeks}
    if races and (goal := max(race["date"] for race in races)) >= start + (7 * WEEKS[0] - 1) * DAY:
        last = goal + (6 - goal.weekday()) * DAY
        del season["weeks"]
    there = draw(places)
    return Profile.model_validate(
        {
            "athlete": draw(athletes),
            "season": season,
            "races": races,
            "runs": draw(_runs(start, last)),
            "strength": draw(_strength(start, last, sorted({"home", *there}))),
            "places": there,
            "injuries": draw(_injuries()),
            "preferences": draw(_preferences()),
            "rules": draw(_overrides()),
        }
    )


@st.composite
def _races(draw: st.DrawFn, start: dt.date, last: dt.date) -> list[Said]:
    dates = draw(st.lists(st.dates(start, last), max_size=3, unique=True))
    return [
        {"name": f"Race {number}", "date": date, "priority": draw(st.sampled_from("ABC")), **draw(lengths)}
        for number, date in enumerate(dates, 1)
    ]


@st.composite
def _runs(draw: st.DrawFn, start: dt.date, last: dt.date) -> Said:
    week = draw(st.dictionaries(st.sampled_from(WEEKDAYS), run_days, max_size=7))
    return {**week, "on": draw(st.dictionaries(st.dates(start, last), run_days, max_size=2))}


@st.composite
def _strength(draw: st.DrawFn, start: dt.date, last: dt.date, names: list[str]) -> Said:
    """Free minutes anywhere; a wish now and then."""
    dates = st.dates(start, last)
    spans = st.builds(lambda first, days: f"{first}/{first + days * DAY}", dates, st.integers(0, 9))
    pins = st.lists(dates, max_size=2, unique=True)
    letters = st.sampled_from(["", "", *(f" {letter}" for letter in SLOTS)])
    wishes = draw(st.sampled_from(["none", "none", "none", "at_least", "pins"]))
    said: Said = {
        "minutes": draw(st.dictionaries(st.sampled_from(WEEKDAYS), openings, max_size=7)),
        "on": draw(st.dictionaries(dates, openings, max_size=2)),
        "place": draw(st.dictionaries(st.sampled_from(WEEKDAYS), st.sampled_from(names), max_size=7)),
        "away": draw(st.lists(spans, max_size=1)),
    }
    if wishes == "at_least":
        said["at_least"] = draw(st.integers(1, 2))
    if wishes == "pins":
        said["pins"] = [f"{date}{draw(letters)}" for date in draw(pins)]
    return said


@st.composite
def _injuries(draw: st.DrawFn) -> Said:
    named = draw(st.lists(st.sampled_from(INJURIES), max_size=3, unique=True))
    current = draw(st.integers(0, len(named)))
    return {"current": named[:current], "prone": named[current:]}


@st.composite
def _preferences(draw: st.DrawFn) -> Said:
    favour = draw(exercises)
    left = [name for name in draw(exercises) if name not in favour]
    cut = draw(st.integers(0, len(left)))
    return {"favour": favour, "avoid": left[:cut], "exclude": left[cut:]}


@st.composite
def _overrides(draw: st.DrawFn) -> Said:
    """A soft rule at another weight or in another tier, now and then."""
    published = doctrine_named("reconciled")
    soft = [rule.id for rule in published.rules if not rule.hard]
    numbers = st.fixed_dictionaries(
        {"weight": st.integers(1, 9)}, optional={"tier": st.sampled_from(published.tables.tiers)}
    )
    return draw(st.dictionaries(st.sampled_from(soft), numbers, max_size=1))


def prove(profile: Profile) -> None:
    """Plan it and judge the plan; plan_for itself raises Disagreement if audit and solver differ."""
    assert list(contradictions(profile)) == []
    outcome = solve(profile)
    event(type(outcome).__name__)
    match outcome:
        case Solved(plan):
            _sound(plan, profile)
        case Conflict(rules):
            assert any(rule.family == "wishes" for rule in rules), (
                "only a runner's own demand can make a season impossible"
            )
        case _:
            raise AssertionError(outcome)


def _sound(plan: Plan, profile: Profile) -> None:
    brief = brief_for(profile)
    assert all(tier.proven and tier.value == tier.bound for tier in plan.header.tiers)
    assert list(faults(plan, brief)) == []
    report = audit(plan, brief.rules)
    assert report.broken == ()
    assert {tier.name: report.price(tier.name) for tier in plan.header.tiers} == {
        tier.name: tier.value for tier in plan.header.tiers
    }
    assert plan.season.profile == profile
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.toml"
        save_plan(plan, file)
        assert load_plan(file) == plan


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(profiles())
def test_every_profile_has_an_audited_and_proven_plan(profile: Profile) -> None:
    prove(profile)
