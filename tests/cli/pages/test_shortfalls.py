"""What is missing is told once, and the runner's own before the rest."""

from __future__ import annotations

from typing import Any

from cli.pages.page import page_of
from cli.pages.shortfalls import SHOWN, Shortfalls
from profiles.where import InBlock, InWeek
from solver.audit import Report
from solver.rule import Violation
from writing import LEGS, day, judged, plan, profile, session, weekly

HELD = weekly(session(day("tue"), LEGS))


def told(*missed: Violation, **tables: Any) -> Shortfalls:
    return page_of(judged(plan(profile(**tables), *HELD), Report((), missed))).shortfalls


def short(rule: str, at: object, price: int = 1) -> Violation:
    return Violation(rule, at, 1, "coverage", price)  # type: ignore[arg-type]


def test_a_pattern_that_is_missing_is_not_told_again_as_a_lift() -> None:
    lift = short("lifts_of_the_base", InBlock(1, of="lunge"))
    absent = [short("five_patterns", InWeek(week, of="lunge")) for week in (1, 2)]
    assert [(one.where, one.what) for one in told(lift).told] == [("weeks 1-4", "no lunge that moves")]
    both = {one.what: one.where for one in told(lift, *absent).told}
    assert both == {"no lunge": "weeks 1, 2", "no lunge that moves": "weeks 3, 4"}


def test_what_a_runner_is_prone_to_is_told_however_cheap_it_is() -> None:
    dear = [short("weekly_category_sets", InWeek(week, of=of), 9) for week, of in enumerate(("core", "quads_knee"), 1)]
    dear += [short("four_categories", InWeek(week, of="core"), 9) for week in (1, 2, 3, 4)]
    dear += [short("side_to_side", InWeek(week), 9) for week in (2, 3)]
    dear += [short(name, InWeek(1), 9) for name in ("weekly_sessions", "legs_every_week")]
    others = told(*dear)
    own = told(*dear, short("prehab_for_weak_links", InWeek(4, of="shins")))
    assert len(others.told) <= SHOWN
    assert own.more == others.more
    assert [one.what for one in own.told][-1] == "too little prehab for shins"
