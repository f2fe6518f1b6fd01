"""Why something is missing: a cause is named only where the plan would be better without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import Brief, brief_for
from constraints.planning.causes import Cause, Elsewhere, causes_of, no_day_would_do
from constraints.planning.planner import Solved, plan_for
from constraints.planning.trials import EQUIPMENT_WALL, MINUTES_WALL, BlockTrials
from profiles.exercise import catalogue
from profiles.plan import Plan
from profiles.profile import WEEKDAYS, Profile
from profiles.where import InWeek, OnDate
from solver.rule import Violation
from writing import HEAVY, LEGS, day, item, plan, profile, rule, session, weekly

STRONG = {"experience": "intermediate", "strength_weeks": 30}


def runner(*equipment: str, minutes: dict[str, int], **tables: Any) -> Profile:
    free = dict.fromkeys(WEEKDAYS, 0) | minutes
    home = {"home": {"equipment": list(equipment), **tables.pop("home", {})}}
    return profile(weeks=4, athlete=STRONG, strength={"minutes": free}, places=home, **tables)


def solved(brief: Brief) -> Solved:
    outcome = plan_for(brief)
    assert isinstance(outcome, Solved), outcome
    return outcome


def coverage(who: Profile) -> int:
    return solved(brief_for(who)).plan.header.tiers[0].value


def named(found: Solved) -> Iterator[tuple[Violation, Cause]]:
    return ((one, found.verdict.causes[one]) for one in found.verdict.report.paid if one in found.verdict.causes)


SHORT = {"tue": 33, "fri": 33}
KIT = ("dumbbells", "step", "bench", "long band")


def test_the_minutes_that_are_said_to_help_do() -> None:
    found = solved(brief_for(runner(*KIT, minutes=SHORT)))
    short = {(cause.minutes, cause.on) for _, cause in named(found) if cause.walls == (MINUTES_WALL,)}
    assert short
    for minutes, on in short:
        longer = SHORT | {WEEKDAYS[at]: SHORT[WEEKDAYS[at]] + minutes for at in on}
        assert coverage(runner(*KIT, minutes=longer)) < found.plan.header.tiers[0].value


def test_the_equipment_that_is_said_to_do_does() -> None:
    week = {"mon": 50, "thu": 50}
    found = solved(brief_for(runner(minutes=week)))
    lacks = {one.at.of: cause for one, cause in named(found) if isinstance(one.at, InWeek)}
    assert "pull" in lacks
    assert lacks["pull"].walls[0] == EQUIPMENT_WALL
    assert lacks["pull"].place == "home"
    assert "dumbbells" in lacks["pull"].items
    bought = solved(brief_for(runner("dumbbells", minutes=week)))
    assert not [one for one in bought.verdict.report.paid if one.rule == "five_patterns"]


def test_equipment_of_another_place_is_named_with_what_bars_the_day_there() -> None:
    gym = {"gym": {"equipment": ["dumbbells", "bench"]}}
    who = profile(
        weeks=4, athlete=STRONG, runs={"sun": "long 90"}, places={"home": {"equipment": ["mat"]}, **gym},
        strength={"minutes": dict.fromkeys(WEEKDAYS, 0) | {"mon": 50, "thu": 50, "sat": 50}, "place": {"sat": "gym"}},
    )  # fmt: skip
    found = solved(brief_for(who))
    lacks = {one.at.of: cause for one, cause in named(found) if isinstance(one.at, InWeek)}
    assert lacks["pull"].place == "home"
    assert lacks["pull"].elsewhere == (Elsewhere("gym", "rested_before_long_runs", (5,)),)


def test_every_cause_of_a_plan_is_one_without_which_the_plan_would_cost_less() -> None:
    who = runner("dumbbells", minutes={"mon": 30, "thu": 30}, injuries={"current": ["achilles"]}, home={"jumps": False})
    brief = brief_for(who)
    found = solved(brief)
    sets = {cause.walls for _, cause in named(found)}
    assert len(sets) > 1
    for walls in sets:
        rules = tuple(one for one in brief.doctrine.rules if one.id not in walls)
        without = replace(brief, doctrine=replace(brief.doctrine, rules=rules))
        assert solved(without).plan.header.tiers[0].value < found.plan.header.tiers[0].value, walls


def test_a_day_is_too_short_only_where_the_doses_of_its_dates_do_not_fit() -> None:
    free = {"mon": 30, "thu": 30}
    found = solved(brief_for(runner(*KIT, minutes=free)))
    short = [cause for _, cause in named(found) if cause.walls == (MINUTES_WALL,)]
    assert {cause.fits_dates for cause in short} == {True, False}
    longest = {
        at: max(one.minutes for one in found.plan.sessions if one.date.weekday() == at)
        for at in {one.date.weekday() for one in found.plan.sessions}
    }
    for cause in short:
        assert not cause.fits_dates or all(longest[at] < free[WEEKDAYS[at]] for at in cause.on)


@pytest.mark.parametrize(
    ("limit", "missed", "said"), [("jumps", "power_work", "jumps"), ("heavy", "main_lifts", "heavy weights")]
)
def test_a_place_says_which_of_its_limits_bars(limit: str, missed: str, said: str) -> None:
    without_jumps = [name for name, one in catalogue().items() if one.pattern in ("explosive_lift", "throw", "swing")]
    who = profile(
        weeks=6, athlete=STRONG, strength={"minutes": dict.fromkeys(WEEKDAYS, 0) | {"mon": 60, "thu": 60}},
        places={"home": {"equipment": list(KIT), limit: False}}, preferences={"exclude": without_jumps},
        races=[{"name": "Goal", "date": day("sun", 6), "distance": "5k"}],
    )  # fmt: skip
    found = solved(brief_for(who))
    assert {cause.not_borne for one, cause in named(found) if one.rule == missed} == {said}


def test_an_injury_is_the_cause_where_it_rules_out_all_that_would_do_and_minutes_are_short_too() -> None:
    who = profile(
        weeks=6, athlete=STRONG, strength={"minutes": dict.fromkeys(WEEKDAYS, 0) | {"mon": 22, "thu": 30}},
        injuries={"current": ["hamstrings", "runners_knee"]},
        races=[{"name": "Goal", "date": day("sun", 6), "distance": "5k"}],
    )  # fmt: skip
    found = solved(brief_for(who))
    assert {cause.walls for one, cause in named(found) if one.rule == "power_work"} == {("injuries_spared",)}


def test_what_is_at_hand_is_named_with_what_bars_it_before_something_is_to_be_bought() -> None:
    who = runner("kettlebell", minutes={"mon": 50, "thu": 50})
    (row,) = [one for one in catalogue().values() if one.id == "kettlebell_row"]
    assert row.doable_with(frozenset({"kettlebell"}))
    gains = who.model_copy(update={"athlete": who.athlete.model_copy(update={"gains_muscle_quickly": True})})
    found = solved(brief_for(gains))
    pulls = [cause for one, cause in named(found) if isinstance(one.at, InWeek) and one.at.of == "pull"]
    assert pulls
    assert {cause.here or cause.walls for cause in pulls} == {("size_class_left_out",)}
    assert not [one for one in solved(brief_for(who)).verdict.report.paid if getattr(one.at, "of", "") == "pull"]


def causes_under(finished: Plan, missed: PlanRule, *others: PlanRule) -> list[Cause]:
    brief = brief_for(finished.profile)
    brief = replace(brief, doctrine=replace(brief.doctrine, rules=(missed, *others)))
    return list(causes_of(finished, brief, list(missed.check(finished))).values())


SQUATS = weekly(session(day("tue"), item("goblet_squat")))
PARTS = dict.fromkeys(("leg_compounds", "upper", "core", "calves", "holds", "holds_first"), 3)
FULL = rule("exercises_at_most", most=1, first_weeks=0, **PARTS)
IN_BASE = {"phases": ("base",)}


def test_what_is_pointless_is_no_cause_while_something_else_would_do() -> None:
    asked = rule("calves_on_one_leg", tier="coverage", beginner_weeks=6, **IN_BASE)
    raises = [one for one in catalogue().values() if one.pattern == "plantarflexion"]
    sound = [one.id for one in raises if one.use == "main"]
    assert len(sound) < len(raises)
    held = plan(profile(preferences={"exclude": sound}), *SQUATS)
    walls = rule("sound_exercises"), rule("excluded_exercises")
    assert {cause.walls for cause in causes_under(held, asked, *walls)} == {("excluded_exercises",)}
    assert causes_under(plan(profile(), *SQUATS), asked, *walls) == []


def test_what_a_whole_block_lacks_has_a_cause_too() -> None:
    asked = rule("lifts_of_the_base", tier="coverage", lifts={"hinge": ("hinge",)}, without_weights={}, **IN_BASE)
    assert {cause.walls for cause in causes_under(plan(profile(), *SQUATS), asked, FULL)} == {(FULL.id,)}


@pytest.mark.parametrize("asked", [
    rule("favourites", tier="exercises", **IN_BASE),
    rule("goals_emphasised", tier="exercises", least=1, exercises={"hills": ("step_up",)}, **IN_BASE),
])  # fmt: skip
def test_goals_and_favourites_have_causes(asked: PlanRule) -> None:
    held = plan(profile(athlete={"goals": ["hills"]}, preferences={"favour": ["step_up"]}), *SQUATS)
    assert {cause.walls for cause in causes_under(held, asked, FULL)} == {(FULL.id,)}
    squat = rule("five_patterns", tier="coverage", patterns={"squat": ("squat",)}, without_weights={}, **IN_BASE)
    assert causes_under(held, asked, squat, FULL) == causes_under(held, asked, FULL), (
        "not for a squat that is asked for"
    )


def test_an_exercise_that_is_to_be_done_otherwise_is_tried_in_its_own_place() -> None:
    asked = rule("load_where_possible", tier="coverage", phases=("base",), sore_weeks=0)
    gains = {"athlete": {**STRONG, "gains_muscle_quickly": True}}
    held = plan(profile(**gains), *weekly(session(day("tue"), item("step_up", "bodyweight"))))
    assert list(asked.check(held))
    assert causes_under(held, asked) == [], "nothing bars the weight"
    none, size = rule("heavy_lifts_at_most", lifts={"base": 0}, sessions={"base": 1}), rule("size_class_left_out")
    assert causes_under(held, asked, none) == [], "a moderate weight would do"
    (cause,) = causes_under(held, asked, none, size)
    assert cause.walls in ((none.id,), (size.id,))


@pytest.mark.parametrize("circuit", [False, True])
def test_what_is_done_in_turn_gets_no_set_more(*, circuit: bool) -> None:
    held = session(day("tue"), item("plank", "hold")).model_copy(update={"circuit": circuit})
    finished = plan(profile(), *weekly(held))
    asked = rule("weekly_category_sets", tier="coverage", least={"base": {"core": 3}})
    brief = brief_for(finished.profile)
    brief = replace(brief, doctrine=replace(brief.doctrine, rules=(asked,)))
    week = finished.season.weeks[0]
    trials = BlockTrials(finished, brief, week.block).trials(asked, next(iter(asked.check(finished))), week)
    assert ("plank" in {trial.option.exercise.id for trial in trials}) is not circuit


def test_a_prehab_circuit_says_which_days_have_no_minutes_for_it() -> None:
    who = runner(*KIT, minutes={"tue": 60}, addons={"prehab": True})
    brief = brief_for(who)
    found = solved(brief)
    missed = [one for one in found.verdict.report.paid if one.rule == "prehab_twice_a_week"]
    assert missed
    barred = {found.verdict.causes[one] for one in missed}
    assert {cause.walls for cause in barred} == {("addons_fit_the_day",)}
    assert {cause.weekdays for cause in barred} == {((0, 2, 3, 4, 5, 6),)}


@pytest.mark.parametrize(("tier", "cause"), [
    (None, Cause(("exercises_at_most",))),
    ("coverage", Cause((), dear=True)),
])  # fmt: skip
def test_what_could_be_had_for_as_much_elsewhere_is_said_to_be(tier: str | None, cause: Cause) -> None:
    both = {"squat": ("squat",), "pull": ("horizontal_pull",)}
    asked = rule("five_patterns", tier="coverage", patterns=both, without_weights={}, **IN_BASE)
    most = rule("exercises_at_most", tier=tier, most=1, first_weeks=0, **PARTS)
    assert causes_under(plan(profile(), *SQUATS), asked, most) == [cause] * 4


def short_of_sessions(finished: Plan, *walls: Any) -> dict[Violation, Cause]:
    asked = rule("weekly_sessions", tier="coverage", least={"base": 1}, lighter=1)
    brief = brief_for(finished.profile)
    brief = replace(brief, doctrine=replace(brief.doctrine, rules=(asked, *walls)))
    return causes_of(finished, brief, [Violation("weekly_sessions", InWeek(1), 1, "coverage", 1)])


@pytest.mark.parametrize(("free", "walled"), [({}, True), ({"wed": 30}, False)])
def test_a_week_without_a_session_says_which_walls_bar_which_days(free: dict[str, int], *, walled: bool) -> None:
    empty = plan(runner(minutes=free))
    causes = short_of_sessions(empty, rule("free_days_only"))
    assert list(causes.values()) == [Cause(("free_days_only",), (tuple(range(7)),))] * walled


DAYS = rule("hard_days_hard", tier="rhythm", work="heavy leg work", runs=("hard",), phases=("base",))


def on_an_easy_day(runs: dict[str, str], **free: int) -> dict[Violation, Cause]:
    held = plan(runner(minutes={"tue": 40, **free}, runs=runs), session(day("tue"), HEAVY))
    brief = brief_for(held.profile)
    brief = replace(brief, doctrine=replace(brief.doctrine, rules=(DAYS, rule("free_days_only"))))
    return causes_of(held, brief, list(DAYS.check(held)))


def test_a_session_on_the_wrong_day_says_what_bars_the_right_one() -> None:
    missed = DAYS.missed(OnDate(day("tue")))
    assert on_an_easy_day({"thu": "tempo 40"}) == {missed: Cause(("free_days_only",), ((3,),))}


def test_where_no_day_is_right_or_nothing_bars_it_no_cause_is_named() -> None:
    assert on_an_easy_day({}) == {}, "a runner without hard runs has no day that heavy legs could share"
    assert on_an_easy_day({"thu": "tempo 40"}, thu=40) == {}


@pytest.mark.parametrize(("runs", "alone"), [({}, True), ({"thu": "tempo 40"}, False), ({"tue": "tempo 40"}, True)])
def test_a_day_is_missed_without_another_that_would_do(runs: dict[str, str], *, alone: bool) -> None:
    held = plan(runner(minutes={"tue": 40}, runs=runs), session(day("tue"), HEAVY))
    assert no_day_would_do(held, DAYS, DAYS.missed(OnDate(day("tue")))) == alone
    assert not no_day_would_do(held, DAYS, DAYS.missed(OnDate(day("wed")))), "no session is there"


def test_a_rule_that_the_brief_does_not_have_has_no_cause() -> None:
    held = plan(profile(), session(day("tue"), LEGS))
    assert causes_of(held, brief_for(profile()), [Violation("a_rule", InWeek(1), 1, "coverage", 1)]) == {}
