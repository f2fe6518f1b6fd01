from writing import CORE, HEAVY, day, misses, plan, profile, rule, session

RUNS = {"tue": "easy 20 am + intervals 50 pm", "wed": "easy 45", "fri": "cross 40", "sun": "long 100"}
WHO = profile(runs=RUNS)
BOTH = rule("strength_on_easy_days", runs=["hard", "long"], phases=["base", "build"])
HARD_IN_BUILD = rule("strength_on_easy_days", runs=["hard"], phases=["build"])


def test_easy_and_rest_days_hold_any_session() -> None:
    finished = plan(WHO, *(session(day(weekday), HEAVY) for weekday in ("mon", "wed", "fri")))
    assert misses(BOTH, finished) == {}


def test_days_with_a_hard_or_long_run_hold_none_however_light() -> None:
    finished = plan(WHO, session(day("tue"), CORE), session(day("sun"), CORE, slot="B"))
    assert misses(BOTH, finished) == {str(day("tue")): 1, str(day("sun")): 1}


def test_where_only_hard_runs_count_the_day_of_the_long_run_is_fit() -> None:
    build = [session(day("tue"), phase="build"), session(day("sun"), slot="B", phase="build")]
    finished = plan(WHO, *build, phases=[("build", 4)])
    assert misses(HARD_IN_BUILD, finished) == {str(day("tue")): 1}


def test_other_phases_may_stack() -> None:
    weekly = [session(day("tue", 1), phase="base"), session(day("tue", 3), phase="build", block=2)]
    finished = plan(WHO, *weekly, phases=[("base", 2), ("build", 2)])
    assert misses(HARD_IN_BUILD, finished) == {str(day("tue", 3)): 1}


def test_the_day_of_a_race_is_a_hard_one() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    build = [session(day("fri"), phase="build"), session(day("sat"), slot="B", phase="build")]
    finished = plan(who, *build, phases=[("build", 4)])
    assert misses(HARD_IN_BUILD, finished) == {str(day("sat")): 1}
