"""Ids, dates and doses in words."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from cli.pages import words
from profiles.exercise import Category, Injury
from profiles.plan import Dose, Style
from profiles.profile import Race
from profiles.run import KINDS
from profiles.season import Phase
from writing import rule


def test_every_id_has_a_word() -> None:
    ids = [*get_args(Category), *get_args(Injury), *get_args(Style), *get_args(Phase)]
    assert [f"say {name} in cli/pages/words.py" for name in ids if "_" in words.word(name)] == []


def test_unknown_ids_lose_their_underscores() -> None:
    assert words.word("a_new_phase") == "a new phase"
    assert words.word("back_squat") == "Back squat"


def test_every_phase_has_a_colour() -> None:
    assert set(words.PHASE_COLOURS) == set(get_args(Phase))


def test_every_tier_has_a_meaning() -> None:
    assert {"coverage", "sessions", "rhythm", "addons", "exercises"} == set(words.TIERS)


def test_every_short_run_is_short_and_a_run() -> None:
    assert all(len(said) <= 5 for said in words.SHORT_RUNS.values())
    assert set(KINDS) >= words.SHORT_RUNS.keys()


@pytest.mark.parametrize(
    ("several", "said"),
    [([], ""), ([4], "4"), ([2, 1], "1, 2"), ([1, 2, 3, 5], "1-3, 5"), ([7, 9, 10, 11, 12], "7, 9-12")],
)
def test_numbers_are_joined_to_ranges(several: list[int], said: str) -> None:
    assert words.numbers(several) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Dose(sets=3, reps=(8, 12), each_side=True, rest_s=60), "3 \N{MULTIPLICATION SIGN} 8-12 a side"),
        (Dose(sets=2, seconds=(30, 45), rest_s=60), "2 \N{MULTIPLICATION SIGN} 30-45 s"),
        (Dose(sets=1, reps=(5, 5), rest_s=60), "1 \N{MULTIPLICATION SIGN} 5"),
        (Dose(sets=2, rest_s=60), "2 sets"),
    ],
)
def test_doses(given: Dose, said: str) -> None:
    assert words.dose(given) == said


def test_years_are_said_once_if_they_are_the_same() -> None:
    assert words.span(dt.date(2027, 1, 4), dt.date(2027, 3, 7)) == "4 Jan \N{EN DASH} 7 Mar 2027"
    assert words.span(dt.date(2026, 12, 28), dt.date(2027, 1, 3)) == "28 Dec 2026 \N{EN DASH} 3 Jan 2027"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        ({"distance": "half"}, "half marathon"),
        ({"distance": "5k"}, "5 km"),
        ({"km": 12.0}, "12 km"),
        ({"km": 7.5}, "7.5 km"),
    ],
)
def test_distances(length: dict[str, object], said: str) -> None:
    assert words.distance(Race.model_validate({"name": "Race", "date": "2027-05-02", **length})) == said


def test_control_characters_become_blanks() -> None:
    assert words.printable("a\x1b[1m\tb\u202ec é") == "a [1m b c é"


def test_the_state_of_a_rule_is_a_short_sentence() -> None:
    assert (
        words.state(rule("fresh_legs_for_key_runs", work="leg work", clear_days=1))
        == "Legs are fresh for hard and long runs."
    )


def test_weekdays_and_lists_are_joined_as_people_do() -> None:
    assert words.weekdays([0, 1, 2, 4]) == "Mon-Wed and Fri"
    assert words.weekdays([6]) == "Sun"
    assert words.listed(["a", "b", "c"], "or") == "a, b or c"


def test_a_sentence_becomes_a_clause_and_home_needs_no_article() -> None:
    assert words.lower("Legs are fresh.") == "legs are fresh"
    assert (words.place("home"), words.place("gym")) == ("home", "the gym")
