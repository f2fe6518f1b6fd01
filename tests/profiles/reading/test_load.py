import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from profiles.amount import Amount
from profiles.kit import Masses
from profiles.lift import Lift
from profiles.plan import Drill
from profiles.profile import Place, Profile
from profiles.reading.load import load_plan, load_profile
from profiles.reading.problems import BadInput, Problem
from profiles.run import Run
from profiles.writing.toml_text import plan_text
from writing import day, plan, profile, session

GOOD = """\
[athlete]
name = "Maya"
experience = "intermediate"
strength_weeks = 6

[season]
start = 2026-12-28

[[races]]
name = "Spring Marathon"
date = 2027-05-02
distance = "marathon"

[[races]]
name = "Tune-up"
date = 2027-02-14
km = 21.1
priority = "B"

[runs]
tue = "intervals 60 am"
sun = "long 110"
on = { 2027-02-16 = "rest" }

[strength]
minutes = { mon = 45, tue = "40 pm", fri = 45 }
place = { fri = "gym" }
away = ["2027-03-08/2027-03-12"]
pins = [
  "2027-01-05 A",
  "2027-02-09",
]

[places.gym]
equipment = ["barbell", "rack"]

[injuries]
prone = ["itb"]

[preferences]
favour = ["step_up"]
avoid = ["box_jump"]

[rules.fresh_legs_for_key_runs]
clear_days = 2
"""


def told(text: str | bytes, folder: Path) -> tuple[Problem, ...]:
    file = folder / "me.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BadInput) as bad:
        load_profile(file)
    assert {problem.file for problem in bad.value.problems} == {str(file)}
    return bad.value.problems


def only(old: str, new: str, folder: Path) -> Problem:
    assert old in GOOD
    (problem,) = told(GOOD.replace(old, new, 1), folder)
    return problem


def test_a_good_profile_is_read(tmp_path: Path) -> None:
    (tmp_path / "me.toml").write_text(GOOD, encoding="utf-8")
    who = load_profile(tmp_path / "me.toml")
    assert who.races[1].date == dt.date(2027, 2, 14)
    assert load_profile(str(tmp_path / "me.toml")) == who


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "me.toml").write_text(GOOD, encoding="utf-8-sig")
    assert load_profile(tmp_path / "me.toml").athlete.name == "Maya"


class Wrong(NamedTuple):
    old: str
    new: str
    line: int
    key: str
    message: str
    nearest: str | None = None

    def told_in(self, folder: Path) -> Problem:
        """The message about the key after the old text was replaced by the new."""
        assert self.old in GOOD
        problems = told(GOOD.replace(self.old, self.new, 1), folder)
        return next(problem for problem in problems if problem.key == self.key)


WORDS = [
    ("intervals 60 am", "intervalls 60", 21, "runs.tue", "unknown kind of run 'intervalls'", "intervals"),
    ('= "rest"', '= "rset 30"', 23, "runs.on.2027-02-16", "unknown kind of run 'rset'", "rest"),
    ('"intermediate"', '"Intermediat"', 3, "athlete.experience", "unknown experience 'Intermediat'", "intermediate"),
    ('"marathon"', '"maraton"', 12, "races[0].distance", "unknown distance 'maraton'", "marathon"),
    ('"B"', '"b"', 18, "races[1].priority", "unknown priority 'b'", "B"),
    ('"barbell"', '"Barbel 20"', 35, "places.gym.equipment[0]", "unknown equipment 'Barbel 20'", "barbell"),
    ('"itb"', '"itbs"', 38, "injuries.prone[0]", "unknown word 'itbs'", "itb"),
    ('"step_up"', '"Step Up"', 41, "preferences.favour[0]", "unknown exercise 'Step Up'", "step_up"),
    ("-05 A", "-05 D", 30, "strength.pins[0]", "unknown session letter 'D'", None),
    ('"gym"', '"gmy"', 27, "strength.place.fri", "unknown place 'gmy'", "gym"),
    ("fri = 45", "fry = 45", 26, "strength.minutes.fry", "unknown key 'fry'", "fri"),
    ("distance", "distnace", 12, "races[0].distnace", "unknown key 'distnace'", "distance"),
    ("[injuries]", "[injurys]", 37, "injurys", "unknown key 'injurys'", "injuries"),
    ("equipment =", "equipement =", 35, "places.gym.equipement", "unknown key 'equipement'", "equipment"),
    ("sun =", '"su n" =', 22, 'runs."su n"', "unknown key 'su n'", "sun"),
]


