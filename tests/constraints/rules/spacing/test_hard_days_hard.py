import pytest

from profiles.plan import Work
from writing import CORE, HEAVY, LEGS, UPPER, day, misses, plan, profile, rule, session

PHASES = ("general_preparation", "base", "build", "race", "taper", "race_week", "recovery")
RULE = rule("hard_days_hard", work="heavy leg work", runs=("hard",), phases=PHASES)
WHO = profile(runs={"tue": "easy 20 am + intervals 50 pm", "wed": "steady 50", "sat": "long 100"})


def test_heavy_legs_on_the_day_of_a_hard_run_are_fine() -> None:
    assert misses(RULE, plan(WHO, session(day("tue"), HEAVY))) == {}


def test_heavy_legs_on_easy_rest_and_long_run_days_are_found() -> None:
    finished = plan(WHO, *(session(day(weekday), HEAVY) for weekday in ("wed", "thu", "sat")))
    assert misses(RULE, finished) == {str(day("wed")): 1, str(day("thu")): 1, str(day("sat")): 1}


def test_whatever_is_not_heavy_for_the_legs_may_stand_anywhere() -> None:
    assert misses(RULE, plan(WHO, session(day("wed"), LEGS), session(day("thu"), UPPER))) == {}


def test_the_day_of_a_race_is_not_judged() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    assert misses(RULE, plan(who, session(day("sat"), HEAVY))) == {}


def test_where_long_runs_count_their_day_is_one_of_the_hard_ones() -> None:
    finished = plan(WHO, *(session(day(weekday), HEAVY) for weekday in ("tue", "wed", "sat")))
    assert misses(rule("hard_days_hard", runs=["hard", "long"], work="heavy leg work", phases=PHASES), finished) == {
        str(day("wed")): 1
    }
    assert misses(rule("hard_days_hard", runs=["long"], work="heavy leg work", phases=PHASES), finished) == {
        str(day("tue")): 1,
        str(day("wed")): 1,
    }


@pytest.mark.parametrize(("work", "found"), [
    ("any session", (1, 2, 3, 4)), ("lifting", (2, 3, 4)), ("leg work", (3, 4)), ("heavy leg work", (4,)),
])  # fmt: skip
def test_what_stands_on_hard_days_is_a_number_too(work: Work, found: tuple[int, ...]) -> None:
    held = (session(day("thu", week), main) for week, main in enumerate((CORE, UPPER, LEGS, HEAVY), 1))
    finished = plan(WHO, *held)
    assert misses(rule("hard_days_hard", work=work, runs=("hard",), phases=PHASES), finished) == {
        str(day("thu", week)): 1 for week in found
    }


def test_other_phases_are_free() -> None:
    weekly = [session(day("thu"), HEAVY), session(day("thu", 3), HEAVY, phase="build", block=2)]
    finished = plan(WHO, *weekly, phases=[("base", 2), ("build", 2)])
    assert misses(rule("hard_days_hard", phases=["build"], work="heavy leg work", runs=("hard",)), finished) == {
        str(day("thu", 3)): 1
    }
