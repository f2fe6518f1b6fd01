import re

import pytest
from pydantic_core import PydanticCustomError

from profiles.run import HARD, KINDS, REST, DayRuns, Run


@pytest.mark.parametrize(
    ("said", "run"),
    [
        ("easy 45", Run("easy", 45)),
        (" tempo  55   pm ", Run("tempo", 55, "pm")),
        ("long 900", Run("long", 900)),
        ("hills 050 am", Run("hills", 50, "am")),
    ],
)
def test_a_run_is_its_kind_its_minutes_and_perhaps_a_half_of_the_day(said: str, run: Run) -> None:
    assert Run.parse(said) == run


@pytest.mark.parametrize(
    ("said", "runs"),
    [
        ("rest", ()),
        ("  rest ", ()),
        ("easy 45", (Run("easy", 45),)),
        ("easy 30 am + hills 50 pm", (Run("easy", 30, "am"), Run("hills", 50, "pm"))),
        ("hills 50 pm + easy 30", (Run("easy", 30), Run("hills", 50, "pm"))),
        ("easy 30+easy 20", (Run("easy", 30), Run("easy", 20))),
    ],
)
def test_a_day_holds_two_runs_at_most_and_those_of_the_afternoon_last(said: str, runs: tuple[Run, ...]) -> None:
    assert DayRuns.parse(said).runs == runs


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("easy 901", "a run of 901 minutes; allowed are 1 to 900"),
        ("easy 0", "a run of 0 minutes; allowed are 1 to 900"),
        ("easy", "'easy' is no run; write `rest`, or a kind and minutes such as `easy 45` or `tempo 55 pm`"),
        ("easy 9 + easy 9 + easy 9", "'easy 9 + easy 9 + easy 9' holds 3 runs; a day holds two at most"),
    ],
)
def test_what_is_no_run_is_reported_with_what_is_allowed(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        DayRuns.parse(said)


def test_an_unknown_kind_is_reported_with_all_kinds() -> None:
    with pytest.raises(PydanticCustomError) as wrong:
        DayRuns.parse("easy 30 + jog 20")
    assert wrong.value.context == {"what": "kind of run", "found": "jog", "allowed": (REST, *KINDS)}


@pytest.mark.parametrize("kind", KINDS)
def test_hard_and_long_runs_are_key(kind: str) -> None:
    run = Run.parse(f"{kind} 40")
    assert (run.hard, run.long, run.key) == (kind in HARD, kind == "long", kind in HARD or kind == "long")


def test_a_day_without_runs_is_spelled_rest() -> None:
    assert str(DayRuns()) == REST
