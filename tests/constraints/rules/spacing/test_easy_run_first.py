import pytest

from writing import day, misses, plan, profile, rule, session


def on_tuesday(run: str, opening: int | str) -> dict[str, int]:
    who = profile(runs={"tue": run}, strength={"minutes": {"tue": opening}})
    return misses(rule("easy_run_first"), plan(who, session(day("tue"))))


@pytest.mark.parametrize(
    ("run", "opening"),
    [("easy 40 am", "60 pm"), ("easy 40 am", "60 am"), ("easy 40", "60 am"), ("easy 40 pm", "60 pm"),
     ("easy 40 pm", 60), ("rest", "60 am")],
)  # fmt: skip
def test_a_session_that_can_follow_the_run_is_fine(run: str, opening: int | str) -> None:
    assert on_tuesday(run, opening) == {}


@pytest.mark.parametrize("run", ["easy 40 pm", "cross 40 pm", "easy 30 am + recovery 30 pm"])
def test_a_session_in_the_morning_before_an_easy_run_is_found(run: str) -> None:
    assert on_tuesday(run, "60 am") == {str(day("tue")): 1}


@pytest.mark.parametrize("run", ["hills 50 pm", "long 100 pm", "tempo 40 am + easy 30 pm"])
def test_days_with_a_hard_or_long_run_are_not_judged(run: str) -> None:
    assert on_tuesday(run, "60 am") == {}


def test_single_dates_have_their_own_runs_and_openings() -> None:
    who = profile(
        runs={"tue": "easy 40 am", "on": {day("tue", 2): "easy 40 pm", day("tue", 3): "easy 40 pm"}},
        strength={"minutes": {"tue": "60 pm"}, "on": {day("tue", 3): "60 am"}},
    )
    finished = plan(who, *(session(day("tue", week)) for week in (1, 2, 3)))
    assert misses(rule("easy_run_first"), finished) == {str(day("tue", 3)): 1}
