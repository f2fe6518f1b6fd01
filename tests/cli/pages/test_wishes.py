"""Wishes of the profile that the plan does not meet are told, with the cause where it is plain."""

from __future__ import annotations

from typing import Any

import pytest

from cli.pages import words
from cli.pages.page import page_of
from cli.pages.shortfalls import ALL_WEEKS, SHOWN, Shortfalls
from constraints.prescription.templates import templates
from profiles.plan import Session
from profiles.where import InBlock, InWeek
from solver.audit import Report
from solver.rule import Violation
from writing import LEGS, addon, day, item, judged, plan, profile, rule, session, weekly

PHASES = ("base", "build")
RULES = [
    rule("favourites", tier="exercises", phases=PHASES),
    rule("goals_emphasised", tier="exercises", least=2, exercises={"hills": ["step_up"]}, phases=PHASES),
    rule("micro_sessions_after_runs", tier="addons", sessions=2, phases=PHASES),
]
HELD = weekly(session(day("tue"), LEGS))


def found(*held: Any, missed: tuple[Violation, ...] = (), **tables: Any) -> Shortfalls:
    return page_of(judged(plan(profile(**tables), *held), Report((), missed), RULES)).shortfalls


def told(*held: Any, missed: tuple[Violation, ...] = (), **tables: Any) -> list[tuple[str, str]]:
    return [(one.where, one.says) for one in found(*held, missed=missed, **tables).told]


def test_a_favourite_in_no_session_is_told() -> None:
    assert told(*HELD, preferences={"favour": ["goblet_squat"]}) == []
    assert told(*HELD, preferences={"favour": ["wall_sit"]}) == [
        (ALL_WEEKS, "You favour wall sit: it is in no session.")
    ]


@pytest.mark.parametrize(("favourite", "tables", "why"), [
    ("nordic_curl", {"injuries": {"current": ["hamstrings"]}}, "your injury rules it out"),
    ("lat_pulldown", {}, "it takes equipment that you do not have"),
])  # fmt: skip
def test_a_plain_cause_is_said(favourite: str, tables: dict[str, Any], why: str) -> None:
    (said,) = told(*HELD, preferences={"favour": [favourite]}, **tables)
    assert said[1].endswith(f": it is in no session: {why}.")


def test_a_favourite_is_told_where_more_than_half_of_the_weeks_lack_it() -> None:
    favour = {"favour": ["goblet_squat"]}
    blocks = [InBlock(number, exercise="goblet_squat") for number in (1, 2)]
    phased = plan(profile(preferences=favour), *HELD, phases=[("base", 3), ("build", 1)])
    first, second = (
        page_of(judged(phased, Report((), (Violation("favourites", at, 1, "exercises", 1),)), RULES)).shortfalls.told
        for at in blocks
    )
    assert [(one.where, one.what) for one in first] == [("weeks 1-3", "no goblet squat, which you favour")]
    assert second == ()


def test_a_goal_without_enough_exercises_is_told() -> None:
    paid = Violation("goals_emphasised", InBlock(1, of="hills"), 1, "exercises", 1)
    goals = {"athlete": {"goals": ["hills"]}}
    assert told(*HELD, **goals) == []
    assert told(*HELD, missed=(paid,), **goals) == [("weeks 1-4", "Fewer exercises than asked for your goal hills.")]


def test_micro_sessions_that_were_asked_for_are_told_where_they_are_missing() -> None:
    micro = {"addons": {"micro": True}}
    assert told(*HELD) == []
    assert told(*HELD, **micro) == [(ALL_WEEKS, "You asked for micro-sessions: none found a day.")]
    paid = tuple(Violation("micro_sessions_after_runs", InWeek(week), 1, "addons", 1) for week in (1, 2, 3))
    one = addon(day("wed", 4), "micro")
    assert told(*HELD, one, missed=paid, **micro) == [("weeks 1-3", "Fewer micro-sessions than you asked for.")]
    assert told(*HELD, one, missed=paid[:2], **micro) == []


def test_what_a_template_asks_for_and_a_session_never_holds_is_told() -> None:
    name, template = next((name, one) for name, one in templates().items() if len(one.exercises) > 2)
    *most, last = template.exercises
    wish = {"strength": {"templates": {"A": name}}}
    held: tuple[Session, ...] = weekly(session(day("tue"), *(item(exercise) for exercise in most)))
    assert told(*held, session(day("thu"), item(last)), **wish) == []
    ((where, said),) = told(*held, **wish)
    assert (where, said) == (ALL_WEEKS, f"Session A was to start from {name}: it never holds {words.inside(last)}.")
    ((_, said),) = told(**wish)
    assert said == f"Session A was to start from {name}: no week has a session A."


def test_every_wish_is_told() -> None:
    many = ["wall_sit", "plank", "push_up", "dead_hang", "step_up", "dead_bug"]
    assert len(many) > SHOWN
    short = found(*HELD, preferences={"favour": many})
    assert (len(short.told), short.more) == (len(many), 0)


def test_several_goals_are_told_together() -> None:
    paid = tuple(Violation("goals_emphasised", InBlock(1, of=goal), 1, "exercises", 1) for goal in ("hills", "trail"))
    rules = [rule("goals_emphasised", tier="exercises", least=2, exercises={"hills": [], "trail": []}, phases=PHASES)]
    held = plan(profile(athlete={"goals": ["hills", "trail"]}), *HELD)
    (one,) = page_of(judged(held, Report((), paid), rules)).shortfalls.told
    assert one.says == "Fewer exercises than asked for your goals hills and trail."
