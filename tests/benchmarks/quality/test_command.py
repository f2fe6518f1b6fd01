"""The command, on hand-written plan files and one small season that is solved."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import tomli_w
from click.testing import CliRunner, Result

from benchmarks.quality import command, plans
from benchmarks.quality.command import main
from benchmarks.quality.measures import MEASURES
from benchmarks.quality.read import Plan, read_plan
from quality_plans import item, plan, session, weekly
from writing import TINY

CALF = item("calf_raise", 15)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env={"COLUMNS": "120"})


def write(one: Plan, file: Path) -> None:
    file.write_text(tomli_w.dumps(dict(one.said)), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans: of one runner with raises on one leg, and of one without."""
    (tmp_path / "plans").mkdir()
    write(plan(*weekly(2, item("single_leg_calf_raise"))), tmp_path / "plans/good.toml")
    write(plan(*weekly(2, CALF)), tmp_path / "plans/poor.toml")
    return tmp_path / "plans"


def test_a_table_shows_what_passes_and_what_fails(folder: Path) -> None:
    result = run("--plans", folder, "--measure", "calves_on_one_leg", "--measure", "micro_sessions_are_few")
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.output.splitlines()]
    assert ["calves_on_one_leg", "1/2", "2/4", "50%", "0/2", "2/2!"] in lines
    assert ["micro_sessions_are_few", "-", "-", "-", "-", "-"] in lines
    assert ["all", "measures", "1/2", "2", "0", "1"] in lines


def test_a_narrow_console_has_no_column_for_each_plan(folder: Path) -> None:
    result = CliRunner().invoke(main, ["--plans", str(folder)], env={"COLUMNS": "80"})
    assert "good" not in result.output
    assert max(map(len, result.output.splitlines())) <= 80


def test_examples_say_date_exercise_found_and_asked(folder: Path) -> None:
    result = run("--plans", folder, "--measure", "calves_on_one_leg", "--examples")
    assert "  poor: Mon 2027-01-04: week 1: calf_raise; asked: a raise on one leg\n" in result.output


def test_strict_fails_with_the_measures_that_a_plan_does_not_pass(folder: Path) -> None:
    asked = "--measure", "calves_on_one_leg", "--measure", "micro_sessions_are_few"
    result = run("--plans", folder, *asked, "--strict")
    assert result.exit_code == 1
    assert "not passed by every plan: calves_on_one_leg" in result.stderr
    (folder / "poor.toml").unlink()
    assert run("--plans", folder, *asked, "--strict").exit_code == 0


def test_json_holds_every_case_that_fails(folder: Path) -> None:
    said = json.loads(run("--plans", folder, "--json").output)
    assert said["without a plan"] == {}
    assert list(said["measures"]) == list(MEASURES)
    poor = said["measures"]["calves_on_one_leg"]["poor"]
    assert (poor["cases"], poor["failing"], poor["passed"], len(poor["examples"])) == (2, 2, False, 2)


def test_the_table_is_saved_with_what_is_counted(folder: Path, tmp_path: Path) -> None:
    assert run("--plans", folder, "--measure", "calves_on_one_leg", "--save", tmp_path / "quality.md").exit_code == 0
    text = (tmp_path / "quality.md").read_text(encoding="utf-8")
    assert "| calves_on_one_leg | 1/2 | 2/4 | 50% | 0/2 | 2/2! |\n" in text
    assert "- **calves_on_one_leg** (PRG-23, DOS-46, STR-16, CON-02): A training week" in text


def test_plans_are_made_kept_and_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zoe.toml").write_text(TINY, encoding="utf-8")
    monkeypatch.setattr(command, "shipped", lambda: [tmp_path / "zoe.toml"])
    result = run("--keep", tmp_path / "kept")
    assert result.exit_code == 0, result.output
    kept = read_plan(tmp_path / "kept/zoe.toml")
    assert (kept.doctrine, kept.experience) == ("reconciled", "beginner")
    assert kept.sessions
    assert all(one.items and one.warm_up for one in kept.sessions)


def test_a_plan_for_each_doctrine_and_athlete(tmp_path: Path) -> None:
    (tmp_path / "zoe.toml").write_text(TINY, encoding="utf-8")
    jobs = [plans._job(tmp_path / "zoe.toml", name, several=True) for name in ("home", "reconciled")]
    assert [key for key, _ in jobs] == ["zoe.home", "zoe.reconciled"]
    assert jobs[0][1]["profile"]["season"]["doctrine"] == "home"
    drawn = list(plans.drawn(2, 1, tmp_path / "drawn"))
    assert [tomllib.loads(file.read_text(encoding="utf-8"))["athlete"]["name"] for file in drawn]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--measure", "calves"], "unknown measure 'calves'"),
        (["--doctrines", "recon"], "unknown doctrine 'recon'"),
        (["--plans", ".", "--drawn", "3"], "--plans measures what is there"),
    ],
)
def test_bad_input_is_refused(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("text", [None, "x = ", "x = 1\n"], ids=["no file", "no TOML", "no plan"])
def test_a_folder_without_plans_is_refused(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "file.toml").write_text(text, encoding="utf-8")
    result = run("--plans", tmp_path)
    assert result.exit_code == 2
    assert "no plan" in result.output


def test_a_plan_without_sessions_is_measured(tmp_path: Path) -> None:
    write(plan(), tmp_path / "empty.toml")
    write(plan(session(0)), tmp_path / "bare.toml")
    assert run("--plans", tmp_path).exit_code == 0
