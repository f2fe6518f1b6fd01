"""Why a session is on its day: the words are those of that day, and true of it."""

from __future__ import annotations

from typing import Any

import pytest

from cli.pages.day_reasons import CLAUSES, why
from constraints.rules.every_rule import RULES, WISHES
from profiles.plan import Item, Session
from writing import HEAVY, LEGS, UPPER, day, item, plan, profile, rule, session

RACE = {"name": "Goal", "date": day("sun", 3), "distance": "10k"}


OWN_WORDS = {one.id: f"{one.id.replace('_', ' ').capitalize()}." for one in (*RULES, *WISHES)}
"""What a rule says that no clause is true of, where the doctrine does not have it."""


def said(*because: str, on: Session | None = None, beside: tuple[Session, ...] = (), **tables: Any) -> str:
    """What these reasons say of a session on Tuesday of the second week."""
    told = (on or session(day("tue", 2), LEGS)).model_copy(update={"because": because})
    return why([told], plan(profile(**tables), told, *beside), {}).replace(OWN_WORDS[because[0]], "")


def test_every_clause_belongs_to_a_rule() -> None:
    assert set(CLAUSES) <= {one.id for one in (*RULES, *WISHES)}


LONG = {"runs": {"sun": "long 90"}}


@pytest.mark.parametrize(
    ("because", "tables", "words"),
    [
        ("fresh_legs_for_key_runs", {"runs": {"thu": "tempo 40"}}, "2 days before Thu's tempo run."),
        ("fresh_legs_for_key_runs", {}, ""),
        ("rested_before_long_runs", {"runs": {"fri": "long 90"}}, "3 days before Fri's long run."),
        ("rested_before_long_runs", LONG, ""),
        ("fresh_legs_for_key_runs", {"runs": {"sat": "tempo 40"}}, ""),
        ("easy_legs_after_long_run", LONG, "2 days after Sun's long run."),
        ("easy_legs_after_long_run", {"runs": {"mon": "long 90"}}, ""),
        ("hard_days_hard", {"runs": {"tue": "tempo 40"}}, "Legs on the day of your tempo run, so that Wed stays easy."),
        ("hard_days_hard", {"runs": {"tue": "hills 40", "wed": "tempo 30"}}, "Legs on the day of your hills."),
        ("hard_days_hard", {"runs": {"tue": "easy 40"}}, ""),
        ("tough_days_apart", {"runs": {"thu": "tempo 40"}}, "No hard day right before or after it."),
        ("tough_days_apart", {"runs": {"wed": "tempo 40"}}, ""),
        ("minutes_of_the_day", {}, "Tue has minutes for it."),
        ("free_days_only", {}, "Tue has minutes for it."),
        ("place_of_the_day", {}, "You are at home on Tue."),
        ("days_away", {"strength": {"away": [f"{day('wed', 2)}/{day('fri', 2)}"]}}, "You are away Wed-Fri."),
        ("pinned_sessions", {}, "You pinned it."),
        ("race_week_light", {"races": [RACE]}, "12 days before the race."),
        ("race_week_light", {}, ""),
        ("race_week_light", {"races": [RACE | {"date": day("sun", 4)}]}, ""),
        ("recovery_after_race", {"races": [RACE | {"date": day("sun")}]}, "2 days after the race."),
    ],
)  # fmt: skip
def test_a_reason_is_told_by_the_days_around(because: str, tables: dict[str, Any], words: str) -> None:
    assert said(because, **{"weeks": 4, **tables}) == words


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        (session(day("sat", 1), LEGS), "3 days after Sat's session."),
        (session(day("fri", 2), LEGS), "3 days before Fri's session."),
        (session(day("wed", 2), UPPER), "Wed's session works other muscles."),
        (session(day("wed", 2), HEAVY), ""),
        (session(day("wed", 2), item("glute_bridge_hold", "hold")), "Wed's leg work is light."),
    ],
)
def test_the_nearest_session_is_told(beside: Session, words: str) -> None:
    assert said("rest_between_same_region", beside=(beside,)) == words


def test_a_session_that_another_week_has_on_that_day_keeps_its_weekday() -> None:
    assert said("same_weekdays") == ""
    again = {"beside": (session(day("tue", 3), LEGS),), "runs": {"thu": "tempo 40"}}
    assert said("same_weekdays", **again) == "It keeps its weekday; 2 days before Thu's tempo run."
    assert said("same_weekdays", **again | {"beside": (session(day("tue", 3), LEGS, slot="B"),)}) == ""


