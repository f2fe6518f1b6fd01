"""Why a session is on its day: the rules that its other open days would break or make dearer."""

from __future__ import annotations

from typing import Any

from constraints.planning.reasons import JUDGE_DAYS, in_the_way, with_reasons
from profiles.plan import Plan
from writing import HEAVY, UPPER, day, plan, profile, rule, session

FRESH = rule("fresh_legs_for_key_runs", work="leg work", clear_days=1)
EASY_DAYS: dict[str, Any] = {"runs": ("hard", "long"), "phases": ("base",)}
OPEN = rule("free_days_only")


def finished() -> Plan:
    """Heavy legs on Tuesday; a long run on Saturday; free minutes on Tuesday and Friday alone."""
    who = profile(
        runs={"sat": "long 90"},
        strength={"minutes": {"mon": 0, "tue": 40, "wed": 0, "thu": 0, "fri": 40, "sat": 0, "sun": 0}},
    )
    return plan(who, session(day("tue"), HEAVY))


def test_a_rule_that_another_open_day_would_break_is_a_reason() -> None:
    told = with_reasons(finished(), [FRESH, OPEN])
    assert [one.because for one in told.sessions] == [("fresh_legs_for_key_runs",)]


def test_where_the_open_days_give_no_reason_the_days_without_minutes_do() -> None:
    light = finished().with_sessions([session(day("tue"), UPPER)])
    assert [one.because for one in with_reasons(light, [FRESH, OPEN]).sessions] == [("free_days_only",)]
    assert [one.because for one in with_reasons(light, [FRESH]).sessions] == [()]


def test_a_price_that_another_day_would_raise_is_a_reason_too() -> None:
    priced = rule("fresh_legs_for_key_runs", work="leg work", clear_days=1, tier="rhythm")
    assert [one.because for one in with_reasons(finished(), [priced]).sessions] == [("fresh_legs_for_key_runs",)]


def test_a_rule_that_is_broken_where_the_session_stands_is_no_reason_to_be_there() -> None:
    wrong = finished().with_sessions([session(day("fri"), HEAVY)])
    assert [one.because for one in with_reasons(wrong, [FRESH]).sessions] == [()]


def test_a_rule_that_the_week_misses_as_it_is_is_no_reason() -> None:
    who = profile(strength={"minutes": {"mon": 0, "tue": 40, "wed": 0, "thu": 40, "fri": 40, "sat": 0, "sun": 0}})
    close = plan(who, session(day("tue"), UPPER), session(day("thu"), UPPER, slot="B"))
    for days, because in ((2, [("even_spacing",), ("even_spacing",)]), (3, [(), ()])):
        spread = rule("even_spacing", tier="rhythm", days=days)
        assert [one.because for one in with_reasons(close, [spread]).sessions] == because


def test_the_day_of_another_session_is_no_choice() -> None:
    taken = finished().with_sessions([session(day("tue"), HEAVY), session(day("fri"), UPPER, slot="B")])
    assert [one.because for one in with_reasons(taken, [FRESH]).sessions] == [(), ()]


def test_reasons_stand_in_the_order_of_the_rules_and_only_rules_about_days_are_asked() -> None:
    about_days = [rule("run_before_lift"), FRESH, OPEN]
    sets = rule("weekly_category_sets", tier="coverage", least={"base": {"core": 2}})
    told = with_reasons(finished(), [sets, *about_days])
    names = [one.id for one in about_days]
    because = list(told.sessions[0].because)
    assert because == [name for name in names if name in because]
    assert sets.family not in JUDGE_DAYS


def test_nothing_else_of_the_plan_changes() -> None:
    before = finished()
    told = with_reasons(before, [FRESH])
    assert [one.model_copy(update={"because": ()}) for one in told.sessions] == list(before.sessions)
    assert (told.header, told.blocks, told.profile) == (before.header, before.blocks, before.profile)


def test_walls_that_prevent_a_session_are_named_with_the_days_they_bar() -> None:
    who = profile(
        runs={"tue": "tempo 50", "sun": "long 90"},
        strength={"minutes": {"mon": 40, "tue": 40, "wed": 0, "thu": 0, "fri": 0, "sat": 0, "sun": 40}},
    )
    rules = [
        rule("strength_on_easy_days", **EASY_DAYS),
        rule("fresh_legs_for_key_runs", work="any session", clear_days=1),
        OPEN,
    ]
    assert in_the_way(plan(who), rules, [2]) == {
        "strength_on_easy_days": (1, 6),
        "fresh_legs_for_key_runs": (0, 5),
        "free_days_only": (2, 3, 4, 5),
    }


def test_no_wall_is_named_where_a_day_was_free() -> None:
    rules = [rule("strength_on_easy_days", **EASY_DAYS), OPEN]
    assert in_the_way(finished(), rules, [1]) == {}


def test_a_week_with_a_free_day_hides_nothing_of_the_other_weeks() -> None:
    who = profile(
        strength={
            "minutes": {"mon": 40, "tue": 0, "wed": 0, "thu": 0, "fri": 0, "sat": 0, "sun": 0},
            "on": {day("mon", 2): 0},
        },
    )
    assert in_the_way(plan(who), [OPEN], [1]) == {}
    walled = {"free_days_only": tuple(range(7))}
    assert in_the_way(plan(who), [OPEN], [2]) == in_the_way(plan(who), [OPEN], [1, 2]) == walled


def test_prices_are_no_walls_and_days_that_hold_a_session_are_not_asked() -> None:
    who = profile(
        runs={"sat": "hills 50"},
        strength={"minutes": {"mon": 0, "tue": 40, "wed": 0, "thu": 0, "fri": 0, "sat": 40, "sun": 0}},
    )
    held = plan(who, session(day("tue"), HEAVY))
    rules = [
        rule("strength_on_easy_days", tier="rhythm", **EASY_DAYS),
        rule("hard_days_hard", tier="rhythm", work="heavy leg work", runs=("hard",), phases=("base",)),
        OPEN,
    ]
    assert in_the_way(held, rules, [1]) == {}, "Saturday costs something and is barred by nothing"
    walls = [rule("strength_on_easy_days", **EASY_DAYS), OPEN]
    assert in_the_way(held, walls, [1]) == {"free_days_only": (0, 2, 3, 4, 6), "strength_on_easy_days": (5,)}