@pytest.mark.parametrize("wrong", [Wrong(*case) for case in WORDS], ids=lambda wrong: wrong.key)
def test_a_wrong_word_is_reported_with_the_nearest_right_one(wrong: Wrong, tmp_path: Path) -> None:
    problem = wrong.told_in(tmp_path)
    assert (problem.line, problem.message, problem.nearest) == (wrong.line, wrong.message, wrong.nearest)
    assert wrong.nearest is None or wrong.nearest in problem.allowed


VALUES = [
    ("= 6", "= 2001", 4, "athlete.strength_weeks", "found 2001; allowed: 0 to 2000"),
    ("2026-12-28\n", "2026-12-28\nweeks = 3\n", 8, "season.weeks", "found 3; allowed: 4 to 104"),
    ("21.1", "0", 17, "races[1].km", "found 0; allowed: more than 0, at most 500"),
    ("mon = 45", "mon = 999", 26, "strength.minutes.mon", "999 minutes of strength in a day; allowed are 0 to 240"),
    ("long 110", "long 901", 22, "runs.sun", "'long 901': a run of 901 minutes; allowed are 1 to 900"),
    ('"Maya"', "7", 2, "athlete.name", "found the whole number 7, wanted text"),
    ('"Maya"', '""', 2, "athlete.name", "is empty"),
    ("= 6", '= "six"', 4, "athlete.strength_weeks", "found the text 'six', wanted a whole number"),
    ("= 6", "= 6.5", 4, "athlete.strength_weeks", "found the number 6.5, wanted a whole number"),
    ("= 6", "= 2027-01-01", 4, "athlete.strength_weeks", "found the date 2027-01-01, wanted a whole number"),
    ("= 6", "= 07:30:00", 4, "athlete.strength_weeks", "found the time 07:30:00, wanted a whole number"),
    ("21.1", "[]", 17, "races[1].km", "found a list, wanted a number"),
    ('tue = "40 pm"', "tue = 4.5", 26, "strength.minutes.tue", "found the number 4.5, wanted a whole number or text"),
    ('["barbell", "rack"]', '"barbell"', 35, "places.gym.equipment", "found the text 'barbell', wanted a list"),
    ('{ fri = "gym" }', "true", 27, "strength.place", "found true, wanted a table"),
    ("2027-05-02", "5", 11, "races[0].date", "5 is no date; write it as 2027-05-02"),
    ("2027-05-02", '"May"', 11, "races[0].date", "found the text 'May', wanted a date such as 2027-05-02"),
    ("2027-05-02", '"2027-02-30"', 11, "races[0].date", "the date 2027-02-30 does not exist"),
    ("{ 2027-02-16", "{ 2027-02-30", 23, "runs.on.2027-02-30", "the date 2027-02-30 does not exist"),
    ("2027-01-05 A", "2027-02-30 A", 30, "strength.pins[0]", "'2027-02-30 A': the date 2027-02-30 does not exist"),
    ("2027-03-12", "2027-03-01", 28, "strength.away[0]", "'2027-03-08/2027-03-01' ends before it begins"),
    ('name = "Maya"\n', "", 1, "athlete.name", "is missing"),
    ("date = 2027-02-14\n", "", 14, "races[1].date", "is missing"),
    ('name = "Tune-up"\ndate = 2027-02-14\nkm = 21.1', "name = 5", 14, "races[1].date", "is missing"),
    ("km = 21.1\n", "", 14, "races[1]", "a race has either a distance (5k, 10k, half, marathon, ultra) or its km"),
    ("= 6", f"= 0x{'f' * 5000}", 4, "athlete.strength_weeks", "found a number of many digits; allowed: 0 to 2000"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", [Wrong(*case) for case in VALUES], ids=lambda wrong: wrong.key)
def test_a_wrong_value_is_reported_with_what_is_wanted(wrong: Wrong, tmp_path: Path) -> None:
    problem = wrong.told_in(tmp_path)
    assert (problem.line, problem.message) == (wrong.line, wrong.message)


def test_a_missing_table_has_no_line(tmp_path: Path) -> None:
    problems = told("[runs]\n", tmp_path)
    assert [(problem.line, problem.key) for problem in problems] == [
        (None, "athlete"), (None, "season"), (None, "strength"),
    ]  # fmt: skip
    assert str(problems[0]) == f"{tmp_path / 'me.toml'}: athlete: is missing"


def test_all_errors_are_reported_at_once_by_line(tmp_path: Path) -> None:
    problems = told(GOOD.replace('"B"', '"D"').replace("Maya", "").replace("step_up", "stepup"), tmp_path)
    assert [problem.line for problem in problems] == [2, 18, 41]


def test_contradictions_are_reported_once_the_fields_are_right(tmp_path: Path) -> None:
    problem = only("2027-02-14", "2027-05-02", tmp_path)
    assert (problem.line, problem.key) == (16, "races[1].date")
    assert problem.message == "two races on 2027-05-02: 'Spring Marathon' and 'Tune-up'"


def test_a_goal_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    problem = only("strength_weeks = 6\n", 'strength_weeks = 6\ngoals = ["hills", "posture", "hills"]\n', tmp_path)
    assert (problem.line, problem.key, problem.message) == (5, "athlete.goals[2]", "'hills' is duplicated")


def test_a_place_may_be_called_like_a_type(tmp_path: Path) -> None:
    problems = told(GOOD.replace("[places.gym]", "[places.str]").replace('"rack"', '"rak"'), tmp_path)
    assert problems[0].key == "places.str.equipment[1]"


BROKEN = [
    ("2026-12-28", "2026-02-30", 7, "not valid TOML: the date 2026-02-30 does not exist (column 9)"),
    ('"Maya"', "Maya", 2, "not valid TOML: no value stands here; text needs straight quotes (column 8)"),
    ('"Maya"', '"Maya', 2, "not valid TOML: text without its closing quote (column 13)"),
    ("[injuries]", "[athlete] # again", 37, "not valid TOML: [athlete] is duplicated (column 9)"),
    ("= 6", '= 6\nname = "M"', 5, "not valid TOML: this key is duplicated (column 11)"),
    ("= 6", "6", 4, "not valid TOML: a key must be followed by = and its value (column 16)"),
    ("= 6", "= 6 7", 4, "not valid TOML: more stands on the line than one key and its value (column 20)"),
    ("clear_days = 2\n", "clear_days = [1\n", 45, "not valid TOML: unclosed array"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_broken_toml_has_its_line(old: str, new: str, line: int, message: str, tmp_path: Path) -> None:
    problem = only(old, new, tmp_path)
    assert (problem.line, problem.key, problem.message) == (line, "", message)


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"", None, "the file is empty"),
        (b" \n\t\n", None, "the file is empty"),
        (b"a = 1\nb = '\xe4'", 2, "not UTF-8 text: byte 0xe4 at offset 11; save it as UTF-8"),
        (b"\xef\xbb\xbfa = 1\nb = '\xe4'", 2, "not UTF-8 text: byte 0xe4 at offset 14; save it as UTF-8"),
        (b"a = 1\n\n\x0c", 3, "not valid TOML: no key and no [table] stands here (column 1)"),
        (b"a = 1\nb = 'x\xe2\x80\xa8y'\nc", 3, "not valid TOML: a key must be followed by = and its value"),
        (b"a = [1\n\n", 1, "not valid TOML: unclosed array"),
        (b"a = " + b"[" * 5000, None, "lists or tables are nested too deeply"),
        (b"a = " + b"9" * 5000, None, "not valid TOML: Exceeds the limit (4300 digits) for integer string conversion"),
    ],
)
def test_a_file_that_is_no_toml_text(raw: bytes, line: int | None, message: str, tmp_path: Path) -> None:
    (problem,) = told(raw, tmp_path)
    assert problem.line == line
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nobody.toml", "there is no such file"),
        (".", "this is a folder, not a file"),
        ("it.toml/me.toml", "cannot be read: Not a directory"),
        ("a\0b", "cannot be read: embedded null byte"),
    ],
)
def test_a_file_that_cannot_be_read(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "it.toml").touch()
    with pytest.raises(BadInput) as bad:
        load_profile(f"{tmp_path}/{name}")
    assert str(bad.value) == f"{tmp_path / name}: {message}".replace("\0", "\\u0000")


