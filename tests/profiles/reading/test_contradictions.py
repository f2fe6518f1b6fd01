import datetime as dt
from typing import Any

import pytest

from profiles.plan import Session
from profiles.profile import Profile
from profiles.reading.contradictions import Contradiction, contradictions, misplaced
from profiles.reading.locate import KeyPath
from writing import MONDAY, day, item, plan, profile, session

RACE = {"name": "Ten", "date": day("sun", 6), "distance": "10k"}


def without_weeks(start: dt.date = MONDAY, **tables: Any) -> Profile:
    return profile(season={"start": start, "weeks": None}, **tables)


def only(who: Profile) -> Contradiction:
    (found,) = contradictions(who)
    return found


def test_a_sensible_profile_has_none() -> None:
    away = [f"{day('mon') - dt.timedelta(days=3)}/{day('tue')}", f"{day('sun', 4)}/{day('wed', 5)}"]
    strength = {"place": {"tue": "home"}, "away": away, "pins": [f"{day('sun', 4)} A", str(day("mon"))]}
    who = profile(
        races=[{**RACE, "date": day("sun", 4)}],
        runs={"on": {day("mon"): "rest"}},
        strength=strength,
        injuries={"prone": ["itb"], "current": ["hips"]},
        preferences={"favour": ["plank"], "avoid": ["step_up"], "exclude": ["box_jump"]},
    )
    assert list(contradictions(who)) == []


def test_a_season_needs_an_end() -> None:
    found = only(without_weeks())
    assert found.key_path == ("season",)
    assert "weeks" in found.message


@pytest.mark.parametrize(("week", "length"), [(3, "3 weeks"), (105, "105 weeks")])
def test_a_race_makes_the_season_too_short_or_too_long(week: int, length: str) -> None:
    found = only(without_weeks(races=[{**RACE, "date": day("sat", week)}]))
    assert found.key_path == ("season", "start")
    assert length in found.message
    assert "allowed are 4 to 104" in found.message


@pytest.mark.parametrize("week", [4, 104])
def test_the_shortest_and_the_longest_season_are_fine(week: int) -> None:
    assert list(contradictions(without_weeks(races=[{**RACE, "date": day("sat", week)}]))) == []


def test_a_cut_week_counts() -> None:
    assert list(contradictions(without_weeks(day("wed"), races=[{**RACE, "date": day("sat", 4)}]))) == []


@pytest.mark.parametrize("start", [dt.date.min, dt.date(1899, 12, 31), dt.date(9991, 1, 1), dt.date.max])
def test_the_calendar_ends(start: dt.date) -> None:
    assert only(profile(start=start)).key_path == ("season", "start")
    who = without_weeks(start, races=[{**RACE, "date": dt.date.max}])
    assert only(who).key_path == ("season", "start")


OUTSIDE: list[tuple[dict[str, Any], KeyPath]] = [
    ({"races": [RACE]}, ("races", 0, "date")),
    ({"races": [{**RACE, "date": day("sun", 0)}]}, ("races", 0, "date")),
    ({"runs": {"on": {day("mon", 5): "rest"}}}, ("runs", "on", str(day("mon", 5)))),
    ({"strength": {"on": {day("sun", 0): 30}}}, ("strength", "on", str(day("sun", 0)))),
    ({"strength": {"away": [str(day("mon")), f"{day('mon', 5)}/{day('tue', 5)}"]}}, ("strength", "away", 1)),
    ({"strength": {"away": [f"{day('mon', 0)}/{day('sun', 0)}"]}}, ("strength", "away", 0)),
    ({"strength": {"pins": [f"{day('mon', 5)} A"]}}, ("strength", "pins", 0)),
]


@pytest.mark.parametrize(("tables", "key_path"), OUTSIDE)
def test_dates_outside_the_season(tables: dict[str, Any], key_path: KeyPath) -> None:
    found = only(profile(**tables))
    assert found.key_path == key_path
    assert str(MONDAY) in found.message or str(day("sun", 4)) in found.message


def test_a_race_before_the_start_of_a_season_without_weeks() -> None:
    found = only(without_weeks(races=[{**RACE, "date": day("sun", 0)}]))
    assert found.key_path == ("races", 0, "date")


def test_two_races_on_one_date() -> None:
    found = only(profile(weeks=6, races=[RACE, {**RACE, "name": "Relay"}]))
    assert found.key_path == ("races", 1, "date")
    assert "'Ten' and 'Relay'" in found.message


def test_two_pins_on_one_date() -> None:
    found = only(profile(strength={"pins": [str(day("tue")), f"{day('tue')} A"]}))
    assert found.key_path == ("strength", "pins", 1)
    assert str(day("tue")) in found.message


def test_a_place_that_is_not_described() -> None:
    found = only(profile(strength={"place": {"tue": "home", "wed": "gmy"}}, places={"gym": {}}))
    assert (found.key_path, found.found) == (("strength", "place", "wed"), "gmy")
    assert found.allowed == ("home", "gym")


@pytest.mark.parametrize("name", ["avoid", "exclude"])
def test_a_favourite_that_is_unwanted(name: str) -> None:
    found = only(profile(preferences={"favour": ["step_up"], name: ["plank", "step_up"]}))
    assert found.key_path == ("preferences", name, 1)
    assert "'step_up'" in found.message


def test_an_injury_both_prone_and_current() -> None:
    found = only(profile(injuries={"prone": ["hips", "itb"], "current": ["itb"]}))
    assert found.key_path == ("injuries", "prone", 1)
    assert "current is enough" in found.message


def test_all_contradictions_are_reported() -> None:
    assert len(list(contradictions(without_weeks(strength={"place": {"tue": "x"}})))) == 2


def paths(*sessions: Session) -> list[KeyPath]:
    who = profile()
    return [one.key_path for one in misplaced(plan(who, *sessions))]


def test_sessions_of_a_plan_stay_in_the_season_one_a_day() -> None:
    assert paths(session(day("mon")), session(day("sun", 4))) == []
    assert paths(session(day("sun", 0)), session(day("mon", 5))) == [("sessions", 0, "date"), ("sessions", 1, "date")]
    assert paths(session(day("mon")), session(day("mon"), slot="B")) == [("sessions", 1, "date")]


def test_exercises_of_a_plan_are_in_the_catalogue() -> None:
    strange = item("plank").model_copy(update={"exercise": "plonk"})
    who = profile()
    (found,) = misplaced(plan(who, session(day("mon"), item("plank"), strange)))
    assert found.key_path == ("sessions", 0, "main", 1, "exercise")
    assert found.found == "plonk"
    assert "plank" in found.allowed


def test_sessions_of_a_plan_are_in_its_blocks() -> None:
    assert paths(session(day("mon")), session(day("tue"), block=2)) == [("sessions", 1, "block")]


def test_a_plan_has_blocks() -> None:
    who = profile()
    (found,) = misplaced(plan(who).model_copy(update={"blocks": ()}))
    assert found.key_path == ("blocks",)
