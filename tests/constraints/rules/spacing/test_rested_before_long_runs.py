from writing import CORE, HEAVY, LEGS, day, misses, plan, profile, rule, session

RULE = rule("rested_before_long_runs", days=1)
SUNDAY = {"sun": "long 100"}


def test_two_days_before_and_the_day_after_are_free_for_strength() -> None:
    finished = plan(profile(runs=SUNDAY), session(day("fri"), HEAVY), session(day("mon", 1), LEGS, slot="B"))
    assert misses(RULE, finished) == {}


def test_the_day_before_holds_no_session_not_even_core_work() -> None:
    finished = plan(profile(runs=SUNDAY), session(day("sat"), CORE))
    assert misses(RULE, finished) == {str(day("sat")): 1}


def test_a_hard_run_does_not_bar_the_day_before() -> None:
    assert misses(RULE, plan(profile(runs={"sun": "tempo 60"}), session(day("sat"), HEAVY))) == {}


def test_on_the_day_itself_strength_may_follow_the_run_but_not_precede_it() -> None:
    evening = {"sun": "long 100 pm"}
    late = {"minutes": {"sun": "60 pm"}}
    early = {"minutes": {"sun": "60 am"}}
    after = session(day("sun"), CORE)
    assert misses(RULE, plan(profile(runs={"sun": "long 100 am"}, strength=late), after)) == {}
    assert misses(RULE, plan(profile(runs=evening, strength=early), after)) == {str(day("sun")): 1}


def test_the_usual_week_goes_on_after_the_season() -> None:
    finished = plan(profile(runs={"mon": "long 100"}), session(day("sun", 3), CORE))
    assert misses(RULE, finished) == {str(day("sun", 3)): 1}


def test_more_days_may_be_asked_for() -> None:
    two = rule("rested_before_long_runs", days=2)
    assert misses(two, plan(profile(runs=SUNDAY), session(day("fri"), CORE))) == {str(day("fri")): 1}