def test_a_problem_reads_as_a_sentence(tmp_path: Path) -> None:
    problem = only("fri = 45", "fry = 45", tmp_path)
    assert str(problem) == (
        f"{tmp_path / 'me.toml'}:26: strength.minutes.fry: unknown key 'fry'. Did you mean 'fri'? "
        "Allowed: mon, tue, wed, thu, fri, sat, sun"
    )


def test_a_long_vocabulary_is_cut_to_the_nearest(tmp_path: Path) -> None:
    problem = only('"step_up"', '"stepup"', tmp_path)
    shown = str(problem).partition("Allowed: ")[2]
    assert shown.startswith("step_up, step_down, ")
    assert shown.count(",") == 12
    assert shown.endswith(f" and {len(problem.allowed) - 12} more, all in profiles/catalogue/exercises.toml")


# ---- lifts, add-ons, body, goals, places, weeks to take lightly, templates

FULL = (
    GOOD.replace("strength_weeks = 6\n", 'strength_weeks = 6\nbody_kg = 63.5\ngoals = ["hills", "desk_work"]\n')
    .replace("[season]", "gains_muscle_quickly = true\n\n[season]")
    .replace("away = [", 'down = [2027-03-29]\ntemplates = { A = "gym_lower", C = "gym_upper" }\naway = [')
    .replace('"rack"]', '"rack"]\ntravel_min = 30\njumps = false\nheavy = false')
    + """
[lifts]
back_squat = 100
deadlift = 120.5
bench_press = "60 x 5"
goblet_squat = "24 x 8 @ 2"

[addons]
mobility = false
activation = true
"""
)


