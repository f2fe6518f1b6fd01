import datetime as dt
import json
import tomllib
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from profiles.equipment import EQUIPMENT
from profiles.exercise import catalogue
from profiles.profile import Goal, Profile
from profiles.schema import FILE, schema_text

GOOD = """
[athlete]
name = "Maya"
experience = "intermediate"
body_kg = 63.5
goals = ["hills", "desk_work"]
gains_muscle_quickly = true
[season]
start = 2026-12-28
weeks = 16
[[races]]
name = "Spring Marathon"
date = 2027-05-02
distance = "marathon"
[runs]
mon = "rest"
tue = "easy 30 am + hills 50 pm"
on = { 2027-02-16 = "rest" }
[strength]
minutes = { mon = 45, tue = "40 pm" }
away = ["2027-03-08/2027-03-12", "2027-03-20"]
at_least = 2
pins = ["2027-02-09 A", "2027-02-10"]
down = [2027-03-29]
templates = { A = "gym_lower", C = "gym_upper" }
[places.home]
equipment = ["mat", "kettlebell 16"]
travel_min = 20
jumps = false
heavy = true
[lifts]
back_squat = 100
deadlift = 120.5
goblet_squat = "24 x 8 @ 2"
[addons]
prehab = true
tests = false
[injuries]
prone = ["itb"]
[preferences]
favour = ["step_up"]
[rules.fresh_legs_for_key_runs]
clear_days = 2
"""
SCHEMA: dict[str, Any] = json.loads(schema_text())


def complaints(text: str) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(as_json(tomllib.loads(text)))]


def as_json(value: Any) -> Any:
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case dt.date():
            return value.isoformat()
        case _:
            return value


def test_the_committed_file_is_the_schema() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(), "run: python -m profiles.schema"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    assert SCHEMA["title"]
    assert schema_text().endswith("}\n")


def test_it_accepts_a_good_profile() -> None:
    assert complaints(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('"intermediate"', '"expert"', "$.athlete.experience"),
        ("weeks = 16", "weeks = 3", "$.season.weeks"),
        ("weeks = 16", "week = 16", "$.season"),
        ('"marathon"', '"maraton"', "$.races[0].distance"),
        ("hills 50 pm", "hlls 50 pm", "$.runs.tue"),
        ('= "rest" }', '= "rset" }', "$.runs.on['2027-02-16']"),
        ("mon = 45", "mon = 241", "$.strength.minutes.mon"),
        ("mon = 45", "mun = 45", "$.strength.minutes"),
        ("40 pm", "241 pm", "$.strength.minutes.tue"),
        ("40 pm", "40 noon", "$.strength.minutes.tue"),
        ("2027-03-20", "next week", "$.strength.away[1]"),
        ("at_least = 2", "at_least = 4", "$.strength.at_least"),
        ("09 A", "09 D", "$.strength.pins[0]"),
        ("kettlebell 16", "kettlebel 16", "$.places.home.equipment[1]"),
        ('"itb"', '"itbs"', "$.injuries.prone[0]"),
        ('"step_up"', '"stepup"', "$.preferences.favour[0]"),
        ('name = "Maya"', "", "$.athlete"),
        ("63.5", "24.9", "$.athlete.body_kg"),
        ("63.5", '"63.5"', "$.athlete.body_kg"),
        ('"hills", "desk', '"hill", "desk', "$.athlete.goals[0]"),
        ("quickly = true", 'quickly = "yes"', "$.athlete.gains_muscle_quickly"),
        ("[2027-03-29]", "[7]", "$.strength.down[0]"),
        ("C = ", "D = ", "$.strength.templates"),
        ('C = "gym_upper"', "C = 3", "$.strength.templates.C"),
        ("travel_min = 20", "travel_min = 181", "$.places.home.travel_min"),
        ("travel_min = 20", "travel_min = 1.5", "$.places.home.travel_min"),
        ("jumps = false", "jump = false", "$.places.home"),
        ("heavy = true", "heavy = 1", "$.places.home.heavy"),
        ("kettlebell 16", "kettlebell sixteen", "$.places.home.equipment[1]"),
        ("= 100", "= 501", "$.lifts.back_squat"),
        ("= 100", "= 0", "$.lifts.back_squat"),
        ("24 x 8 @ 2", "24 x 8 @", "$.lifts.goblet_squat"),
        ("24 x 8 @ 2", "24 kg", "$.lifts.goblet_squat"),
        ("back_squat =", "back_sqat =", "$.lifts"),
        ("prehab = true", "prehab = 1", "$.addons.prehab"),
        ("prehab = true", "rehab = true", "$.addons"),
    ],
)
def test_it_refuses_a_broken_one(old: str, new: str, path: str) -> None:
    assert old in GOOD
    assert complaints(GOOD.replace(old, new, 1)) == [path]


def test_every_word_of_the_vocabularies_is_accepted() -> None:
    told = f"equipment = {[*EQUIPMENT, *(f'{item} 2-24' for item in EQUIPMENT)]}"
    liked = f"favour = {list(catalogue())}"
    assert (
        complaints(GOOD.replace('equipment = ["mat", "kettlebell 16"]', told).replace('favour = ["step_up"]', liked))
        == []
    )


def test_nothing_is_null_and_descriptions_are_kept() -> None:
    assert "null" not in schema_text()
    weeks = SCHEMA["$defs"]["SeasonTable"]["properties"]["weeks"]
    assert weeks == {
        "type": "integer", "minimum": 4, "maximum": 104,
        "description": "length; left out: up to and with the week of the last race",
    }  # fmt: skip


@pytest.mark.parametrize("said", ["1", "500", "62.5", '"62.5"', '"80 x 5"', '"80x5@2"', '"80 x 20 @ 10"', '" 80 "'])
def test_a_lift_that_can_be_read_is_accepted(said: str) -> None:
    assert complaints(GOOD.replace("back_squat = 100", f"back_squat = {said}", 1)) == []


def test_every_exercise_may_have_a_lift_and_every_goal_may_be_said() -> None:
    lifts = "\n".join(f"{name} = 50" for name in catalogue())
    goals = f"goals = {list(get_args(Goal))}"
    text = GOOD.replace('goals = ["hills", "desk_work"]', goals)
    text = text.replace('back_squat = 100\ndeadlift = 120.5\ngoblet_squat = "24 x 8 @ 2"', lifts)
    assert text.count("= 50\n") == len(catalogue())
    assert complaints(text) == []


def test_what_it_accepts_as_a_good_profile_can_be_read() -> None:
    assert Profile.model_validate(tomllib.loads(GOOD)).strength.templates == {"A": "gym_lower", "C": "gym_upper"}
