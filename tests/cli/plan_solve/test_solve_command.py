"""The command plan-solve: files, messages, exit codes, and output to a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import constraints.planning.planner
import profiles.writing.files
import writing
from cli.plan_solve.solve_command import main
from constraints.planning.brief import Brief
from constraints.planning.conflict import Conflict
from profiles.reading.load import load_plan, load_profile
from solver.outcome import Disagreement, OutOfTime

GOOD = """\
[athlete]
name = "Zoë [red]"
experience = "beginner"
strength_weeks = 9

[season]
start = 2027-01-04
weeks = 4

[[races]]
name = "Park 5k"
date = 2027-01-30
distance = "5k"
priority = "C"

[runs]
wed = "easy 30"
sun = "long 60"

[strength]
minutes = { tue = 40, fri = 40 }
"""
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solving_once: None) -> Path:
    """A separate folder with a profile that is solved quickly."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoe.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), terminal_width=80)


def shell(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FORCE", "TTY"))}
    call = "from cli.plan_solve.solve_command import main; main()"
    return subprocess.run(
        [sys.executable, "-c", call, *words], capture_output=True, check=False, env=kept | environment
    )


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_plan_is_written_and_one_line_said(home: Path) -> None:
    result = run("zoe.toml", "--quiet")
    plan = load_plan(home / "plans" / "zoe.toml")
    target = Path("plans") / "zoe.toml"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{target}: {len(plan.sessions)} sessions, every tier proven, audited.\n"
    assert plan.season.profile == load_profile(home / "zoe.toml")
    assert files(home) == [str(target), "zoe.toml"]


def test_another_folder_is_made_and_the_plan_printed(home: Path) -> None:
    result = run("zoe.toml", "-o", "deep/season")
    assert result.exit_code == 0
    assert files(home) == [str(Path("deep") / "season" / "zoe.toml"), "zoe.toml"]
    assert "Zoë [red]" in result.stdout
    for session in load_plan(home / "deep" / "season" / "zoe.toml").sessions:
        assert all(item.entry.name.split()[0] in result.stdout for item in session.main)


def test_a_pipe_of_the_c_locale_gets_ascii_of_80_columns(home: Path) -> None:
    result = shell("zoe.toml", COLUMNS="80", **PLAIN)
    assert (result.returncode, result.stderr) == (0, b"")
    lines = result.stdout.decode("ascii").splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in result.stdout.decode("ascii")
    assert "Zo? [red]" in result.stdout.decode("ascii")


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_a_pipe_gets_no_escape_codes(environment: dict[str, str], home: Path) -> None:
    result = shell("zoe.toml", COLUMNS="80", PYTHONUTF8="1", **environment)
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout + result.stderr
    assert max(map(len, result.stdout.decode().splitlines())) <= 80


# ---- no plan


def test_a_conflict_is_reported_on_stderr_and_nothing_is_written(home: Path) -> None:
    (home / "zoe.toml").write_text(GOOD + "at_least = 3\n", encoding="utf-8")
    result = run("zoe.toml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "zoe.toml: no plan for Zoë [red] can keep all of this at once:\n"
        "  - You insist on at least 3 session(s) in every full week of base and build.\n"
        "  - No session on a day without free minutes.\n"
        "Leaving out any one of them lets the others be kept.\n"
    )
    assert files(home) == ["zoe.toml"]


def test_a_limit_that_is_too_short_ends_with_code_3(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def too_slow(profile: object, progress: object, limit: float) -> OutOfTime:
        given.append(limit)
        return OutOfTime("coverage")

    monkeypatch.setattr(constraints.planning.planner, "plan_for", too_slow)
    result = run("zoe.toml", "--limit", "0.5")
    assert given == [0.5]
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "zoe.toml: out of time in tier coverage with no plan; give it a higher --limit\n"
    assert files(home) == ["zoe.toml"]


def test_a_disagreement_is_a_bug_and_never_a_plan(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def differs(*_: object) -> None:
        raise Disagreement("tier coverage costs 4 to the solver and 5 to the audit")

    monkeypatch.setattr(constraints.planning.planner, "plan_for", differs)
    result = run("zoe.toml")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "a bug in this program, please report it: tier coverage costs 4 to the solver" in result.stderr
    assert files(home) == ["zoe.toml"]


@pytest.mark.parametrize("failure", ["conflict", "bad input", "disk"])
def test_the_earlier_plan_is_kept(failure: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = home / "plans" / "zoe.toml"
    old.parent.mkdir()
    old.write_text("the plan of before\n", encoding="utf-8")
    match failure:
        case "conflict":
            (home / "zoe.toml").write_text(GOOD + "at_least = 3\n", encoding="utf-8")
        case "bad input":
            (home / "zoe.toml").write_text(GOOD.replace("easy", "eazy"), encoding="utf-8")
        case _:
            monkeypatch.setattr(profiles.writing.files.os, "replace", _full)
    result = run("zoe.toml", "--quiet")
    assert result.exit_code == {"conflict": 1, "bad input": 2, "disk": 2}[failure]
    assert result.stderr
    assert old.read_text(encoding="utf-8") == "the plan of before\n"
    assert files(home) == [str(Path("plans") / "zoe.toml"), "zoe.toml"]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_that_is_a_file_is_reported(home: Path) -> None:
    (home / "plans").write_text("in the way\n", encoding="utf-8")
    result = run("zoe.toml", "--quiet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "plans: cannot be written to: -o wants a folder, and this is a file\n"


# ---- bad input

Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def add(lines: str) -> Change:
    return lambda text: text + lines


BAD: dict[str, tuple[Change, str]] = {
    "broken TOML": (swap("[athlete]", "[athlete"), "1: not valid TOML: "),
    "misspelt key": (
        swap("strength_weeks", "strenght_weeks"),
        "4: athlete.strenght_weeks: unknown key 'strenght_weeks'. Did you mean 'strength_weeks'?",
    ),
    "unknown exercise": (
        add('[preferences]\nfavour = ["back_sqaut"]\n'),
        "23: preferences.favour[0]: unknown exercise 'back_sqaut'. Did you mean 'back_squat'?",
    ),
    "unknown equipment": (
        add('[places.home]\nequipment = ["loop bamd"]\n'),
        "23: places.home.equipment[0]: unknown equipment 'loop bamd'. Did you mean 'loop band'?",
    ),
    "unknown injury": (
        add('[injuries]\ncurrent = ["shin"]\n'),
        "23: injuries.current[0]: unknown word 'shin'. Did you mean 'shins'?",
    ),
    "unknown rule": (
        add("[rules.chill_day_evry_week]\ndays = 1\n"),
        "22: rules.chill_day_evry_week: unknown rule 'chill_day_evry_week'. Did you mean 'chill_day_every_week'?",
    ),
    "a rule's number out of bounds": (
        add("[rules.chill_day_every_week]\ndays = 9\n"),
        "23: rules.chill_day_every_week.days: found 9; allowed: 1 to 3",
    ),
    "a rule's number misspelt": (
        add("[rules.chill_day_every_week]\nday = 1\n"),
        "23: rules.chill_day_every_week.day: unknown key 'day'. Did you mean 'days'?",
    ),
    "a rule's tier that there is none of": (
        add('[rules.favourites]\ntier = "execises"\n'),
        "23: rules.favourites.tier: unknown tier 'execises'. Did you mean 'exercises'?",
    ),
    "a rule's reasons": (
        add('[rules.favourites]\nbecause = ["me"]\n'),
        "23: rules.favourites.because: the reasons are the doctrine's; what a profile says, it says for itself: ",
    ),
    "a mass that nobody lifts": (
        add('[places.home]\nequipment = ["kettlebell 1600"]\n'),
        "23: places.home.equipment[0]: 'kettlebell 1600': '1600' kilograms are more than anyone lifts; allowed are",
    ),
    "kilograms with their unit": (
        add('[places.home]\nequipment = ["kettlebell 16kg"]\n'),
        "23: places.home.equipment[0]: 'kettlebell 16kg': '16kg' are no kilograms; write one mass, several, or a range",
    ),
    "unknown doctrine": (
        swap("weeks = 4\n\n", 'weeks = 4\ndoctrine = "reconsiled"\n\n'),
        "9: season.doctrine: unknown doctrine 'reconsiled'. Did you mean 'reconciled'?",
    ),
    "race before the start": (
        swap("2027-01-30", "2026-12-30"),
        "12: races[0].date: 2026-12-30 is before the season's first day, 2027-01-04",
    ),
    "impossible date": (swap("2027-01-30", "2027-02-30"), "12: not valid TOML: the date 2027-02-30 does not exist"),
    "minutes of 900": (
        swap("tue = 40", "tue = 900"),
        "21: strength.minutes.tue: 900 minutes of strength in a day; allowed are 0 to 240",
    ),
}


@pytest.mark.parametrize(("change", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_reported_with_file_line_and_key(change: Change, said: str, home: Path) -> None:
    (home / "zoe.toml").write_text(change(GOOD), encoding="utf-8")
    result = run("zoe.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"zoe.toml:{said}")
    assert result.stderr.count("\n") == 1, "one clear message"
    assert files(home) == ["zoe.toml"]


def test_files_that_are_no_profile_are_reported(home: Path) -> None:
    (home / "empty.toml").write_text("", encoding="utf-8")
    (home / "latin.toml").write_bytes(GOOD.encode("latin-1"))
    said = {name: run(f"{name}.toml") for name in ("empty", "latin", "missing")}
    assert {name: result.exit_code for name, result in said.items()} == dict.fromkeys(said, 2)
    assert {name: result.stderr for name, result in said.items()} == {
        "empty": "empty.toml: the file is empty\n",
        "latin": "latin.toml:2: not UTF-8 text: byte 0xeb at offset 20; save it as UTF-8\n",
        "missing": "missing.toml: there is no such file\n",
    }


def test_a_profile_that_is_refused_ends_a_process_without_a_traceback(home: Path) -> None:
    (home / "zoe.toml").write_text(GOOD.replace("easy", "eazy"), encoding="utf-8")
    result = shell("zoe.toml", **PLAIN)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode("ascii").startswith(
        "zoe.toml:17: runs.wed: unknown kind of run 'eazy'. Did you mean 'easy'?"
    )
    assert b"Traceback" not in result.stderr


def test_another_doctrine_is_followed_for_once_and_written_beside(home: Path) -> None:
    result = run("zoe.toml", "--quiet", "--doctrine", "home")
    target = Path("plans") / "zoe.home.toml"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{target}: ")
    assert load_plan(home / target).header.doctrine == "home"
    assert files(home) == [str(target), "zoe.toml"]


def test_an_unknown_doctrine_is_named_with_the_nearest_right_one(home: Path) -> None:
    result = run("zoe.toml", "--doctrine", "gim")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "unknown doctrine 'gim'. Did you mean 'gym'?" in result.stderr
    assert files(home) == ["zoe.toml"]


@pytest.mark.parametrize(
    "words",
    [("zoe.toml", "--compare", "home", "four_categories"), ("--compare", "home", "four_categories", "zoe.toml")],
)
def test_doctrines_are_compared_side_by_side_in_the_order_they_are_named(home: Path, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    heads = next(line for line in result.stdout.splitlines() if line.split() == ["home", "four", "categories"])
    assert heads
    rows = {" ".join(line.split()[:-2]): line.split()[-2:] for line in result.stdout.splitlines() if line.strip()}
    sessions = [str(len(load_plan(home / f"plans/zoe.{name}.toml").sessions)) for name in ("home", "four_categories")]
    assert rows["sessions"] == sessions
    assert rows["every tier proven"] == ["yes", "yes"]
    assert files(home) == ["plans/zoe.four_categories.toml", "plans/zoe.home.toml", "zoe.toml"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("zoe.toml", "--compare", "hoem"), "unknown doctrine 'hoem'. Did you mean 'home'?"),
        (("--compare", "home", "gym"), "such as profiles/me.toml; found: none; taken for doctrines: home, gym"),
        (("zoe.toml", "--compare", "home", "--doctrine", "gym"), "--compare takes its doctrines after PROFILE"),
        (("zoe.toml", "--sample", "gym_week"), "--sample brings its own runs and doctrine"),
        (("--sample", "gym_week", "--doctrine", "home"), "--sample brings its own runs and doctrine"),
        ((), "one profile is wanted, such as profiles/me.toml; found: none"),
        (
            ("zoe.toml", "other.toml", "--compare", "home"),
            "one profile is wanted, such as profiles/me.toml; found: zoe.toml, other.toml",
        ),
        (("zoe.toml", "--week", "2027-01-04"), "--engine and --week are for squads"),
        (("zoe.toml", "--engine", "dask://localhost:8786"), "--engine and --week are for squads"),
        (("zoe.toml", "zoe.toml", "--engine", "ray"), "--engine is local, or dask://HOST:PORT; found: ray"),
        (("zoe.toml", "zoe.toml", "--engine", "dask://localhost:8786", "-j", "2"), "--jobs is for the engine local"),
        (("--sample", "gim_week"), "unknown sample 'gim_week'. Did you mean 'gym_week'?"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(home: Path, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert files(home) == ["zoe.toml"]


def test_a_doctrine_without_a_plan_leaves_the_others_compared(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    solve = constraints.planning.planner.plan_for

    never = writing.rule("race_day_free")

    def never_at_home(brief: Brief, *rest: Any) -> Any:
        return Conflict((never,)) if brief.doctrine.name == "home" else solve(brief, *rest)

    monkeypatch.setattr(constraints.planning.planner, "plan_for", never_at_home)
    result = run("zoe.toml", "--compare", "reconciled", "home", "reconciled")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "home: zoe.toml: no plan for Zoë [red] can keep all of this at once:\n  - No session on the day of a race.\n"
    )
    assert any(line.split() == ["reconciled"] for line in result.stdout.splitlines())
    assert files(home) == ["plans/zoe.reconciled.toml", "zoe.toml"]


def test_a_sample_that_runs_out_of_time_ends_with_code_3(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constraints.planning.planner, "plan_for", lambda *_: OutOfTime("coverage"))
    result = run("--sample", "home_week")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "home_week: out of time in tier coverage with no plan; give it a higher --limit\n"


def test_a_rule_that_only_the_profile_s_own_doctrine_has_does_not_stop_a_comparison(home: Path) -> None:
    rules = "\n[rules.tough_days_apart]\nweight = 2\n"
    (home / "zoe.toml").write_text(GOOD + rules, encoding="utf-8")
    assert run("zoe.toml", "--quiet", "--doctrine", "home").exit_code == 0
    own = GOOD.replace("weeks = 4", 'weeks = 4\ndoctrine = "home"') + rules
    (home / "zoe.toml").write_text(own, encoding="utf-8")
    result = run("zoe.toml", "--quiet")
    assert result.exit_code == 2
    assert "unknown rule 'tough_days_apart'" in result.stderr


def test_an_unknown_template_is_named_with_its_line(home: Path) -> None:
    said = GOOD.replace("[strength]", '[strength]\ntemplates = { A = "gym_lowr" }')
    (home / "zoe.toml").write_text(said, encoding="utf-8")
    result = run("zoe.toml")
    assert result.exit_code == 2
    assert "zoe.toml:21: strength.templates.A: unknown template 'gym_lowr'. Did you mean 'gym_lower'?" in result.stderr


def test_a_guide_s_sample_week_is_shown_beside_the_plan_for_the_same_runs(home: Path) -> None:
    result = run("--sample", "home_week")
    said = " ".join(result.stdout.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert said.startswith("Home week, beside the week that home makes of the same runs")
    assert "H SCH-03" in said
    assert "four categories.sessions by phase (CON-50)" in said
    assert files(home) == ["zoe.toml"]


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("plan-solve zo", ["file,zo"]),
        ("plan-solve --compare ho", ["plain,home", "file,ho"]),
        ("plan-solve --doctrine gy", ["plain,gym"]),
    ],
)
def test_words_are_completed(words: str, completed: list[str]) -> None:
    """As bash asks for it."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "_PLAN_SOLVE_COMPLETE": "bash_complete"}
    result = CliRunner().invoke(main, [], prog_name="plan-solve", env=asked)
    assert result.stdout.split() == completed
