from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import cli.plan_new.new_command
from cli.briefs import brief_at
from cli.plan_new.new_command import main
from cli.plan_new.profile_text import STANDARD
from cli.plan_new.questions import QUESTIONS, monday_after, text_of
from constraints.planning.planner import Solved
from profiles.profile import HOME, Profile
from profiles.reading.load import load_profile
from writing import solve

START = ("--start", "2027-01-04")
STARTS = dt.date(2027, 1, 4)
MARATHON = "Spring Marathon,2027-05-02,marathon,A"


def run(path: Path, *options: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(path), *options], input=said)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "me.toml"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody to ask."""
    monkeypatch.setattr(cli.plan_new.new_command, "_terminal", lambda: True)


def expected(**tables: Any) -> Profile:
    """The profile with every default, and changes of a test."""
    default: dict[str, Any] = {
        "athlete": {"name": "Runner", "experience": "intermediate"},
        "season": {"start": STARTS, "weeks": 12},
        "runs": {"tue": "tempo 45", "thu": "easy 45", "sun": "long 80"},
        "strength": {"minutes": {"tue": 40, "fri": 40}},
        "places": {"home": {"equipment": ["mat"]}},
    }
    return Profile.model_validate(default | tables)


def test_without_answers_it_writes_the_defaults(file: Path) -> None:
    result = run(file, "--yes", *START)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{file}: written.\nNext: plan-solve {file}\n"
    assert load_profile(file) == expected()


def test_the_default_season_starts_on_the_monday_after_today(file: Path) -> None:
    assert monday_after(dt.date(2027, 1, 3)) == STARTS
    assert monday_after(STARTS) == dt.date(2027, 1, 11)
    before = dt.datetime.now().astimezone().date()
    run(file, "--no-input")
    after = dt.datetime.now().astimezone().date()
    assert load_profile(file).season.start in {monday_after(before), monday_after(after)}


def test_the_default_profile_can_be_solved(file: Path) -> None:
    from constraints.planning.planner import LIMIT

    run(file, "--yes", *START, "--weeks", "4")
    assert isinstance(solve(load_profile(file), lambda *_: None, LIMIT), Solved)


def test_options_say_everything(file: Path) -> None:
    result = run(
        file, "--name", "Maya", "--experience", "Advanced", "--strength-weeks", "6", *START,
        "--race", MARATHON, "--race", "Trail, by night,2027-03-14,12.5 km,c", "--race", "Half,2027-02-14,half",
        "--runs", "tue=intervals 60 AM, Thu=easy 30 am + hills 50 pm,sun=Long 110",
        "--minutes", "mon=45,tue=40 pm,fri=45", "--place", "tue=gym",
        "--equipment", "home=Mat,loop band,kettlebell 12, 16", "--equipment", "gym=rack,barbell",
        "--prone", "ITB", "--prone", "hips", "--current", "achilles", "--doctrine", "reconciled",
    )  # fmt: skip
    assert (result.exit_code, result.stderr) == (0, "")
    assert load_profile(file) == expected(
        athlete={"name": "Maya", "experience": "advanced", "strength_weeks": 6},
        season={"start": STARTS},
        races=[
            {"name": "Spring Marathon", "date": dt.date(2027, 5, 2), "distance": "marathon"},
            {"name": "Trail, by night", "date": dt.date(2027, 3, 14), "km": 12.5, "priority": "C"},
            {"name": "Half", "date": dt.date(2027, 2, 14), "distance": "half"},
        ],
        runs={"tue": "intervals 60 am", "thu": "easy 30 am + hills 50 pm", "sun": "long 110"},
        strength={"minutes": {"mon": 45, "tue": "40 pm", "fri": 45}, "place": {"tue": "gym"}},
        places={
            "home": {"equipment": ["mat", "loop band", "kettlebell 12, 16"]},
            "gym": {"equipment": ["rack", "barbell"]},
        },
        injuries={"prone": ["itb", "hips"], "current": ["achilles"]},
    )


def test_weeks_may_go_on_after_the_race(file: Path) -> None:
    assert run(file, "--yes", *START, "--race", MARATHON, "--weeks", "20").exit_code == 0
    assert load_profile(file).last_day == STARTS + dt.timedelta(weeks=20, days=-1)


def test_a_gym_without_equipment_gets_the_default_equipment(file: Path) -> None:
    assert run(file, "--yes", *START, "--place", "tue=gym,fri=park").exit_code == 0
    places = load_profile(file).places
    assert {name: tuple(map(str, place.equipment)) for name, place in places.items()} == {**STANDARD, "park": ()}


def test_an_answer_may_be_none(file: Path) -> None:
    options = [*START, "--race", "none", "--equipment", "home=none", "--prone", "none", "--place", "none"]
    assert run(file, "--yes", *options).exit_code == 0
    assert load_profile(file) == expected(places={"home": {}})


def test_equipment_of_one_place_may_be_given_in_parts(file: Path) -> None:
    assert run(file, "--yes", *START, "--equipment", "home=mat", "--equipment", "home=step").exit_code == 0
    assert tuple(map(str, load_profile(file).place_named(HOME).equipment)) == ("mat", "step")


def test_without_a_terminal_it_says_what_took_a_default(file: Path) -> None:
    result = run(file, *START, "--name", "Maya", "--runs", "tue=easy 30")
    assert result.exit_code == 0
    assert result.stderr == (
        "No terminal to ask on, so these take their defaults: --experience, --strength-weeks, --race, --weeks, "
        "--minutes, --place, --equipment, --current, --prone.\n"
    )


@pytest.mark.usefixtures("terminal")
def test_a_terminal_asks_for_what_is_missing(file: Path) -> None:
    answers = [
        "Zoë", "beginner", "2", "2027-01-06", "River Half,2027-05-09,half", "Park,2027-03-07,5k,C", "",
        "tue=easy 30,sun=long 60", "mon=30,thu=30 pm", "thu=gym", "mat, loop band", "", "achilles", "itb, hips",
    ]  # fmt: skip
    result = run(file, said="\n".join(answers) + "\n")
    assert result.exit_code == 0
    assert "Equipment, gym [barbell, rack, bench, box, cable, dumbbells, pull-up bar, step]" in result.stderr
    assert result.stdout.startswith(f"{file}: written.")
    assert load_profile(file) == expected(
        athlete={"name": "Zoë", "experience": "beginner", "strength_weeks": 2},
        season={"start": dt.date(2027, 1, 6)},
        races=[
            {"name": "River Half", "date": dt.date(2027, 5, 9), "distance": "half"},
            {"name": "Park", "date": dt.date(2027, 3, 7), "distance": "5k", "priority": "C"},
        ],
        runs={"tue": "easy 30", "sun": "long 60"},
        strength={"minutes": {"mon": 30, "thu": "30 pm"}, "place": {"thu": "gym"}},
        places={"home": {"equipment": ["mat", "loop band"]}, "gym": {"equipment": STANDARD["gym"]}},
        injuries={"prone": ["itb", "hips"], "current": ["achilles"]},
    )


@pytest.mark.usefixtures("terminal")
def test_enter_takes_every_default(file: Path) -> None:
    result = run(file, *START, said="\n" * 20)
    assert result.exit_code == 0
    assert load_profile(file) == expected()
    labels = re.findall(r"^([A-Z].*?) \[.*\]:", result.stderr, re.MULTILINE)
    assert labels == [
        "Name", "Experience", "Weeks of strength", "Race", "Weeks", "Runs", "Minutes", "Place", "Equipment, home",
        "Injured now", "Prone to",
    ]  # fmt: skip


@pytest.mark.usefixtures("terminal")
def test_every_question_has_one_line_that_says_what_is_allowed(file: Path) -> None:
    lines = run(file, said="\n" * 20).stderr.splitlines()
    for asked in QUESTIONS:
        if asked.label:
            assert asked.sentence in lines


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        (["expert", "advanced"], "unknown experience 'expert'"),
        (["begginer", "advanced"], "Did you mean 'beginner'?"),
        (["advanced", "a few", "3"], "found 'a few', wanted a whole number"),
        (["advanced", "3", "Sprint,2027-05-02,marathn", MARATHON], "Did you mean 'marathon'?"),
        (["advanced", "3", "Past,2026-05-02,marathon", MARATHON], "2026-05-02 is before the season's first day"),
        (["advanced", "3", "Soon,2027-01-10,5k", MARATHON], "the season has 1 weeks; allowed are 4 to 104"),
        (["advanced", "3", MARATHON, MARATHON], "two races on 2027-05-02"),
        (["advanced", "3", MARATHON, "", "tue=intervalls 60", "tue=intervals 60"], "Did you mean 'intervals'?"),
    ],
)
@pytest.mark.usefixtures("terminal")
def test_nonsense_is_asked_again(file: Path, answers: Sequence[str], complaint: str) -> None:
    result = run(file, "--name", "Maya", *START, said="\n".join(answers) + "\n" * 20)
    assert result.exit_code == 0
    assert result.stderr.count("Error: ") == 1
    assert complaint in result.stderr
    assert load_profile(file).athlete.experience == "advanced"


@pytest.mark.usefixtures("terminal")
def test_an_injury_is_not_both_had_and_had_before(file: Path) -> None:
    result = run(file, *START, said="\n" * 9 + "itb\nitb,hips\nhips\n")
    assert "'itb' is both prone and current; current is enough" in result.stderr
    injuries = load_profile(file).injuries
    assert (injuries.current, injuries.prone) == (("itb",), ("hips",))


@pytest.mark.parametrize(
    ("options", "complaints"),
    [
        (["--name", ""], ["'--name'", "is empty"]),
        (["--experience", "pro"], ["'--experience'", "unknown experience 'pro'", "beginner, intermediate, advanced"]),
        (["--strength-weeks", "-1"], ["'--strength-weeks'", "found -1; allowed: 0 to 2000"]),
        (["--start", "2027-02-30"], ["'--start'", "the date 2027-02-30 does not exist"]),
        (["--start", "4.1.2027"], ["'--start'", "'4.1.2027' is no date; write it as 2027-05-02"]),
        (["--start", "9999-12-27"], ["season.start", "9999"]),
        (["--weeks", "3"], ["'--weeks'", "found 3; allowed: 4 to 104"]),
        (["--weeks", "few"], ["'--weeks'", "found 'few', wanted a whole number"]),
        (["--race", "Spring,2.5.2027,half"], ["'--race'", "should be name,date,distance,priority"]),
        (["--race", "Spring,2027-05-32,half"], ["'--race'", "the date 2027-05-32 does not exist"]),
        (["--race", "Spring,2027-05-02,hlaf"], ["'--race'", "Did you mean 'half'?"]),
        (["--race", "Spring,2027-05-02,half,D"], ["'--race'", "unknown priority 'D'", "A, B, C"]),
        (["--race", "Spring,2027-05-02,900 km"], ["'--race'", "found 900", "at most 500"]),
        ([*START, "--race", "Past,2026-05-02,half"], ["races[0].date", "2026-05-02 is before the season's first day"]),
        ([*START, "--race", "Soon,2027-01-10,half"], ["1 weeks; allowed are 4 to 104"]),
        ([*START, "--race", MARATHON, "--race", MARATHON], ["races[1].date", "two races on 2027-05-02"]),
        (["--runs", "tue"], ["'--runs'", "'tue' should be a weekday, ="]),
        (["--runs", "tus=easy 30"], ["'--runs'", "Did you mean 'tue'?"]),
        (["--runs", "tue=easy"], ["'--runs'", "runs.tue: 'easy' is no run"]),
        (["--runs", "tue=intervalls 30"], ["'--runs'", "runs.tue", "Did you mean 'intervals'?"]),
        (["--runs", "tue=easy 30,tue=easy 40"], ["'--runs'", "tue is duplicated"]),
        (["--minutes", "mo=30"], ["'--minutes'", "Did you mean 'mon'?"]),
        (["--minutes", "mon=300"], ["'--minutes'", "300 minutes", "0 to 240"]),
        (["--minutes", "mon=long"], ["'--minutes'", "'long' is no length of time"]),
        (["--place", "gym"], ["'--place'", "'gym' should be a weekday"]),
        (["--place", "tue=gmy", "--equipment", "gym=bench"], ["strength.place.tue", "Did you mean 'gym'?"]),
        (["--equipment", "mat"], ["'--equipment'", "'mat' should be a place, ="]),
        (["--equipment", "home=kettelbell 16"], ["'--equipment'", "Did you mean 'kettlebell'?"]),
        (["--prone", "ibt"], ["'--prone'", "Did you mean 'itb'?"]),
        (["--current", "itb,knee"], ["'--current'", "'knee'", "runners_knee"]),
        (["--prone", "itb", "--current", "itb"], ["injuries.prone[0]", "current is enough"]),
        (["--doctrine", "reconcild"], ["'--doctrine'", "Did you mean 'reconciled'?"]),
    ],
)  # fmt: skip
def test_bad_options_are_named_and_nothing_is_written(
    file: Path, options: Sequence[str], complaints: Sequence[str]
) -> None:
    result = run(file, "--yes", *options)
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert [complaint for complaint in complaints if complaint not in said] == []
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("name", [chr(0xDCFF), chr(0xD800)])
def test_a_name_of_broken_bytes_is_refused(file: Path, name: str) -> None:
    result = run(file, "--yes", "--name", name)
    assert (result.exit_code, file.exists()) == (2, False)
    assert "no UTF-8 text" in result.stderr


def test_names_survive_the_c_locale(file: Path) -> None:
    assert run(file, "--yes", "--name", "Zoë".encode().decode("ascii", "surrogateescape")).exit_code == 0
    assert load_profile(file).athlete.name == "Zoë"


@pytest.mark.usefixtures("terminal")
def test_bad_options_are_reported_before_any_question(file: Path) -> None:
    result = run(file, *START, "--race", "Soon,2027-01-10,half", said="\n" * 20)
    assert result.exit_code == 2
    assert "Name" not in result.stderr


@pytest.mark.usefixtures("terminal")
def test_a_file_that_is_there_stays_as_it_is(file: Path) -> None:
    file.write_text("mine")
    result = run(file, said="\n" * 20)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert "Name" not in result.stderr
    assert file.read_text() == "mine"


@pytest.mark.usefixtures("terminal")
def test_a_file_that_appears_while_it_asks_stays_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def appear(said: dict[str, Any]) -> dict[str, Any]:
        file.write_text("mine")
        return said

    monkeypatch.setattr(cli.plan_new.new_command, "_asked", appear)
    assert run(file).exit_code == 2
    assert file.read_text() == "mine"


def test_a_link_to_nowhere_is_not_written_through(file: Path) -> None:
    file.symlink_to(file.with_name("elsewhere.toml"))
    assert run(file, "--yes").exit_code == 2
    assert not file.with_name("elsewhere.toml").exists()


def test_force_overwrites(file: Path) -> None:
    file.write_text("mine")
    assert run(file, "--yes", *START, "--force").exit_code == 0
    assert load_profile(file) == expected()


def test_force_with_bad_options_leaves_the_file(file: Path) -> None:
    file.write_text("mine")
    assert run(file, "--yes", "--force", "--weeks", "1").exit_code == 2
    assert file.read_text() == "mine"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = run(tmp_path, "--yes", "--force")
    assert result.exit_code == 2
    assert "this is a folder" in result.stderr


def test_a_place_that_cannot_be_written_is_named(file: Path) -> None:
    file.write_text("mine")
    result = run(file / "below.toml", "--yes")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert file.read_text() == "mine"


def test_it_makes_the_folder(file: Path) -> None:
    inner = file.with_name("squad") / "me.toml"
    assert run(inner, "--yes", *START).exit_code == 0
    assert load_profile(inner) == expected()


def test_the_next_command_can_be_pasted(tmp_path: Path) -> None:
    path = tmp_path / "my season.toml"
    assert f"Next: plan-solve '{path}'\n" in run(path, "--yes").stdout


@pytest.mark.usefixtures("terminal")
def test_ctrl_c_at_a_question_writes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.plan_new.new_command, "_ask", interrupt)
    result = run(file)
    assert (result.exit_code, file.exists()) == (130, False)
    assert "Stopped; nothing is written." in result.stderr


@pytest.mark.usefixtures("terminal")
def test_the_end_of_input_at_a_question_writes_nothing(file: Path) -> None:
    result = run(file, said="Maya\nadvanced\n")
    assert (result.exit_code, file.exists()) == (130, False)
    assert "Stopped; nothing is written." in result.stderr


def test_it_names_the_schema_where_there_is_one(file: Path) -> None:
    line = "#:schema ./profile.schema.json"
    run(file, "--yes", *START)
    assert line not in file.read_text()
    file.with_name("profile.schema.json").write_text("{}")
    run(file, "--yes", *START, "--force")
    assert file.read_text().splitlines()[0] == line


def test_what_is_commented_out_is_valid_as_well(file: Path) -> None:
    run(file, "--yes", *START, "--weeks", "4")
    text = file.read_text()
    file.write_text(re.sub(r"^# (\[|[\w-]+ = )", r"\1", text, flags=re.MULTILINE))
    profile = brief_at(file).profile
    assert len(profile.races) == 1
    assert set(profile.places) == {"home", "gym"}
    assert {"runs", "strength", "lifts", "addons", "preferences", "rules"} <= profile.model_fields_set
    assert profile.strength.model_fields_set == {
        "minutes", "place", "away", "at_least", "want", "pins", "on", "down", "templates",
    }  # fmt: skip
    assert profile.preferences.model_fields_set == {"favour", "avoid", "exclude"}


def test_a_season_up_to_its_race_shows_its_length_behind_a_hash(file: Path) -> None:
    run(file, "--yes", *START, "--race", MARATHON)
    assert "\n# weeks = 17 " in file.read_text()


@pytest.mark.parametrize(
    "name", ['Ann "Q" O\'Hara', "back\\slash", "Zoë 李", "[red]", "# x = 1", "a\nb = 2", "{start}"]
)
def test_names_are_written_as_they_are(file: Path, name: str) -> None:
    result = run(
        file, "--yes", *START, "--name", name, "--race", f"{name},2027-05-02,half",
        "--place", "tue=the 'big' \"gym\".x\\y",
    )  # fmt: skip
    assert result.exit_code == 0
    profile = load_profile(file)
    assert (profile.athlete.name, profile.races[0].name) == (name, name)
    assert profile.strength.place == {"tue": "the 'big' \"gym\".x\\y"}


@settings(max_examples=60, deadline=None)
@given(name=st.text(st.characters(codec="utf-8"), min_size=1), place=st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_name_comes_back(name: str, place: str) -> None:
    import tomllib

    said = {"name": name, "start": STARTS, "equipment": ((place, ("mat",)),), "place": {"tue": place}}
    profile = Profile.model_validate(tomllib.loads(text_of(said)))
    assert profile.athlete.name == name
    assert profile.strength.place == {"tue": place}
    assert set(profile.places) == {place}


@pytest.mark.usefixtures("terminal")
def test_options_and_answers_write_the_same_file(file: Path) -> None:
    run(file, *START, said="\n" * 20)
    asked = file.read_text()
    run(file, *START, "--yes", "--force")
    assert file.read_text() == asked


def test_lines_are_short_enough_to_read(file: Path) -> None:
    run(file, "--yes", *START)
    assert max(map(len, file.read_text().splitlines())) <= 120


@pytest.mark.parametrize(
    ("args", "incomplete", "expected_words"),
    [
        (["--experience"], "", ["beginner", "intermediate", "advanced"]),
        (["--experience"], "ad", ["advanced"]),
        (["--prone"], "itb,h", ["itb,hamstrings", "itb,hips"]),
        (["--current"], "p", ["patellar", "piriformis", "plantar"]),
        (["--doctrine"], "rec", ["reconciled"]),
    ],
)
def test_a_shell_completes_words(args: list[str], incomplete: str, expected_words: list[str]) -> None:
    completion = ShellComplete(main, {}, "plan-new", "_PLAN_NEW_COMPLETE")
    assert [item.value for item in completion.get_completions(args, incomplete)] == expected_words


def test_help_shows_examples_defaults_and_exit_codes() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for words in ("Examples:", "plan-new profiles/me.toml --yes", "Exit codes:", "130", "[default: 12]"):
        assert words in result.stdout


def test_it_never_loads_the_solver(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom cli.plan_new.new_command import main\n"
        f"main([{str(tmp_path / 'me.toml')!r}, '--yes', '--doctrine', 'reconciled'], standalone_mode=False)\n"
        "sys.exit(any(name.partition('.')[0] == 'ortools' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(cli.plan_new.new_command.__file__).parents[2], check=False
    )
    assert done.returncode == 0
    assert (tmp_path / "me.toml").exists()
