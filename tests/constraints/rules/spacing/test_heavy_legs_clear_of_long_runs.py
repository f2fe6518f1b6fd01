import pytest

from writing import HEAVY, LEGS, day, misses, plan, profile, rule, session

RULE = rule("heavy_legs_clear_of_long_runs", clear_hours=48, am_hour=7, pm_hour=18)
RACE = {"name": "Town", "date": day("sun"), "distance": "10k"}


def found(weekday: str, lift: int | str, long_run: str) -> dict[str, int]:
    who = profile(runs={"sun": long_run}, strength={"minutes": {weekday: lift}})
    return misses(RULE, plan(who, session(day(weekday), HEAVY)))


@pytest.mark.parametrize(
    ("lift", "long_run"), [("60 am", "long 90 am"), ("60 am", "long 90 pm"), ("60 pm", "long 90 pm"), (60, "long 90")]
)
def test_two_days_suffice_when_the_lift_is_in_no_later_half_than_the_run(lift: int | str, long_run: str) -> None:
    assert found("fri", lift, long_run) == {}


def test_an_evening_two_days_before_a_morning_run_is_too_late_and_three_days_before_is_not() -> None:
    assert found("fri", "60 pm", "long 90 am") == {str(day("fri")): 1}
    assert found("thu", "60 pm", "long 90 am") == {}


def test_the_same_morning_is_too_late_and_after_the_run_is_fine() -> None:
    assert found("sun", "60 am", "long 90 pm") == {str(day("sun")): 1}
    assert found("sun", "60 pm", "long 90 am") == {}
    assert found("sun", "60 am", "long 90 am") == {}


def test_lighter_leg_work_and_hard_runs_are_not_judged() -> None:
    who = profile(runs={"wed": "tempo 50", "sun": "long 100"})
    finished = plan(who, session(day("tue"), HEAVY), session(day("sat"), LEGS, slot="B"))
    assert misses(RULE, finished) == {}


@pytest.mark.parametrize(("priority", "amount"), [("A", 1), ("B", 1), ("C", 0)])
def test_a_and_b_races_count_as_morning_runs_and_c_races_do_not(priority: str, amount: int) -> None:
    who = profile(races=[{**RACE, "priority": priority}], strength={"minutes": {"thu": "60 pm", "fri": "60 pm"}})
    finished = plan(who, session(day("thu"), HEAVY), session(day("fri"), HEAVY))
    assert misses(RULE, finished) == ({str(day("fri")): 1} if amount else {})


@pytest.mark.parametrize(
    ("weekday", "lift", "long_run", "morning"),
    [
        ("fri", 60, "long 90", True),
        ("fri", 60, "long 90 pm", False),
        ("thu", 60, "long 90", False),
        ("fri", "60 am", "long 90", False),
        ("fri", "60 pm", "long 90 pm", False),
    ],
)
def test_an_evening_that_nobody_rules_out_is_too_late(
    weekday: str, lift: int | str, long_run: str, *, morning: bool
) -> None:
    who = profile(runs={"sun": long_run}, strength={"minutes": {weekday: lift}})
    for held, asked in ((HEAVY, morning), (LEGS, False)):
        told = session(day(weekday), held)
        assert RULE.morning_only(told, plan(who, told)) is asked
