import datetime as dt
from typing import Any

import pytest

from profiles.lift import Lift
from profiles.opening import Opening
from profiles.profile import HOME, Profile, plurals
from profiles.run import Run
from writing import MONDAY, day, profile


def runner(**changed: Any) -> Profile:
    said: dict[str, Any] = {
        "runs": {"tue": "easy 30 am + hills 50 pm", "sun": "long 90", "on": {str(day("sun")): "rest"}},
        "strength": {
            "minutes": {"mon": 45, "wed": "40 pm"},
            "on": {str(day("mon", 2)): 0, str(day("thu")): "20 am"},
            "away": ["2027-01-12/2027-01-14", "2027-01-20"],
            "pins": ["2027-01-06 B", "2027-01-18"],
            "place": {"wed": "gym"},
        },
        "places": {"gym": {"equipment": ["kettlebell 12, 16", "dumbbells 2-20", "bench"]}},
        "lifts": {"back_squat": 100, "goblet_squat": "24 x 8 @ 2"},
    }
    return profile(**{name: {**table, **changed.get(name, {})} for name, table in said.items()})


def test_what_a_profile_writes_is_read_as_an_equal_profile() -> None:
    who = runner()
    assert Profile.model_validate(who.model_dump(mode="json", exclude_defaults=True)) == who
    assert Profile.model_validate(who.model_dump()) == who
    assert Profile.model_validate_json(who.model_dump_json()) == who


def test_it_writes_as_people_do_and_leaves_out_days_of_rest() -> None:
    said = runner(runs={"thu": "rest"}).model_dump(mode="json", exclude_defaults=True)
    assert said["runs"] == {"tue": "easy 30 am + hills 50 pm", "sun": "long 90", "on": {"2027-01-10": "rest"}}
    assert (said["strength"]["minutes"]["mon"], said["strength"]["minutes"]["wed"]) == (45, "40 pm")
    assert said["strength"]["away"] == ["2027-01-12/2027-01-14", "2027-01-20"]
    assert said["strength"]["pins"] == ["2027-01-06 B", "2027-01-18"]
    assert said["places"]["gym"]["equipment"] == ["kettlebell 12, 16", "dumbbells 2-20", "bench"]
    assert said["lifts"] == {"back_squat": 100, "goblet_squat": "24 x 8 @ 2"}


@pytest.mark.parametrize(
    "other",
    [
        {"runs": {"tue": "hills 50  pm+easy 30 am"}},
        {"runs": {"mon": "rest"}},
        {"strength": {"away": ["2027-01-12 / 2027-01-14", "2027-01-20/2027-01-20"]}},
        {"places": {"gym": {"equipment": ["kettlebell 12/16", "dumbbells 20 - 2", "bench"]}}},
        {"lifts": {"back_squat": "100", "goblet_squat": "24x8@2"}},
    ],
)
def test_other_spellings_of_the_same_have_the_same_digest(other: dict[str, Any]) -> None:
    assert runner(**other) == runner()
    assert runner(**other).digest == runner().digest


@pytest.mark.parametrize(
    "other",
    [
        {"runs": {"sun": "long 91"}},
        {"strength": {"pins": ["2027-01-06 B"]}},
        {"places": {"gym": {"equipment": ["kettlebell 12-16", "dumbbells 2-20", "bench"]}}},
        {"lifts": {"back_squat": "100 x 2"}},
    ],
)
def test_what_says_something_else_has_another_digest(other: dict[str, Any]) -> None:
    assert runner(**other).digest != runner().digest


def test_the_runs_of_a_date_are_those_of_its_weekday_unless_it_is_an_exception() -> None:
    runs = runner().runs
    assert runs.at(day("tue")) == (Run("easy", 30, "am"), Run("hills", 50, "pm"))
    assert (runs.at(day("sun")), runs.at(day("sun", 2)), runs.at(day("fri"))) == ((), (Run("long", 90),), ())


def test_the_opening_of_a_date_is_that_of_its_weekday_unless_it_is_an_exception() -> None:
    strength = runner().strength
    dates = (MONDAY, day("wed"), day("mon", 2), day("thu"), day("thu", 2))
    assert [strength.at(date) for date in dates] == [
        Opening(45), Opening(40, "pm"), Opening(0), Opening(20, "am"), Opening(0),
    ]  # fmt: skip


def test_days_away_and_places_follow_the_date() -> None:
    strength = runner().strength
    january = [date for date in range(11, 22) if strength.away_on(dt.date(2027, 1, date))]
    assert january == [12, 13, 14, 20]
    assert (strength.place_at(day("wed")), strength.place_at(day("thu"))) == ("gym", HOME)


def test_the_most_reps_of_bodyweight_work_are_no_kilograms() -> None:
    who = runner().model_copy(update={"lifts": {"push_ups": Lift(12), "pull_up": Lift(2), "back_squat": Lift(100)}})
    assert [who.most_reps(name) for name in ("push_up", "pull_up", "back_squat", "dip")] == [12, 2, None, None]
    assert [who.lift(name) for name in ("push_up", "back_squat", "deadlift")] == [None, Lift(100), None]


def test_a_plural_is_a_key_of_bodyweight_work_only() -> None:
    assert {"push_ups", "pull_ups", "single_leg_squats"} <= set(plurals())
    assert not {"back_squats", "planks", "goblet_squats"} & set(plurals())


def test_lifts_are_values() -> None:
    assert runner().lifts == {"back_squat": Lift(100), "goblet_squat": Lift(24, 8, 2)}
