"""What a plan lacks and why, in a runner's words."""

import pytest

from cli.pages import words
from cli.pages.lacking import BARS, BARS_DAYS, LACKS, because, lacking
from constraints.planning.causes import Cause
from constraints.rules.every_rule import RULES
from writing import rule


def test_every_rule_with_a_phrase_is_there() -> None:
    assert {*LACKS, *BARS, *BARS_DAYS} <= {rule.id for rule in RULES}


EASY_FIRST = words.lower(words.state(rule("easy_run_first")))


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (
            Cause(("minutes_of_the_day",), minutes=6, on=(1, 3)),
            "the day is too short; 6 more minutes on Tue and Thu would help",
        ),
        (Cause(("minutes_of_the_day",), minutes=1), "the day is too short; 1 more minute a session would help"),
        (
            Cause(("minutes_of_the_day",), minutes=4, on=(2,), fits_dates=True),
            "there is no room once the doses have grown; 4 more minutes on Wed would give it",
        ),
        (Cause(("limits_of_the_place",), not_borne="jumps"), "the place bears no jumps"),
        (
            Cause(("equipment_at_hand",), place="home", items=("machines", "kettlebell", "dumbbells")),
            "it takes equipment that is not at home; dumbbells or a kettlebell would do",
        ),
        (
            Cause(("equipment_at_hand", "minutes_of_the_day"), place="gym", items=("step",)),
            "it takes equipment that is not at the gym and the day is too short; a step, with more minutes, would do",
        ),
        (Cause(("equipment_at_hand",), place="home", items=("machines",)), "it takes equipment that is not at home"),
        (
            Cause(("equipment_at_hand", "bodyweight_start"), place="home", items=("step",)),
            "it takes equipment that is not at home and the first weeks go without weights",
        ),
        (
            Cause(("days_away", "free_days_only", "minutes_of_the_day"), ((0, 1, 2), (3,), (3,))),
            "you are away Mon-Wed; no minutes are free Thu",
        ),
        (
            Cause(("easy_run_first", "race_day_free"), ((3, 6), (6,))),
            f"there is a race Sun; {EASY_FIRST} (Thu)",
        ),
    ],
)
def test_a_cause_says_what_is_in_the_way_and_what_would_help(cause: Cause, said: str) -> None:
    assert because(cause, {"easy_run_first": rule("easy_run_first")}) == said


def test_amounts_are_counted() -> None:
    assert lacking("main_lifts", [("", "", "")], 1, {}) == "1 heavy lift fewer than asked for"
    assert lacking("main_lifts", [("", "", "")], 2, {}) == "2 heavy lifts fewer than asked for"
    assert (
        lacking("enough_exercises", [("A", "", ""), ("B", "", "")], 1, {})
        == "too few exercises in session A and session B"
    )
