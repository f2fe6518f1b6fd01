import pytest

from profiles.profile import Strength
from profiles.season import Running
from writing import day, misses, plan, profile, rule, session

LEAST = {"base": 2, "build": 2, "race": 1, "taper": 0, "race_week": 0, "recovery": 1}
RULE = rule("weekly_sessions", least=LEAST, lighter=1)


def test_two_sessions_in_each_week_of_base_are_enough_and_race_week_asks_for_none() -> None:
    dates = [day(at, week) for week in (1, 2, 3) for at in ("tue", "fri")]
    finished = plan(profile(), *map(session, dates), phases=[("base", 3), ("race_week", 1)])
    assert misses(RULE, finished) == {}


def test_every_missing_session_is_counted_by_week() -> None:
    finished = plan(profile(), session(day("tue")), phases=[("base", 2), ("race", 1), ("recovery", 1)])
    assert misses(RULE, finished) == {"week 1": 1, "week 2": 2, "week 3": 1, "week 4": 1}


def test_sessions_of_one_week_do_not_make_up_for_another() -> None:
    dates = [day("mon"), day("wed"), day("fri"), day("tue", 2)]
    finished = plan(profile(), *map(session, dates), phases=[("build", 2), ("taper", 2)])
    assert misses(RULE, finished) == {"week 2": 1}


@pytest.mark.parametrize(("minutes", "asked"), [
    ({"fri": 40}, 1), ({"fri": 40, "sat": 40}, 1), ({"fri": 40, "sat": 40, "sun": 40}, 2), ({"tue": 40}, 0),
    ({"thu": 40, "sun": 40}, 2),
])  # fmt: skip
def test_a_cut_week_asks_for_no_more_sessions_than_it_has_free_days_apart(minutes: dict[str, int], asked: int) -> None:
    who = profile(start=day("thu")).model_copy(update={"strength": Strength.model_validate({"minutes": minutes})})
    finished = plan(who, phases=[("base", 1), ("taper", 4)])
    assert misses(RULE, finished) == ({"week 1": asked} if asked else {})


def test_a_cut_week_asks_for_nothing_on_days_away() -> None:
    who = profile(start=day("thu"), strength={"away": [f"{day('thu')}/{day('sat')}"]})
    assert misses(RULE, plan(who, phases=[("base", 1), ("taper", 4)])) == {"week 1": 1}


@pytest.mark.parametrize(("priority", "held", "missed"), [
    ("A", 1, {}), ("B", 1, {}), ("B", 0, {"week 2": 1}), ("C", 1, {"week 2": 1}), ("C", 2, {}),
])  # fmt: skip
def test_a_week_with_an_a_or_b_race_asks_for_one_session(priority: str, held: int, missed: dict[str, int]) -> None:
    who = profile(races=[{"name": "Race", "date": day("sun", 2), "distance": "10k", "priority": priority}])
    other_weeks = [day(at, week) for week in (1, 3, 4) for at in ("tue", "fri")]
    race_week = [day("tue", 2), day("thu", 2)][:held]
    assert misses(RULE, plan(who, *map(session, [*other_weeks, *race_week]))) == missed


@pytest.mark.parametrize("weekday", ["mon", "sun"])
def test_a_race_belongs_to_its_week_from_monday_to_sunday(weekday: str) -> None:
    who = profile(races=[{"name": "Race", "date": day(weekday, 2), "distance": "10k"}])
    finished = plan(who, *(session(day("wed", week)) for week in (1, 2, 3, 4)))
    assert misses(RULE, finished) == {"week 1": 1, "week 3": 1, "week 4": 1}


def test_a_race_asks_for_no_more_than_its_phase() -> None:
    who = profile(races=[{"name": "Race", "date": day("sun", 4), "distance": "10k"}])
    finished = plan(who, phases=[("taper", 3), ("race_week", 1)])
    assert misses(rule("weekly_sessions", lighter=3, least=LEAST), finished) == {}


@pytest.mark.parametrize(("running", "held", "missed"), [
    ("high", 1, {}), ("high", 0, {"week 2": 1}), ("cut_back", 1, {}), ("cut_back", 0, {"week 2": 1}),
])  # fmt: skip
def test_a_week_that_runs_high_or_is_cut_back_asks_for_one_session(
    running: Running, held: int, missed: dict[str, int]
) -> None:
    other_weeks = [day(at, week) for week in (1, 3, 4) for at in ("tue", "fri")]
    lighter_week = [day("tue", 2)][:held]
    finished = plan(profile(), *map(session, [*other_weeks, *lighter_week]), running={2: running})
    assert misses(RULE, finished) == missed


def test_how_many_a_lighter_week_asks_for_is_a_number() -> None:
    dates = [day(at, week) for week in (1, 2, 4) for at in ("tue", "fri")]
    finished = plan(profile(), *map(session, dates), running={2: "high", 3: "cut_back"})
    assert misses(rule("weekly_sessions", lighter=0, least=LEAST), finished) == {}
    assert misses(rule("weekly_sessions", lighter=3, least=LEAST), finished) == {"week 3": 2}
