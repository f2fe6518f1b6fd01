"""Which weeks of a season are full."""

import pytest

from constraints.planning.brief import brief_for
from profiles.season import Running, Season
from writing import day, profile, season_of


def full(season: Season) -> list[int]:
    return [week.number for week in season.weeks if week.full]


def test_each_week_of_an_ordinary_season_is_full() -> None:
    assert full(season_of(profile(weeks=5))) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("running", ["high", "cut_back"])
def test_a_week_that_runs_high_or_is_cut_back_is_not(running: Running) -> None:
    assert full(season_of(profile(), running={3: running})) == [1, 2, 4]


@pytest.mark.parametrize(("priority", "weeks"), [("A", [1, 3, 4]), ("B", [1, 3, 4]), ("C", [1, 2, 3, 4])])
def test_a_week_with_an_a_or_b_race_is_not(priority: str, weeks: list[int]) -> None:
    race = {"name": "Goal", "date": day("sun", 2), "distance": "10k", "priority": priority}
    assert full(season_of(profile(races=[race]))) == weeks


def test_a_first_or_last_week_of_less_than_seven_days_is_not() -> None:
    season = brief_for(profile(start=day("tue"))).season
    assert [len(week.days) for week in season.weeks] == [6, 7, 7, 7, 1]
    assert full(season) == [2, 3, 4]


def test_a_week_with_a_day_away_is_not_full() -> None:
    assert full(season_of(profile(strength={"away": [f"{day('sun', 2)}/{day('mon', 3)}"]}))) == [1, 4]


def test_a_week_with_a_day_away_that_has_no_free_minute_is_full() -> None:
    who = profile(strength={"minutes": {"wed": 60}, "away": [str(day("sun", 2)), str(day("wed", 3))]})
    assert full(season_of(who)) == [1, 2, 4]


def test_a_week_with_less_time_on_a_day_is_not_and_one_with_more_is() -> None:
    assert full(season_of(profile(strength={"on": {day("wed", 2): 20, day("wed", 3): 90}}))) == [1, 3, 4]


def test_a_week_without_a_free_minute_is_not() -> None:
    who = profile(strength={"on": {day(name, 2): 0 for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}})
    assert full(season_of(who)) == [1, 3, 4]


def test_where_every_week_of_a_block_has_less_time_they_are_full() -> None:
    who = profile(strength={"on": {day("wed", week): 20 for week in (1, 2, 3, 4)}})
    assert full(season_of(who)) == [1, 2, 3, 4]