def test_a_weekday_alone_is_told_with_how_it_lies_in_the_week() -> None:
    again = session(day("tue", 3), LEGS)
    runs = {"runs": {"thu": "tempo 40"}}
    assert said("same_weekdays", beside=(again,), **runs) == "It keeps its weekday; 2 days before Thu's tempo run."
    assert said("same_weekdays", beside=(again,)) == ""
    assert said("same_weekdays", beside=(again,), races=[RACE]) == "It keeps its weekday; 12 days before the race."
    beside = (again, session(day("fri", 2), LEGS, slot="B"))
    assert said("same_weekdays", beside=beside, **runs) == "It keeps its weekday; 3 days before Fri's session."


@pytest.mark.parametrize(("held", "words"), [
    (LEGS, ""),
    (UPPER, "No leg work: tempo run tomorrow."),
    (item("glute_bridge_hold", "hold"), "Only light leg work: tempo run tomorrow."),
])  # fmt: skip
@pytest.mark.parametrize("because", ["fresh_legs_for_key_runs", "rested_before_long_runs"])
def test_what_is_left_out_for_the_next_day_is_said(because: str, held: Item, words: str) -> None:
    runs = {"wed": "tempo 40", "thu": "long 90"}
    assert said(because, on=session(day("tue", 2), held), runs=runs) == words, "not the long run behind it"


def test_a_race_days_ahead_is_no_reason_of_a_hard_run() -> None:
    assert said("fresh_legs_for_key_runs", weeks=4, races=[RACE | {"date": day("thu", 2)}]) == ""


@pytest.mark.parametrize(("free", "words"), [
    ("60", "2 days before Thu's long run, so lift in the morning."),
    ("60 am", "2 days before Thu's long run."),
])  # fmt: skip
def test_heavy_legs_two_days_before_a_long_run_belong_to_the_morning(free: str, words: str) -> None:
    judge = rule("heavy_legs_clear_of_long_runs", clear_hours=48, am_hour=7, pm_hour=19)
    tables: dict[str, Any] = {"runs": {"thu": "long 90"}, "strength": {"minutes": {"tue": free}}}
    for held, end in ((HEAVY, words), (LEGS, "2 days before Thu's long run.")):
        told = session(day("tue", 2), held).model_copy(update={"because": (judge.id,)})
        assert why([told], plan(profile(**tables), told), {judge.id: judge}) == end


def test_two_reasons_are_told_the_most_telling_first_and_those_of_all_dates_before_others() -> None:
    held = [
        session(day("tue", 2)).model_copy(update={"because": ("free_days_only", "place_of_the_day", "same_weekdays")}),
        session(day("tue", 3)).model_copy(update={"because": ("free_days_only", "pinned_sessions")}),
    ]
    assert why(held, plan(profile(), *held), {}) == "You pinned it (1 of 2 times); it keeps its weekday."
    assert why(held[:1], plan(profile(), *held), {}) == "You are at home on Tue."


def test_minutes_and_places_are_told_only_where_nothing_else_is_and_without_a_count() -> None:
    held = [session(day("tue", week)).model_copy(update={"because": ("free_days_only",)}) for week in (2, 3)]
    assert why(held, plan(profile(), *held), {}) == "Tue has minutes for it."
    at_home = [held[0].model_copy(update={"because": ("place_of_the_day",)}), held[1]]
    assert why(at_home, plan(profile(), *at_home), {}) == "You are at home on Tue."


def test_a_session_that_moves_does_not_keep_its_weekday() -> None:
    on = [day("tue", 2), day("tue", 3), day("thu", 4)]
    held = [session(date).model_copy(update={"because": ("same_weekdays", "free_days_only")}) for date in on]
    assert why(held, plan(profile(), *held), {}) == "Tue has minutes for it."


def test_a_rule_without_a_clause_says_what_it_wants() -> None:
    held = session(day("tue")).model_copy(update={"because": ("race_day_free",)})
    assert why([held], plan(profile(), held), {"race_day_free": rule("race_day_free")}) == "Race day has no session."


def test_where_no_clause_is_true_the_rule_says_what_it_wants() -> None:
    held = session(day("tue")).model_copy(update={"because": ("same_weekdays", "even_spacing")})
    judges = {"even_spacing": rule("even_spacing", tier="rhythm", days=2)}
    assert why([held], plan(profile(), held), judges) == "Sessions are spread over the week."
    assert why([session(day("tue"))], plan(profile()), judges) == ""
