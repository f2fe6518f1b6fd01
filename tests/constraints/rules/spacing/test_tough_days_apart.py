from writing import HEAVY, LEGS, day, misses, plan, profile, rule, session

RUNS = {"tue": "tempo 50", "sat": "long 100"}


def test_heavy_legs_on_the_hard_day_itself_or_with_a_day_between_are_fine() -> None:
    finished = plan(profile(runs=RUNS), session(day("tue"), HEAVY), session(day("thu"), HEAVY, slot="B"))
    assert misses(rule("tough_days_apart"), finished) == {}


def test_heavy_legs_next_to_a_hard_or_long_run_are_counted_by_pair() -> None:
    finished = plan(profile(runs=RUNS), session(day("wed"), HEAVY), session(day("fri"), HEAVY, slot="B"))
    assert misses(rule("tough_days_apart"), finished) == {str(day("tue")): 1, str(day("fri")): 1}


def test_two_heavy_sessions_in_a_row_count_once_and_lighter_legs_never() -> None:
    assert misses(
        rule("tough_days_apart"), plan(profile(), session(day("tue"), HEAVY), session(day("wed"), HEAVY))
    ) == {str(day("tue")): 1}
    assert (
        misses(rule("tough_days_apart"), plan(profile(), session(day("tue"), HEAVY), session(day("wed"), LEGS))) == {}
    )


def test_a_pair_that_the_runs_make_themselves_is_not_charged_to_the_lift() -> None:
    who = profile(runs={"on": {day("sun"): "long 100", day("mon", 2): "hills 40"}})
    assert misses(rule("tough_days_apart"), plan(who, session(day("mon", 2), HEAVY))) == {}


def test_a_race_is_a_hard_run() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    assert misses(rule("tough_days_apart"), plan(who, session(day("sun"), HEAVY))) == {str(day("sat")): 1}