def full(folder: Path, old: str = "", new: str = "") -> Profile:
    assert old in FULL
    (folder / "me.toml").write_text(FULL.replace(old, new, 1), encoding="utf-8")
    return load_profile(folder / "me.toml")


def test_all_that_a_profile_may_say_besides_is_read(tmp_path: Path) -> None:
    who = full(tmp_path)
    assert (who.athlete.body_kg, who.athlete.goals) == (63.5, ("hills", "desk_work"))
    assert who.athlete.gains_muscle_quickly
    assert who.strength.down == (dt.date(2027, 3, 29),)
    assert who.strength.templates == {"A": "gym_lower", "C": "gym_upper"}
    gym = who.places["gym"]
    assert (gym.travel_min, gym.jumps, gym.heavy) == (30, False, False)
    assert who.lifts == {
        "back_squat": Lift(100, 1, 0), "deadlift": Lift(120.5, 1, 0), "bench_press": Lift(60, 5, 0),
        "goblet_squat": Lift(24, 8, 2),
    }  # fmt: skip
    wanted = who.addons.model_dump()
    assert [name for name, there in wanted.items() if there] == ["tests", "activation"]


def test_all_of_it_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "me.toml").write_text(GOOD, encoding="utf-8")
    who = load_profile(tmp_path / "me.toml")
    assert (who.athlete.body_kg, who.athlete.goals, who.athlete.gains_muscle_quickly) == (None, (), False)
    assert (who.strength.down, who.strength.templates, who.lifts) == ((), {}, {})
    assert (who.places["gym"].travel_min, who.places["gym"].jumps, who.places["gym"].heavy) == (0, True, True)


