import pytest

from writing import LEGS, day, misses, plan, profile, rule, session


def found(run: str, lift: int | str) -> dict[str, int]:
    who = profile(runs={"tue": run}, strength={"minutes": {"tue": lift}})
    return misses(rule("run_before_lift"), plan(who, session(day("tue"), LEGS)))


@pytest.mark.parametrize(("run", "lift"), [("tempo 50 am", "60 pm"), ("tempo 50 am", "60 am"), ("long 90 pm", "60 pm")])
def test_a_lift_in_the_same_or_a_later_half_comes_after_the_run(run: str, lift: str) -> None:
    assert found(run, lift) == {}


@pytest.mark.parametrize("run", ["tempo 50 pm", "long 90 pm", "easy 30 am + hills 50 pm"])
def test_a_morning_lift_before_an_evening_key_run_is_found(run: str) -> None:
    assert found(run, "60 am") == {str(day("tue")): 1}


def test_where_no_half_is_stated_the_lift_counts_as_after_the_run() -> None:
    assert found("tempo 50 pm", 60) == {}
    assert found("tempo 50", "60 am") == {}


def test_before_an_easy_run_a_morning_lift_is_fine_even_after_a_morning_key_run() -> None:
    assert found("easy 40 pm", "60 am") == {}
    assert found("intervals 60 am + recovery 30 pm", "60 am") == {}
