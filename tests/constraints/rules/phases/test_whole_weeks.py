import pytest

from profiles.season import Running
from writing import MONDAY, day, misses, plan, profile, rule, session

PHASES = [("base", 2), ("build", 2)]


def test_every_week_of_a_block_with_every_session_of_it_is_whole_whatever_the_weekdays() -> None:
    sessions = [
        session(day("tue")),
        session(day("fri"), slot="B"),
        session(day("wed", 2)),
        session(day("sun", 2), slot="B"),
    ]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {}


def test_a_week_that_drops_a_session_is_named_with_its_letter() -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {"week 2 B": 1}


def test_a_session_that_starts_late_is_missed_in_the_weeks_before_it() -> None:
    sessions = [session(day("tue")), session(day("tue", 2)), session(day("fri", 2), slot="B")]
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES)) == {"week 1 B": 1}


def test_the_next_block_need_not_hold_the_letters_of_the_one_before() -> None:
    first = [session(day(at, week), slot=slot) for week in (1, 2) for at, slot in (("tue", "A"), ("fri", "B"))]
    second = [session(day("tue", week), block=2) for week in (3, 4)]
    assert misses(rule("whole_weeks"), plan(profile(), *first, *second, phases=PHASES)) == {}


@pytest.mark.parametrize(("priority", "missed"), [("A", {}), ("B", {}), ("C", {"week 2 B": 1})])
def test_a_week_with_an_a_or_b_race_may_drop_a_session(priority: str, missed: dict[str, int]) -> None:
    who = profile(races=[{"name": "Race", "date": day("sun", 2), "distance": "10k", "priority": priority}])
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    assert misses(rule("whole_weeks"), plan(who, *sessions, phases=PHASES)) == missed


def test_cut_weeks_at_either_end_hold_the_sessions_of_the_weekdays_that_they_have() -> None:
    full_weeks = [(at, week, slot) for week in (2, 3, 4) for at, slot in (("tue", "A"), ("fri", "B"))]
    sessions = [session(day(at, week), slot=slot) for at, week, slot in full_weeks]
    who = profile(start=MONDAY.replace(day=7))
    assert misses(rule("whole_weeks"), plan(who, *sessions, phases=[("base", 5)])) == {"week 1": 1, "week 5": 1}
    held = session(day("sat"), slot="B"), session(day("mon", 5))
    assert misses(rule("whole_weeks"), plan(who, *sessions, *held, phases=[("base", 5)])) == {}


@pytest.mark.parametrize(("running", "missed"), [("high", {}), ("cut_back", {}), ("usual", {"week 2 B": 1})])
def test_a_week_that_runs_high_or_is_cut_back_may_drop_a_session(running: Running, missed: dict[str, int]) -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    weeks = {} if running == "usual" else {2: running}
    assert misses(rule("whole_weeks"), plan(profile(), *sessions, phases=PHASES, running=weeks)) == missed


def test_the_week_after_a_cutback_week_is_whole_again() -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 3))]
    finished = plan(profile(), *sessions, phases=[("base", 4)], running={2: "cut_back", 4: "high"})
    assert misses(rule("whole_weeks"), finished) == {"week 3 B": 1}


def test_a_week_with_less_time_than_usual_may_drop_a_session_while_the_block_has_weeks_as_usual() -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    short = profile(strength={"on": {day("fri", 2): 20}})
    assert misses(rule("whole_weeks"), plan(short, *sessions, phases=PHASES)) == {}
    longer = profile(strength={"on": {day("fri", 2): 90}})
    assert misses(rule("whole_weeks"), plan(longer, *sessions, phases=PHASES)) == {"week 2 B": 1}


def test_where_every_week_of_a_block_has_less_time_none_is_excused() -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    who = profile(strength={"on": {day("wed"): 20, day("fri", 2): 20}})
    assert misses(rule("whole_weeks"), plan(who, *sessions, phases=PHASES)) == {"week 2 B": 1}


@pytest.mark.parametrize(("at", "missed"), [("fri", {}), ("sat", {"week 2": 1})])
def test_a_week_with_a_day_away_may_drop_the_session_of_that_weekday(at: str, missed: dict[str, int]) -> None:
    sessions = [session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))]
    who = profile(strength={"away": [day(at, 2).isoformat()]})
    assert misses(rule("whole_weeks"), plan(who, *sessions, phases=PHASES)) == missed


def test_a_week_with_a_day_away_is_compared_with_the_full_week_before_and_else_with_the_one_after() -> None:
    away = {"away": [day("mon", 2).isoformat()]}
    before = [session(day("tue")), session(day("tue", 3)), session(day("fri", 3), slot="B")]
    assert misses(rule("whole_weeks"), plan(profile(strength=away), *before, phases=[("base", 4)])) == {
        "week 1 B": 1, "week 2": 1, "week 4 A": 1, "week 4 B": 1,
    }  # fmt: skip
    first = {"away": [day("mon").isoformat()]}
    after = [session(day("tue", 2)), session(day("fri", 2), slot="B")]
    assert misses(rule("whole_weeks"), plan(profile(strength=first), *after, phases=PHASES)) == {
        "week 1": 2,
    }  # fmt: skip


def test_a_block_without_a_full_week_asks_for_nothing() -> None:
    who = profile(strength={"away": [day("mon").isoformat(), day("mon", 2).isoformat()]})
    held = session(day("tue")), session(day("fri"), slot="B"), session(day("tue", 2))
    assert misses(rule("whole_weeks"), plan(who, *held, phases=PHASES)) == {}