FULL_ERRORS: list[tuple[Any, ...]] = [
    ("63.5", "24", "athlete.body_kg", "found 24; allowed: 25 to 250", None),
    ("63.5", "251", "athlete.body_kg", "found 251; allowed: 25 to 250", None),
    ('"hills"', '"hill"', "athlete.goals[0]", "unknown word 'hill'", "hills"),
    ("[2027-03-29]", '["soon"]', "strength.down[0]",
     "found the text 'soon', wanted a date such as 2027-05-02", None),
    ("[2027-03-29]", "[5]", "strength.down[0]", "5 is no date; write it as 2027-05-02", None),
    ("A =", "D =", "strength.templates.D", "unknown key 'D'", None),
    ("travel_min = 30", "travel_min = 181", "places.gym.travel_min", "found 181; allowed: 0 to 180", None),
    ("travel_min = 30", "travel_min = 1.5", "places.gym.travel_min",
     "found the number 1.5, wanted a whole number", None),
    ("jumps", "jump", "places.gym.jump", "unknown key 'jump'", "jumps"),
    ("back_squat =", "back_sqat =", "lifts.back_sqat", "unknown exercise 'back_sqat'", "back_squat"),
    ("back_squat = 100", "push_upz = 12", "lifts.push_upz", "unknown exercise 'push_upz'", "push_up"),
    ("back_squat = 100", "plank = 60", "lifts.plank",
     "'plank' is no lift: neither a load nor a number of reps is its measure", None),
    ("back_squat = 100", 'push_ups = "12 x 3"', "lifts.push_ups",
     ("'12 x 3': push_up is done with bodyweight; write the most reps in one set, a whole number up to 100: "
      "push_ups = 12"), None),
    ("back_squat = 100", "pull_up = 2.5", "lifts.pull_up",
     ("'2.5': pull_up is done with bodyweight; write the most reps in one set, a whole number up to 100: "
      "pull_up = 12"), None),
    ("back_squat = 100", "push_ups = 101", "lifts.push_ups",
     ("'101': push_up is done with bodyweight; write the most reps in one set, a whole number up to 100: "
      "push_ups = 12"), None),
    ("back_squat = 100", "push_ups = 12\npush_up = 12", "lifts.push_ups",
     "'push_up' is given as well; one of them is enough", None),
    ("activation =", "activations =", "addons.activations", "unknown key 'activations'", "activation"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "message", "nearest"), FULL_ERRORS, ids=lambda part: str(part)[:20])
def test_what_is_wrong_with_it_is_reported(
    old: str, new: str, key: str, message: str, nearest: str | None, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as bad:
        full(tmp_path, old, new)
    (problem,) = bad.value.problems
    assert (problem.key, problem.message, problem.nearest) == (key, message, nearest)
    assert problem.line is not None
    assert new.partition("\n")[0] in FULL.replace(old, new, 1).splitlines()[problem.line - 1]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("0", "a lift of 0 kg; allowed are 1 to 500"),
        ("500.5", "a lift of 500.5 kg; allowed are 1 to 500"),
        ('"100 x 21"', "'100 x 21': an estimate needs a set of 1 to 20 reps with 0 to 10 in reserve"),
        ('"100 x 0"', "'100 x 0': an estimate needs a set of 1 to 20 reps with 0 to 10 in reserve"),
        ('"100 x 5 @ 11"', "'100 x 5 @ 11': an estimate needs a set of 1 to 20 reps with 0 to 10 in reserve"),
        ('"heavy"', "'heavy' is no lift; write a one-rep maximum in kg, or a recent set: 100 or '80 x 5 @ 2'"),
        ('"100 kg"', "'100 kg' is no lift"),
        ('"80 x 5 @"', "'80 x 5 @' is no lift"),
        ("nan", "nan is no lift"),
        ("-80", "-80 is no lift"),
        ("true", "what stands here is no lift; write a one-rep maximum"),
        ("[100]", "what stands here is no lift"),
        ("2027-01-04", "what stands here is no lift"),
    ],
)
def test_a_lift_that_cannot_be_is_refused(said: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as bad:
        full(tmp_path, "back_squat = 100", f"back_squat = {said}")
    (problem,) = bad.value.problems
    assert problem.key == "lifts.back_squat"
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("said", "lift"),
    [
        ("1", Lift(1, 1, 0)),
        ("500", Lift(500, 1, 0)),
        ('"62.5"', Lift(62.5, 1, 0)),
        ('"80 x 20 @ 10"', Lift(80, 20, 10)),
        ('" 80x5@2 "', Lift(80, 5, 2)),
        ('"80 x 5"', Lift(80, 5, 0)),
    ],
)
def test_a_lift_is_a_single_or_a_set_with_what_was_left(said: str, lift: Lift, tmp_path: Path) -> None:
    assert full(tmp_path, "back_squat = 100", f"back_squat = {said}").lifts["back_squat"] == lift


