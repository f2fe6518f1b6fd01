import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from profiles.equipment import EQUIPMENT
from profiles.exercise import catalogue
from profiles.profile import Goal, Profile
from profiles.squad_file import Squad
from profiles.writing.schema import MODELS, SQUAD_SCHEMA, schema_text

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
push_ups = 12
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
COMMON = """
layout = "track tuesday"
[season]
start = 2026-12-28
[[races]]
name = "Spring Marathon"
date = 2027-05-02
distance = "marathon"
[places.gym]
equipment = ["barbell", "kettlebell 16"]
[layouts."track tuesday".runs]
tue = "intervals 60 am"
on = { 2027-02-16 = "rest" }
[layouts."track tuesday".strength]
minutes = { mon = 45, tue = "40 pm" }
place = { mon = "gym" }
[layouts.hills.runs]
wed = "hills 50"
"""
"""A squad.toml."""
SLIM = """
layout = "hills"
[athlete]
name = "Maya"
experience = "intermediate"
[strength]
away = ["2027-03-08/2027-03-12", "2027-03-20"]
pins = ["2027-02-09 A"]
[lifts]
back_squat = 100
[preferences]
favour = ["step_up"]
"""
"""An athlete's file beside it."""
SCHEMA: dict[str, Any] = json.loads(schema_text())
SQUADS: dict[str, Any] = json.loads(schema_text(Squad))


def complaints(text: str, schema: dict[str, Any] = SCHEMA) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(as_json(tomllib.loads(text)))]


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


@pytest.mark.parametrize(("file", "model"), MODELS.items(), ids=lambda part: getattr(part, "name", ""))
def test_the_committed_file_is_the_schema(file: Path, model: type[Profile]) -> None:
    assert file.read_text(encoding="utf-8") == schema_text(model), "run: python -m profiles.writing.schema"


@pytest.mark.parametrize("model", MODELS.values())
def test_it_is_a_schema(model: type[Profile]) -> None:
    schema = json.loads(schema_text(model))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    assert schema["title"]
    assert schema_text(model).endswith("}\n")


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
    text = text.replace('back_squat = 100\ndeadlift = 120.5\npush_ups = 12\ngoblet_squat = "24 x 8 @ 2"', lifts)
    assert text.count("= 50\n") == len(catalogue())
    assert complaints(text) == []


def test_what_it_accepts_as_a_good_profile_can_be_read() -> None:
    assert Profile.model_validate(tomllib.loads(GOOD)).strength.templates == {"A": "gym_lower", "C": "gym_upper"}


# ---- squad.toml, and the files beside it


def test_the_schema_of_a_squad_is_in_the_same_folder() -> None:
    assert [(file.name, model) for file, model in MODELS.items()] == [
        ("profile.schema.json", Profile), ("squad.schema.json", Squad),
    ]  # fmt: skip
    assert SQUAD_SCHEMA.parent == next(iter(MODELS)).parent
    assert (SCHEMA["title"], SQUADS["title"]) == ("A runner's profile", "A squad, or one of its athletes")


@pytest.mark.parametrize("text", [COMMON, SLIM, GOOD, 'layout = "hills"', "# nothing yet", "[strength]", "[layouts.a]"])
def test_nothing_is_required_of_a_squad_and_its_athletes(text: str) -> None:
    assert complaints(text, SQUADS) == []


@pytest.mark.parametrize("text", [COMMON, SLIM])
def test_an_athlete_of_no_squad_gets_an_error_about_what_is_missing(text: str) -> None:
    assert "$" in complaints(text)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('layout = "track tuesday"', 'layuot = "track tuesday"', "$"),
        ('layout = "track tuesday"', "layout = 7", "$.layout"),
        ("[layouts.hills.runs]", "[layouts.hills.run]", "$.layouts.hills"),
        ("[layouts.hills.runs]", "[layouts.hills.places]", "$.layouts.hills"),
        ("hills 50", "hlls 50", "$.layouts.hills.runs.wed"),
        ("intervals 60 am", "intervals sixty", "$.layouts['track tuesday'].runs.tue"),
        ('= "rest" }', '= "rset" }', "$.layouts['track tuesday'].runs.on['2027-02-16']"),
        ("mon = 45", "mon = 241", "$.layouts['track tuesday'].strength.minutes.mon"),
        ("mon = 45", "mun = 45", "$.layouts['track tuesday'].strength.minutes"),
        ("minutes =", "minuets =", "$.layouts['track tuesday'].strength"),
        ("start = 2026-12-28", "begin = 2026-12-28", "$.season"),
        ("date = 2027-05-02", "", "$.races[0]"),
        ("kettlebell 16", "kettlebel 16", "$.places.gym.equipment[1]"),
    ],
)
def test_a_broken_squad_is_refused(old: str, new: str, path: str) -> None:
    assert old in COMMON
    assert complaints(COMMON.replace(old, new, 1), SQUADS) == [path]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('layout = "hills"', 'layuot = "hills"', "$"),
        ("experience =", "experiense =", "$.athlete"),
        ('"intermediate"', '"expert"', "$.athlete.experience"),
        ("2027-03-20", "next week", "$.strength.away[1]"),
        ("09 A", "09 D", "$.strength.pins[0]"),
        ("[strength]", "[strength]\nminutes = { mon = 241 }", "$.strength.minutes.mon"),
        ("[strength]", '[strength]\non = { 2027-02-16 = "45 noon" }', "$.strength.on['2027-02-16']"),
        ("[strength]", '[runs]\nwed = "hlls 50"\n[strength]', "$.runs.wed"),
        ("back_squat =", "back_sqat =", "$.lifts"),
        ("= 100", "= 501", "$.lifts.back_squat"),
        ('"step_up"', '"stepup"', "$.preferences.favour[0]"),
    ],
)
def test_a_broken_athlete_is_refused(old: str, new: str, path: str) -> None:
    assert old in SLIM
    assert complaints(SLIM.replace(old, new, 1), SQUADS) == [path]


def test_what_is_left_out_of_a_layer_has_no_default() -> None:
    assert '"default"' in schema_text()
    assert '"default"' not in schema_text(Squad)


def test_what_it_accepts_as_a_good_squad_can_be_read() -> None:
    assert list(Squad.model_validate(tomllib.loads(COMMON)).layouts) == ["track tuesday", "hills"]
    assert Squad.model_validate(tomllib.loads(SLIM)).layout == "hills"
