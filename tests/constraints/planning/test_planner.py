"""What planning a season gives: proof, audit, wishes kept or refused with reasons, the same plan every time."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from conftest import PROFILES
from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import brief_for
from constraints.planning.conflict import Conflict
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from constraints.prescription.addons import asked_for
from profiles.exercise import catalogue
from profiles.plan import PLACED, Plan
from profiles.profile import WEEKDAYS, Profile
from profiles.reading.load import load_profile
from profiles.reading.problems import BadInput
from profiles.season import Season
from profiles.writing.toml_text import plan_text
from solver.audit import audit
from solver.cpsat.search import Search
from solver.outcome import Disagreement, Infeasible, OutOfTime
from writing import day, profile, solve

Shipped = Callable[[str], Solved]

NAMES = sorted(file.stem for file in PROFILES.glob("*.toml") if file.stem != "exercises")
TIERS = ("coverage", "sessions", "rhythm", "addons", "exercises")
ONE_DAY = dt.timedelta(days=1)

every_profile = pytest.mark.parametrize("name", NAMES)


def open_on(*weekdays: str, minutes: int = 40) -> dict[str, int]:
    return {**dict.fromkeys(WEEKDAYS, 0), **dict.fromkeys(weekdays, minutes)}


def runner(*weekdays: str, weeks: int = 4, **tables: Any) -> Profile:
    """A runner with forty minutes on some weekdays and no equipment, whose season is solved quickly."""
    said = {**tables, "strength": {"minutes": open_on(*weekdays), **tables.get("strength", {})}}
    athlete = {"experience": "beginner", "strength_weeks": 10}
    return profile(weeks=weeks, athlete=athlete, **said | {"places": {"home": {"equipment": []}}})


LEGS_ONLY: Mapping[str, Any] = {"exclude": [entry.id for entry in catalogue().values() if not entry.leg_work]}
"""Preferences that leave nothing but leg work, so that two sessions never stand on neighbouring days."""


def solved(who: Profile) -> Plan:
    outcome = solve(who)
    assert isinstance(outcome, Solved), outcome
    return outcome.plan


def refused(who: Profile) -> tuple[PlanRule, ...]:
    """The rules that a conflict names, in its order."""
    outcome = solve(who)
    assert isinstance(outcome, Conflict), outcome
    return outcome.rules


def assert_sound(plan: Plan) -> None:
    brief = brief_for(plan.season.profile)
    report = audit(plan, brief.rules)
    assert report.broken == ()
    assert list(faults(plan, brief)) == []
    assert [tier.name for tier in plan.header.tiers] == list(TIERS)
    assert all(tier.proven and tier.value == tier.bound == report.price(tier.name) for tier in plan.header.tiers)


# ---- the shipped profiles


@every_profile
def test_a_shipped_profile_has_a_proven_and_audited_plan(name: str, shipped: Shipped) -> None:
    outcome = shipped(name)
    assert_sound(outcome.plan)
    assert [(tier.name, tier.value, tier.bound) for tier in outcome.plan.header.tiers] == [
        (tier.name, tier.value, tier.bound) for tier in outcome.plan.header.tiers
    ]
    assert outcome.plan.sessions


@every_profile
def test_the_header_says_what_the_plan_was_made_from(name: str, shipped: Shipped) -> None:
    plan, who = shipped(name).plan, load_profile(PROFILES / f"{name}.toml")
    assert plan.season.profile == who
    assert plan.header.profile_hash == who.digest
    assert plan.header.doctrine == who.season.doctrine
    assert len(plan.header.overrides) == len(who.rules)
    assert set(plan.header.versions) == {"runner-strength-planner", "ortools"}


@every_profile
def test_the_header_says_what_each_proof_takes_as_it_is(name: str, shipped: Shipped) -> None:
    given = {tier.name: tier.given for tier in shipped(name).plan.header.tiers}
    assert given == {
        **dict.fromkeys(TIERS, "the blocks before"),
        "addons": "the blocks before and the sessions' calendar",
        "exercises": "the blocks before and the calendar",
    }


@every_profile
def test_add_ons_are_those_asked_for_each_on_a_day_of_its_own(name: str, shipped: Shipped) -> None:
    plan = shipped(name).plan
    placed = [one for one in plan.addons if one.kind in PLACED]
    assert {one.kind for one in plan.addons} <= set(asked_for(plan.season.profile))
    dates = [one.date for one in placed] + [session.date for session in plan.sessions]
    assert len(set(dates)) == len(dates)
    assert set(plan.routines) == {one.kind for one in plan.addons}
    for one in placed:
        on = plan.season.days[one.date]
        assert on.race is None
        assert not on.away


def test_add_ons_cost_the_sessions_nothing() -> None:
    days = ("tue", "wed", "fri", "sun")  # one more than the sessions take
    asked = solved(runner(*days, addons={"mobility": True, "prehab": True, "micro": True}))
    bare = solved(runner(*days, addons={"mobility": False, "tests": False}))
    earlier = [[tier.value for tier in plan.header.tiers][:3] for plan in (asked, bare)]
    assert earlier[0] == earlier[1]
    assert asked.addons
    assert bare.addons == ()
    assert_sound(asked)


@every_profile
def test_blocks_fill_the_season_without_a_gap(name: str, shipped: Shipped) -> None:
    season = shipped(name).plan.season
    assert (season.first, season.last) == (season.profile.season.start, season.profile.last_day)
    assert all(later.first == earlier.last + ONE_DAY for earlier, later in pairwise(season.blocks))
    assert [block.number for block in season.blocks] == list(range(1, len(season.blocks) + 1))
    assert all(block.first.weekday() == 0 for block in season.blocks[1:])
    assert all(1 <= len(season.weeks_in(block)) <= 6 for block in season.blocks)
    assert sum(len(season.weeks_in(block)) for block in season.blocks) == len(season.weeks)


@every_profile
def test_phases_follow_from_the_races(name: str, shipped: Shipped) -> None:
    season = shipped(name).plan.season
    goals = [race for race in season.profile.races if race.priority == "A"]
    assert all(season.week_at(race.date).phase == "race_week" for race in goals)
    assert sum(block.phase == "race_week" for block in season.blocks) == len(goals)
    assert all(
        season.week_at(week.days[0].date - ONE_DAY).phase == "taper"
        for week in season.weeks
        if week.phase == "race_week"
    )


@every_profile
def test_a_block_repeats_its_sessions_on_the_days_of_its_weeks(name: str, shipped: Shipped) -> None:
    plan = shipped(name).plan
    for session in plan.sessions:
        first = plan.slots(plan.season.week_at(session.date).block)[session.slot]
        assert (session.content, session.place, session.usual_min) == (first.content, first.place, first.usual_min)
        assert session.minutes <= session.most_min <= plan.season.days[session.date].minutes
    for week in plan.season.weeks:
        letters = [session.slot for session in plan.in_week(week)]
        assert len(set(letters)) == len(letters)


def test_shipped_plans_say_why_a_session_is_on_its_day(shipped: Shipped) -> None:
    known = {rule.id for rule in brief_for(shipped("me").plan.season.profile).rules}
    reasons = [set(session.because) for session in shipped("me").plan.sessions]
    assert any(reasons)
    assert all(reason <= known for reason in reasons)


# ---- the same plan every time


@pytest.mark.parametrize("name", ["fast_10k", "me"])
def test_two_solves_give_one_plan(name: str, shipped: Shipped) -> None:
    again = solved(load_profile(PROFILES / f"{name}.toml"))
    assert plan_text(again) == plan_text(shipped(name).plan)


SOLVE = """
import sys
from constraints.planning.brief import brief_for
from constraints.planning.planner import plan_for
from profiles.profile import Profile
from profiles.writing.toml_text import plan_text
outcome = plan_for(brief_for(Profile.model_validate_json(sys.stdin.read())))
sys.stdout.buffer.write(plan_text(outcome.plan).encode())
"""


def test_the_order_of_hashes_does_not_change_the_plan() -> None:
    minutes = dict.fromkeys(WEEKDAYS, 0) | {"tue": 40, "fri": 40}
    who = runner("tue", "fri", runs={"wed": "tempo 40", "sun": "long 80"}, strength={"minutes": minutes})
    said = who.model_dump_json(exclude_defaults=True).encode()
    texts = [
        subprocess.run(
            [sys.executable, "-c", SOLVE],
            input=said, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "4242")
    ]  # fmt: skip
    assert texts[0] == texts[1] == plan_text(solved(who)).encode()


# ---- wishes


def test_sessions_insisted_on_are_there_in_every_full_week_of_base_and_build() -> None:
    plan = solved(runner("tue", "fri", strength={"at_least": 2}))
    assert [len(plan.in_week(week)) for week in plan.season.weeks] == [2, 2, 2, 2]
    assert_sound(plan)


def three_free_days(*weekdays: str, **strength: Any) -> Profile:
    minutes = dict.fromkeys(WEEKDAYS, 0) | dict.fromkeys(weekdays, 50)
    who = {"experience": "intermediate", "strength_weeks": 30}
    return profile(athlete=who, runs={"sat": "long 80"}, strength={"minutes": minutes, **strength})


def test_a_wish_for_three_gets_a_third_session_worth_having_where_two_hold_all_that_is_asked() -> None:
    two, three = (solved(three_free_days("mon", "wed", "sun", **want)) for want in ({}, {"want": 3}))
    assert [len(two.in_week(week)) for week in two.season.weeks] == [2, 2, 2, 2]
    assert [len(three.in_week(week)) for week in three.season.weeks] == [3, 3, 3, 3]
    (block,) = three.season.blocks
    assert min(len(session.main) for session in three.slots(block).values()) >= 5
    assert three.header.tiers[0].value == two.header.tiers[0].value == 0, "the third session costs no coverage"
    assert_sound(three)


def test_a_wish_yields_where_the_days_of_a_week_leave_no_room() -> None:
    away = f"{day('mon', 2)}/{day('wed', 2)}"
    plan = solved(three_free_days("mon", "wed", "sun", want=3, away=[away]))
    assert [len(plan.in_week(week)) for week in plan.season.weeks][::2] == [3, 3]


def test_a_wish_for_more_sessions_than_there_are_days_is_refused_at_its_line() -> None:
    with pytest.raises(BadInput, match=r"strength\.want: found 3, but no full week .* more than 2 days with minutes"):
        brief_for(three_free_days("mon", "wed", want=3))


def test_a_pin_is_honoured_on_its_date_and_with_its_letter() -> None:
    friday, tuesday = day("fri", 2), day("tue", 3)
    plan = solved(runner("tue", "fri", strength={"pins": [str(friday), f"{tuesday} B"]}))
    assert plan.on(friday) is not None
    pinned = plan.on(tuesday)
    assert pinned is not None
    assert pinned.slot == "B"
    assert_sound(plan)


def away_in(week: int) -> dict[str, Any]:
    return {"away": [f"{day('mon', week)}/{day('sun', week)}"]}


def with_race(weekday: str, **strength: Any) -> Profile:
    race = {"name": "Goal", "date": day(weekday, 5), "distance": "10k"}
    return runner("tue", "fri", weeks=5, races=[race], strength=strength)


CONFLICTS: dict[str, tuple[Profile, set[str]]] = {
    "more sessions than open days": (
        runner("tue", "fri", strength={"at_least": 3}),
        {"sessions_insisted_on", "free_days_only"},
    ),
    "a week away": (
        runner("tue", "fri", strength={"at_least": 1, **away_in(2)}),
        {"sessions_insisted_on", "days_away"},
    ),
    "a pin on a day away": (
        runner("tue", "fri", strength={"pins": [str(day("fri", 2))], **away_in(2)}),
        {"pinned_sessions", "days_away"},
    ),
    "a pin on the day of a race": (
        with_race("fri", pins=[str(day("fri", 5))]),
        {"pinned_sessions", "race_day_free"},
    ),
    "two wishes at odds": (
        runner("tue", "wed", "thu", strength={"at_least": 2, "pins": [str(day("wed", 2))]}, preferences=LEGS_ONLY),
        {
            "pinned_sessions",
            "sessions_insisted_on",
            "free_days_only",
            "rest_between_same_region",
            "excluded_exercises",
        },
    ),
    "one of two pins": (
        runner("tue", "fri", strength={"pins": [str(day("tue", 2)), str(day("wed", 2))]}),
        {"pinned_sessions", "free_days_only"},
    ),
}

every_conflict = pytest.mark.parametrize(("who", "ids"), CONFLICTS.values(), ids=CONFLICTS)


@every_conflict
def test_a_wish_that_cannot_be_kept_is_refused_with_the_rules_that_prevent_it(who: Profile, ids: set[str]) -> None:
    rules = refused(who)
    assert {rule.id for rule in rules} == ids
    wishes = [rule.family == "wishes" for rule in rules]
    assert wishes == sorted(wishes, reverse=True), "wishes are named first"
    assert all(rule.hard for rule in rules)


@every_conflict
def test_leaving_out_any_one_of_a_conflict_lets_the_rest_be_kept(who: Profile, ids: set[str]) -> None:
    """Only the rest of the conflict is kept: another rule may prevent the same wish."""
    for name in ids:
        match solve(without(who, name)):
            case Solved(plan):
                assert_sound(plan)
            case Conflict():
                named = {rule.id for rule in refused(without(who, name))}
                assert named - ids, "only a rule outside the conflict may refuse what is left"
                assert "wishes" not in {rule.family for rule in brief_for(who).rules if rule.id == name}
            case outcome:
                raise AssertionError(outcome)


def without(who: Profile, name: str) -> Profile:
    """The profile without a wish, or with a rule that no longer is a wall."""
    said = who.model_dump(exclude_defaults=True)
    match name:
        case "pinned_sessions":
            del said["strength"]["pins"]
        case "sessions_insisted_on":
            del said["strength"]["at_least"]
        case "free_days_only":
            said["strength"]["minutes"] = open_on("tue", "wed", "fri")
        case _:
            said["rules"] = {name: {"tier": "rhythm"}}
    return Profile.model_validate(said)


def test_a_conflict_says_the_wish_and_the_rule_in_their_own_words() -> None:
    assert [rule.say() for rule in refused(CONFLICTS["a week away"][0])] == [
        "You insist on at least 1 session(s) in every full week of base and build.",
        "No session on days away.",
    ]


def test_a_letter_that_a_phase_has_no_session_for_is_refused_with_its_number() -> None:
    race = {"name": "Goal", "date": day("sun", 8), "distance": "10k"}
    who = runner("tue", "thu", "sat", weeks=8, races=[race], strength={"pins": [f"{day('tue', 6)} C"]})
    with pytest.raises(BadInput, match=r"strength\.pins\[0\]: '2027-02-09 C': race has at most 2 sessions a week"):
        brief_for(who)


@pytest.mark.parametrize("letter", "ABC")
def test_a_pin_with_a_letter_ends_in_a_plan_a_conflict_or_is_refused(letter: str) -> None:
    """Planner and conflict search see the same domain: whatever the date, they agree."""
    race = {"name": "Goal", "date": day("sun", 8), "distance": "10k"}
    for week in (1, 4, 6, 7, 8):
        pins = [f"{day('tue', week)} {letter}"]
        who = runner("tue", "fri", weeks=8, races=[race], strength={"pins": pins})
        try:
            outcome = solve(who)
        except BadInput:
            continue  # this phase has no such session
        assert isinstance(outcome, Solved | Conflict)


def monday_after_sunday(**strength: Any) -> Profile:
    """Leg work on Sundays, and a Monday that opens a second block."""
    opening = {"on": {day("mon", 5): 40}, **strength}
    return runner("sun", weeks=8, strength=opening, preferences=LEGS_ONLY)


def test_a_pin_that_only_the_block_before_rules_out_is_solved_together_with_that_block() -> None:
    sunday, monday = day("sun", 4), day("mon", 5)
    assert solved(monday_after_sunday()).on(sunday) is not None, "without the pin the day before it is taken"
    calls: list[int] = []
    outcome = solve(monday_after_sunday(pins=[str(monday)]), lambda block, blocks, tier: calls.append(block))
    assert isinstance(outcome, Solved)
    assert outcome.plan.on(monday) is not None
    assert outcome.plan.on(sunday) is None
    assert sunday in _days_of_block(outcome.plan.season, 1)
    assert_sound(outcome.plan)
    assert calls == sorted(calls), "blocks are solved in the order of time"


def _days_of_block(season: Season, number: int) -> set[dt.date]:
    return {one.date for week in season.weeks_in(season.blocks[number - 1]) for one in week.days}


# ---- extreme profiles


def test_a_limit_that_is_too_short_is_no_conflict() -> None:
    outcome = solve(load_profile(PROFILES / "me.toml"), limit=1e-6)
    assert outcome == OutOfTime("coverage")


def test_progress_is_told_for_each_block_and_its_tiers_in_order() -> None:
    calls: list[tuple[int, int, str]] = []
    who = with_race("sun")
    outcome = solve(who, lambda *call: calls.append(call))
    assert isinstance(outcome, Solved)
    blocks = len(outcome.plan.blocks)
    assert {total for _, total, _ in calls} == {blocks}
    assert calls.pop() == (blocks, blocks, "audit")
    for number in range(1, blocks + 1):
        first, *tiers = [what for block, _, what in calls if block == number]
        told = [TIERS.index(tier) for tier in tiers]
        assert first == "building"
        assert told[0] == 0
        assert told == sorted(set(told)), "each tier once, in order"
        assert len(told) > 1
    assert [block for block, _, _ in calls] == sorted(block for block, _, _ in calls)


def test_a_season_without_a_free_minute_has_an_empty_plan_that_names_what_is_missing() -> None:
    plan = solved(runner())
    assert plan.sessions == ()
    assert_sound(plan)
    missing = [violation for violation in audit(plan, brief_for(runner()).rules).paid if violation.tier == "coverage"]
    assert {"weekly_sessions", "weekly_category_sets"} <= {violation.rule for violation in missing}


CROWDED: dict[str, dict[str, str]] = {
    "three hard": {
        "mon": "easy 40", "tue": "intervals 60", "wed": "easy 50", "thu": "tempo 50", "fri": "easy 30",
        "sat": "hills 50", "sun": "long 120",
    },
    "four hard": {
        "mon": "recovery 40", "tue": "intervals 60", "wed": "easy 40 am + hills 40 pm", "thu": "tempo 50",
        "fri": "easy 30", "sat": "fartlek 50", "sun": "long 150",
    },
    "five hard": {
        "mon": "easy 40", "tue": "intervals 60", "wed": "tempo 50", "thu": "hills 50", "fri": "fartlek 40",
        "sat": "speed 40", "sun": "long 120",
    },
}  # fmt: skip


@pytest.mark.parametrize("runs", CROWDED.values(), ids=CROWDED)
def test_a_crowded_week_still_has_a_sound_plan(runs: dict[str, str]) -> None:
    plan = solved(runner("mon", "wed", "fri", weeks=5, runs=runs))
    assert_sound(plan)
    assert plan.sessions


def test_a_block_that_one_search_finds_impossible_and_a_second_one_does_not_is_no_conflict() -> None:
    """CP-SAT has called feasible models infeasible before; then neither a plan nor a conflict may be reported."""

    class Wrong(Search):
        def minimise(self, *_args: Any, **_kept: Any) -> Infeasible:
            return Infeasible()

    with pytest.raises(Disagreement, match="first blocks"):
        solve(with_race("sun"), search=Wrong)