@pytest.mark.parametrize(
    ("equipment", "items", "masses"),
    [
        (["dumbbells 2-10"], {"dumbbells"}, (Masses(2, 10),)),
        (["dumbbells"], {"dumbbells"}, ()),
        (["dumbbells 4, 6 / 8"], {"dumbbells"}, (Masses(4), Masses(6), Masses(8))),
        (["dumbbells 2.5-10", "bench", "dumbbells 12"], {"dumbbells", "bench"}, (Masses(2.5, 10), Masses(12))),
        (["dumbbells", "dumbbells 12"], {"dumbbells"}, (Masses(12),)),
        (["kettlebell 16", "pull-up bar"], {"kettlebell", "pull-up bar"}, ()),
        ([], set(), ()),
    ],
)
def test_a_place_tells_its_items_from_their_masses(
    equipment: list[str], items: set[str], masses: tuple[Masses, ...]
) -> None:
    place = Place.model_validate({"equipment": equipment})
    assert place.items == items
    assert place.masses("dumbbells") == masses


@pytest.mark.parametrize(
    "said",
    ["dumbbells twelve", "dumbbells 12kg", "dumbbells 4; 6", "dumbbells -4", "kettlebell16", "dumbbells 2-10-20"],
)
def test_kilograms_that_are_none_are_refused_with_the_way_to_write_them(said: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as bad:
        full(tmp_path, '"rack"', f'"{said}"')
    (problem,) = bad.value.problems
    assert problem.key == "places.gym.equipment[1]"
    assert "are no kilograms; write one mass, several, or a range" in problem.message


@pytest.mark.parametrize("said", ["kettlebells", "dumbels 12", "12", "mats 3"])
def test_equipment_that_is_none_is_refused(said: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as bad:
        full(tmp_path, '"rack"', f'"{said}"')
    (problem,) = bad.value.problems
    assert (problem.key, problem.message) == ("places.gym.equipment[1]", f"unknown equipment '{said}'")


@pytest.mark.parametrize("said", ["kettlebell 1000000", "dumbbells 2-401", "barbell 20, 500"])
def test_kilograms_that_are_too_large_are_refused(said: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as bad:
        full(tmp_path, '"rack"', f'"{said}"')
    (problem,) = bad.value.problems
    assert "allowed are masses up to 400" in problem.message


def refused_plan(text: str, folder: Path) -> tuple[Problem, ...]:
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        load_plan(folder / "plan.toml")
    return bad.value.problems


DRILL = Drill(exercise="cat_cow", dose=Amount("reps", (8, 10)))
MONDAY = session(day("mon")).model_copy(update={"after": (Run("easy", 30),), "cooldown": (DRILL,)})
PLAN = plan_text(plan(profile(strength={"place": {"tue": "home"}}), MONDAY))
PLAN_ERRORS: list[tuple[Any, ...]] = [
    ('"plank"', '"plonk"', 0, "sessions[0].main[0].exercise", "unknown exercise 'plonk'", "plank"),
    ("sets = 2", "sets = 0", 0, "sessions[0].main[0].dose.sets", "found 0; allowed: at least 1"),
    ("rest_s", "rest", 0, "sessions[0].main[0].dose.rest", "unknown key 'rest'", "rest_s"),
    ('"easy 30"', '"jog 30"', 0, "sessions[0].after[0]", "unknown kind of run 'jog'"),
    ("8-10 reps", "a few", 0, "sessions[0].cooldown[0].dose",
     "'a few' is no amount; write '8-10 reps', '2 x 30 s a side', '5 min' or 'as many as good form allows'"),
    ('"hold"', '"hodl"', 0, "sessions[0].main[0].style", "unknown style 'hodl'", "hold"),
    ('"advanced"', '"expert"', 0, "profile.athlete.experience", "unknown experience 'expert'"),
    ('tue = "home"', 'tue = "hme"', 0, "profile.strength.place.tue", "unknown place 'hme'", "home"),
    ("date = 2027-01-04", "date = 2028-01-04", 0, "sessions[0].date",
     "2028-01-04 is outside the season, 2027-01-04 to 2027-01-31"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", [Wrong(*case) for case in PLAN_ERRORS], ids=lambda wrong: wrong.key)
def test_a_plan_changed_by_hand_is_reported_with_its_errors(wrong: Wrong, tmp_path: Path) -> None:
    assert wrong.old in PLAN
    text = PLAN.replace(wrong.old, wrong.new, 1)
    problem = next(problem for problem in refused_plan(text, tmp_path) if problem.key == wrong.key)
    assert (problem.message, problem.nearest) == (wrong.message, wrong.nearest)
    assert problem.line is not None
    assert wrong.new in text.splitlines()[problem.line - 1]


def test_a_plan_without_blocks_is_refused(tmp_path: Path) -> None:
    head, _, tail = PLAN.partition("[[blocks]]")
    (problem,) = refused_plan(f"blocks = []\n{head}{tail[tail.index('[[sessions]]') :]}", tmp_path)
    assert (problem.line, problem.key, problem.message) == (1, "blocks", "the plan has no blocks")


def test_a_key_and_its_value_are_refused_apart(tmp_path: Path) -> None:
    problems = told(GOOD.replace('{ 2027-02-16 = "rest" }', "{ tomorrow = 7 }"), tmp_path)
    assert [(problem.line, problem.key, problem.message) for problem in problems] == [
        (23, "runs.on.tomorrow", "the key is the text 'tomorrow', wanted a date such as 2027-05-02"),
        (23, "runs.on.tomorrow", "found the whole number 7, wanted text"),
    ]


def test_reading_loads_no_solver() -> None:
    heavy = "{'difflib', 'tomli_w', 'ortools', 'solver', 'constraints', 'cli', 'rich', 'click'}"
    program = f"import sys, profiles.reading.load; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def read_or_refused(file: Path) -> Profile | BadInput:
    try:
        return load_profile(file)
    except BadInput as bad:
        return bad


LINES = GOOD.splitlines()
GARBAGE = st.text(st.sampled_from("abz019 =-_.\"'[]{},#:\\+/\n\r\x0c\x85\u2028"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@example(at=0, how="delete", start=0, garbage="")
@given(
    at=st.integers(0, len(LINES) - 1),
    how=st.sampled_from(["delete", "repeat", "garble"]),
    start=st.integers(0, 30),
    garbage=GARBAGE,
)
def test_a_mangled_profile_is_read_or_refused(at: int, how: str, start: int, garbage: str, tmp_path: Path) -> None:
    line = LINES[at]
    mangled = {"delete": [], "repeat": [line, line], "garble": [line[:start] + garbage + line[start + 2 :]]}[how]
    file = tmp_path / "me.toml"
    file.write_bytes("\n".join([*LINES[:at], *mangled, *LINES[at + 1 :]]).encode())
    outcome = read_or_refused(file)
    if isinstance(outcome, BadInput):
        assert outcome.problems
        assert all(problem.line is None or 1 <= problem.line <= len(LINES) + 13 for problem in outcome.problems)
        assert str(outcome).startswith(str(file))
