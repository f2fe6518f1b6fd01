"""plan-solve for a squad: athletes that are solved or skipped, messages, and results after Ctrl-C and dead workers."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import cli.squad.athlete
import cli.squad.stamp
import constraints.planning.assembly
import solver.batch.workers
from cli.plan_solve.solve_command import main
from dask_processes import DaskProcesses
from profiles.reading.load import load_plan
from solver.batch.job import WorkersGone
from solver.outcome import OutOfTime
from workers_here import Here, InlineExecutor
from writing import TINY

COMMON = """\
[season]
start = 2027-01-04
weeks = 4

[layouts.early]
runs = { wed = "easy 30", sun = "long 60" }
strength = { minutes = { tue = 40, fri = 40 } }
"""
MEMBERS = {
    "ana": 'layout = "early"\n[athlete]\nname = "Ana"\nexperience = "beginner"\n',
    "ben": 'layout = "early"\n[athlete]\nname = "Ben"\nexperience = "beginner"\n[runs]\nsun = "long 75"\n',
    "cleo": 'layout = "early"\n[athlete]\nname = "Cleo"\nexperience = "beginner"\n[strength.minutes]\nfri = 0\n',
}
NO_ROOM = "[strength]\nat_least = 3\n"


@pytest.fixture
def squad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, squads_solved_once: None) -> Path:
    """A folder of three athletes who share a layout, solved in this process, each brief once for all tests."""
    folder = tmp_path / "profiles" / "club"
    folder.mkdir(parents=True)
    (folder / "squad.toml").write_text(COMMON, encoding="utf-8")
    for name, text in MEMBERS.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of athletes, as they are solved."""
    names: list[str] = []
    solve = cli.squad.athlete.plan_for

    def noted(brief: Any, *rest: Any, **more: Any) -> Any:
        names.append(brief.profile.athlete.name)
        return solve(brief, *rest, **more)

    monkeypatch.setattr(cli.squad.athlete, "plan_for", noted)
    return names


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), terminal_width=80)


def plans(folder: Path = Path("plans/club")) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.toml")) if file.name != "summary.toml"}


def summary(file: str = "plans/club/summary.toml") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path(file).read_text(encoding="utf-8"))["athletes"]
    return found


def without_seconds(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in entry.items() if key != "seconds"} for entry in entries]


# ---- what it does


@pytest.mark.usefixtures("squad")
def test_each_athlete_gets_the_plan_that_the_profile_alone_gives() -> None:
    result = run("profiles/club")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(plans()) == ["ana.toml", "ben.toml", "cleo.toml"]
    for name in MEMBERS:
        assert run(f"profiles/club/{name}.toml", "-q", "-o", "alone").exit_code == 0
    assert plans(Path("alone/club")) == plans()


@pytest.mark.usefixtures("squad")
def test_the_plan_says_what_its_profile_was_read_from() -> None:
    run("profiles/club")
    assert load_plan("plans/club/ben.toml").header.settings == (
        "ben.toml: athlete.name, athlete.experience, runs.sun",
        "squad.toml, layout early: runs.wed, strength.minutes",
        "squad.toml: season.start, season.weeks",
    )
    shown = run("profiles/club/ben.toml").stdout
    assert "Read from  ben.toml: athlete.name" in shown
    assert "over squad.toml, layout early: runs.wed" in shown


@pytest.mark.usefixtures("squad")
def test_the_summary_is_a_table_and_two_files() -> None:
    result = run("profiles/club/")
    plan = load_plan("plans/club/ana.toml")
    ana = summary()[0]
    assert [entry["file"] for entry in summary()] == ["ana.toml", "ben.toml", "cleo.toml"]
    assert (ana["name"], ana["state"], ana["weeks"], ana["sessions"]) == ("Ana", "planned", 4, len(plan.sessions))
    assert ana["minutes"] == sum(session.minutes for session in plan.sessions)
    assert ana["coverage"] == plan.header.tiers[0].value
    assert (ana["proven"], ana["tiers"]) == (5, 5)
    with Path("plans/club/summary.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert [row["athlete"] for row in rows] == ["Ana", "Ben", "Cleo"]
    assert float(rows[0]["sessions_a_week"]) == round(len(plan.sessions) / 4, 2)
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith(("Ana", "Ben", "Cleo"))] == ["Ana", "Ben", "Cleo"]
    assert lines[-1] == (
        f"{Path('plans/club/summary.toml')}: 3 of 3 athletes have plans, every tier proven, audited; 0 unchanged."
    )


@pytest.mark.usefixtures("squad")
def test_the_week_of_a_squad_says_who_lifts_where_and_when() -> None:
    result = run("profiles/club", "--week", "2027-01-14")
    assert result.exit_code == 0
    told = result.stdout
    assert "11 Jan" in told
    monday = dt.date(2027, 1, 11)
    expected = [(load_plan(f"plans/club/{name}.toml"), name.capitalize()) for name in MEMBERS]
    visits = [
        (session.date, name) for plan, name in expected for session in plan.sessions
        if 0 <= (session.date - monday).days < 7
    ]  # fmt: skip
    assert visits
    assert f"home: {len(visits)} session" in told
    assert sum(told.count(name) for name in ("Ana", "Ben", "Cleo")) == len(visits)
    assert "Nobody lifts" in run("profiles/club", "--week", "2029-01-01").stdout


@pytest.mark.usefixtures("squad")
def test_quiet_is_one_line() -> None:
    assert run("profiles/club", "-q").stdout.count("\n") == 1


@pytest.mark.usefixtures("squad")
def test_another_doctrine_has_plans_and_a_summary_of_its_own() -> None:
    assert run("profiles/club", "--doctrine", "home", "-q").exit_code == 0
    assert sorted(file.name for file in Path("plans/club").iterdir()) == [
        "ana.home.toml", "ben.home.toml", "cleo.home.toml", "summary.home.csv", "summary.home.toml",
    ]  # fmt: skip
    assert load_plan("plans/club/ana.home.toml").header.doctrine == "home"


@pytest.mark.usefixtures("squad")
def test_compared_plans_of_an_athlete_go_to_the_squads_folder_too() -> None:
    result = run("profiles/club/ana.toml", "--compare", "home", "gym")
    assert result.exit_code == 0
    assert [file.name for file in sorted(Path("plans/club").iterdir())] == ["ana.gym.toml", "ana.home.toml"]
    assert f"Written: {Path('plans/club/ana.NAME.toml')} for each of them." in result.stdout


def test_a_worker_may_have_other_profiles_but_no_other_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("solver", "profiles", "constraints"):
        shutil.copytree(cli.squad.stamp.ROOT / package, tmp_path / package)
    here = cli.squad.stamp.software()
    monkeypatch.setattr(cli.squad.stamp, "ROOT", tmp_path)
    (tmp_path / "profiles" / "squad" / "zoe.toml").write_text(TINY, encoding="utf-8")
    assert cli.squad.stamp.software() == here
    for name in (
        "solver/cpsat/search.py",
        "constraints/knowledge/doctrines/gym.toml",
        "profiles/catalogue/exercises.toml",
    ):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(f"{text}\n# one line more\n", encoding="utf-8")
        assert cli.squad.stamp.software() != here
        (tmp_path / name).write_text(text, encoding="utf-8")


# ---- who is unchanged


@pytest.mark.usefixtures("squad")
def test_a_second_run_solves_nothing_and_a_changed_athlete_alone(squad: Path, solved: list[str]) -> None:
    run("profiles/club")
    first, entries = plans(), summary()
    assert sorted(solved) == ["Ana", "Ben", "Cleo"]
    solved.clear()
    result = run("profiles/club")
    assert (solved, plans(), summary()) == ([], first, entries)
    assert "3 unchanged" in result.stdout
    (squad / "ben.toml").write_text(MEMBERS["ben"].replace("75", "70"), encoding="utf-8")
    assert "2 unchanged" in run("profiles/club").stdout
    assert solved == ["Ben"]
    assert {name for name, text in plans().items() if text != first[name]} == {"ben.toml"}


def test_what_changes_no_plan_solves_nothing(squad: Path, solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    (squad / "ana.toml").write_text("# the same\n" + MEMBERS["ana"], encoding="utf-8")
    run("profiles/club")
    assert solved == []


def test_a_change_of_the_common_file_changes_all(squad: Path, solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    (squad / "squad.toml").write_text(COMMON.replace("fri = 40", "fri = 45"), encoding="utf-8")
    assert "1 unchanged" in run("profiles/club").stdout
    assert sorted(solved) == ["Ana", "Ben"], "Cleo says of Fridays that there is no time"


@pytest.mark.usefixtures("squad")
def test_force_solves_everybody(solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    assert "0 unchanged" in run("profiles/club", "--force").stdout
    assert sorted(solved) == ["Ana", "Ben", "Cleo"]


@pytest.mark.usefixtures("squad")
def test_another_release_of_the_program_solves_everybody(solved: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run("profiles/club")
    solved.clear()
    release = {**constraints.planning.assembly.versions(), "ortools": "9.15.1"}
    for module in (constraints.planning.assembly, cli.squad.stamp):
        monkeypatch.setattr(module, "versions", lambda: release)
    run("profiles/club")
    assert sorted(solved) == ["Ana", "Ben", "Cleo"]


@pytest.mark.usefixtures("squad")
@pytest.mark.parametrize("state", ["gone", "broken", "of other columns", "no list"])
def test_without_its_summary_the_plans_still_say_who_is_unchanged(state: str, solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    entries, file = summary(), Path("plans/club/summary.toml")
    match state:
        case "gone":
            file.unlink()
        case "broken":
            file.write_text("athletes = [[", encoding="utf-8")
        case "no list":
            file.write_text("squad = 1\nathletes = 5", encoding="utf-8")
        case _:
            file.write_text("[[athletes]]\nnaem = 1\n", encoding="utf-8")
    assert "3 unchanged" in run("profiles/club").stdout
    assert solved == []
    assert without_seconds(summary()) == without_seconds(entries)


@pytest.mark.usefixtures("squad")
def test_a_plan_that_is_gone_or_not_proven_is_solved_again(solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    Path("plans/club/ana.toml").unlink()
    file = Path("plans/club/ben.toml")
    file.write_text(file.read_text(encoding="utf-8").replace("proven = true", "proven = false", 1), encoding="utf-8")
    run("profiles/club")
    assert sorted(solved) == ["Ana", "Ben"]


@pytest.mark.usefixtures("squad")
def test_a_plan_edited_by_hand_is_kept_and_judged(solved: list[str]) -> None:
    run("profiles/club")
    solved.clear()
    file = Path("plans/club/ana.toml")
    session = load_plan(file).sessions[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"date = {session.date}", f"date = {session.date + dt.timedelta(1)}", 1), "utf-8")
    edited = file.read_bytes()
    result = run("profiles/club")
    assert (result.exit_code, solved, file.read_bytes()) == (1, [], edited)
    assert summary()[0]["state"] == "broken"
    assert result.stderr.startswith(f"{file}: edited by hand, and no sound plan: ")
    forced = run("profiles/club", "--force")
    assert (forced.exit_code, file.read_text(encoding="utf-8")) == (0, text)
    assert file.with_name("ana.toml.bak").read_bytes() == edited
    assert f"is kept as {file}.bak" in forced.stderr


def swapped(old: str, new: str) -> Callable[[str], str]:
    """The text with the first match of a pattern replaced."""
    return lambda text: re.sub(old, lambda _: new, text, count=1)


EDITS: dict[str, tuple[Callable[[str], str], str]] = {
    "no TOML": (swapped(r"\Z", "oops = \n"), "broken"),
    "an unknown exercise": (swapped(r'exercise = "\w+"', 'exercise = "sofa"'), "broken"),
    "another doctrine in its profile": (swapped("weeks = 4", 'weeks = 4, doctrine = "gim"'), "broken"),
    "a number that does not follow": (swapped(r"\nmost_min = \d+\n", "\nmost_min = 7\n"), "broken"),
    "minutes that do not follow": (swapped(r"\nminutes = \d+\n", "\nminutes = 7\n"), "edited"),
    "a drill that does not follow": (swapped(r'dose = "[^"]+" }', 'dose = "99 reps" }'), "edited"),
    "a drill without a unit": (swapped(r'dose = "[^"]+" }', 'dose = "99" }'), "broken"),
    "another name in its profile": (swapped('name = "Ana"', 'name = "Anna"'), "edited"),
    "a comment above it": (swapped(r"\A", "# mine\n"), "planned"),
}


@pytest.mark.usefixtures("squad")
@pytest.mark.parametrize(("edit", "state"), EDITS.values(), ids=EDITS)
def test_no_edit_is_overwritten(edit: Callable[[str], str], state: str, solved: list[str]) -> None:
    run("profiles/club/ana.toml", "profiles/club/ben.toml")
    solved.clear()
    file = Path("plans/club/ana.toml")
    text = edit(file.read_text(encoding="utf-8"))
    assert text != file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    for _ in range(2):
        result = run("profiles/club/ana.toml", "profiles/club/ben.toml")
        assert (solved, file.read_text(encoding="utf-8"), summary()[0]["state"]) == ([], text, state)
        assert result.exit_code == (1 if state == "broken" else 0), result.stderr


def test_an_edited_plan_of_a_profile_that_has_changed_is_put_aside(squad: Path) -> None:
    run("profiles/club")
    file = Path("plans/club/ben.toml")
    edited = "# mine\n" + file.read_text(encoding="utf-8")
    file.write_text(edited, encoding="utf-8")
    (squad / "ben.toml").write_text(MEMBERS["ben"].replace("75", "70"), encoding="utf-8")
    result = run("profiles/club")
    assert result.exit_code == 0
    assert f"{file}: an earlier plan, perhaps edited by hand, is kept as {file}.bak" in result.stderr
    assert file.with_name("ben.toml.bak").read_text(encoding="utf-8") == edited
    assert str(load_plan(file).season.profile.runs.sun) == "long 70"


def test_a_plan_that_was_not_edited_is_replaced_without_a_message(squad: Path) -> None:
    run("profiles/club")
    (squad / "ben.toml").write_text(MEMBERS["ben"] + NO_ROOM, encoding="utf-8")
    assert run("profiles/club").exit_code == 1
    (squad / "ben.toml").write_text(MEMBERS["ben"].replace("75", "70"), encoding="utf-8")
    assert run("profiles/club").stderr == ""
    assert not list(Path("plans/club").glob("*.bak"))


def test_another_squad_whose_folder_has_the_same_name_is_refused(squad: Path) -> None:
    run("profiles/club", "-q")
    first = plans()
    other = squad.parents[1] / "2028" / "club"
    shutil.copytree(squad, other)
    result = run("2028/club", "-q")
    assert result.exit_code == 2
    assert "choose another folder" in result.stderr
    assert plans() == first
    assert run("2028/club", "-q", "-o", "2029").exit_code == 0
    shutil.rmtree(squad)
    assert run("2028/club", "-q").exit_code == 0, "a folder that moved takes its plans along"


def test_an_athlete_who_left_is_reported_and_the_plan_kept(squad: Path) -> None:
    run("profiles/club", "-q")
    (squad / "cleo.toml").unlink()
    result = run("profiles/club", "-q")
    assert (
        f"{Path('plans/club/cleo.toml')}: the plan of an athlete who has left the squad; it is kept." in result.stderr
    )


def test_a_member_alone_may_not_take_the_name_of_the_summary(squad: Path) -> None:
    (squad / "summary.toml").write_text(MEMBERS["ana"], encoding="utf-8")
    result = run("profiles/club/summary.toml")
    assert result.exit_code == 2
    assert "is the name of a squad's summary; rename the profile" in result.stderr
    assert not Path("plans").exists()


@pytest.mark.usefixtures("squad")
def test_ctrl_c_while_profiles_are_read_is_no_failure_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.briefs.brief_at", interrupted)
    result = run("profiles/club")
    assert result.exit_code == 130
    assert result.stderr == "stopped; 3 of 3 athletes are not solved: run it again to continue.\n"
    assert result.stdout == f"{Path('plans/club/summary.toml')}: 0 of 3 athletes have plans; 0 unchanged.\n"


# ---- who has no plan


def test_bad_and_impossible_profiles_do_not_stop_the_others(squad: Path, solved: list[str]) -> None:
    run("profiles/club", "-q")
    (squad / "ana.toml").write_text(MEMBERS["ana"].replace("name", "nmae"), encoding="utf-8")
    (squad / "ben.toml").write_text(MEMBERS["ben"] + NO_ROOM, encoding="utf-8")
    (squad / "dora.toml").write_text(MEMBERS["ana"].replace("Ana", "Dora"), encoding="utf-8")
    result = run("profiles/club")
    assert result.exit_code == 2
    assert [entry["state"] for entry in summary()] == ["bad profile", "conflict", "planned", "planned"]
    ana, ben = squad / "ana.toml", squad / "ben.toml"
    assert f"{ana.relative_to(Path.cwd())}:2: athlete.name: is missing" in result.stderr
    assert f"{ben.relative_to(Path.cwd())}: no plan for Ben can keep all of this at once:\n" in result.stderr
    assert "You insist on at least 3 session(s)" in result.stderr
    assert f"{Path('plans/club/ben.toml')} is an earlier plan and is kept." in result.stderr
    assert "2 of 4 athletes have plans" in result.stdout
    solved.clear()
    again = run("profiles/club")
    assert solved == [], "the conflict stands as long as the profile does"
    assert again.stderr == result.stderr
    (squad / "ana.toml").write_text(MEMBERS["ana"], encoding="utf-8")
    assert run("profiles/club").exit_code == 1


def test_what_is_wrong_with_the_common_file_is_reported_once(squad: Path) -> None:
    (squad / "squad.toml").write_text(COMMON.replace("weeks = 4", "weeks = 3"), encoding="utf-8")
    result = run("profiles/club")
    assert result.exit_code == 2
    assert result.stderr == "profiles/club/squad.toml:3: season.weeks: found 3; allowed: 4 to 104\n".replace(
        "profiles/club", str(Path("profiles/club"))
    )
    assert [entry["state"] for entry in summary()] == ["bad profile"] * 3


@pytest.mark.usefixtures("squad")
def test_out_of_time_is_reported_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as late:
        late.setattr(cli.squad.athlete, "plan_for", lambda *_, **__: OutOfTime("rhythm"))
        result = run("profiles/club")
    assert result.exit_code == 3
    assert result.stderr.count("out of time in tier rhythm with no plan; give it a higher --limit") == 3
    assert run("profiles/club").exit_code == 0


@pytest.mark.usefixtures("squad")
def test_the_limit_reaches_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[float] = []
    monkeypatch.setattr(cli.squad.athlete, "plan_for", lambda _, limit: limits.append(limit) or OutOfTime("rhythm"))
    run("profiles/club", "--limit", "7")
    assert limits == [7, 7, 7]


class Dying(Here):
    """Workers that die on Ben, and let Cleo's task raise what it raises."""

    def open(self) -> Executor:
        class Deadly(InlineExecutor):
            def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
                _, chunk = args
                if any(job["file"] == "ben.toml" for job in chunk):
                    future: Future[Any] = Future()
                    future.set_exception(BrokenExecutor("a process ended abruptly"))
                    return future
                return super().submit(fn, *args, **kwargs)

        return Deadly()


@pytest.mark.usefixtures("squad")
def test_an_athlete_whose_worker_dies_twice_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.batch.workers, "workers_named", lambda *_: Dying())
    result = run("profiles/club")
    assert result.exit_code == 5
    assert [entry["state"] for entry in summary()] == ["planned", "set aside", "planned"]
    assert "ben.toml: set aside, because its worker process died twice (BrokenExecutor: " in result.stderr


@pytest.mark.usefixtures("squad")
def test_an_error_in_a_worker_is_a_bug_of_that_athlete(monkeypatch: pytest.MonkeyPatch) -> None:
    solve = cli.squad.athlete.plan_for

    def failing(brief: Any, *rest: Any, **more: Any) -> Any:
        if brief.profile.athlete.name == "Cleo":
            raise KeyError("odd")
        return solve(brief, *rest, **more)

    monkeypatch.setattr(cli.squad.athlete, "plan_for", failing)
    result = run("profiles/club")
    assert result.exit_code == 4
    assert "cleo.toml: a bug in this program, please report it: KeyError: 'odd'" in result.stderr
    assert [entry["state"] for entry in summary()] == ["planned", "planned", "bug"]


class Nobody(Here):
    def open(self) -> Executor:
        raise WorkersGone("no Dask scheduler answers")


@pytest.mark.usefixtures("squad")
def test_without_workers_it_says_so_and_keeps_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    run("profiles/club/ana.toml", "-q")
    monkeypatch.setattr(solver.batch.workers, "workers_named", lambda *_: Nobody())
    result = run("profiles/club")
    assert result.exit_code == 5
    assert result.stderr.startswith("no Dask scheduler answers; 2 of 3 athletes are not solved")
    assert [entry["name"] for entry in summary()] == ["Ana"]


@pytest.mark.usefixtures("squad")
def test_earlier_entries_of_athletes_that_were_not_solved_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    run("profiles/club")
    entries = summary()
    with monkeypatch.context() as lost:
        lost.setattr(solver.batch.workers, "workers_named", lambda *_: Nobody())
        assert run("profiles/club", "--force").exit_code == 5
    assert summary() == entries


@pytest.mark.usefixtures("squad")
def test_a_plan_that_cannot_be_written_stops_with_a_message() -> None:
    Path("plans").write_text("in the way", encoding="utf-8")
    result = run("profiles/club")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert "Traceback" not in result.stderr


# ---- who belongs to it


@pytest.mark.usefixtures("squad")
@pytest.mark.parametrize(
    "words",
    [
        ("profiles/club/*.toml",),
        ("profiles/**/*.toml",),
        ("profiles/club/ana.toml", "profiles/club/ben.toml", "profiles/club/cleo.toml", "profiles/club/squad.toml"),
        ("profiles/club", "profiles/club/ana.toml"),
    ],
)
def test_files_and_patterns_are_the_same_squad(words: tuple[str, ...]) -> None:
    assert run(*words, "-q").exit_code == 0
    assert sorted(plans()) == ["ana.toml", "ben.toml", "cleo.toml"]
    assert len(summary()) == 3


def test_a_part_of_the_squad_leaves_the_rest_of_the_summary_and_the_whole_squad_drops_those_who_left(
    squad: Path,
) -> None:
    run("profiles/club")
    run("profiles/club/ana.toml", "profiles/club/ben.toml", "--force")
    assert [entry["name"] for entry in summary()] == ["Ana", "Ben", "Cleo"]
    (squad / "ben.toml").unlink()
    run("profiles/club")
    assert [entry["name"] for entry in summary()] == ["Ana", "Cleo"]


def test_a_folder_without_a_common_file_is_a_squad_too(tmp_path: Path, squad: Path) -> None:
    (tmp_path / "solo").mkdir()
    (tmp_path / "solo" / "zoe.toml").write_text(TINY, encoding="utf-8")
    (tmp_path / "solo" / ".hidden.toml").write_text("no profile", encoding="utf-8")
    assert run("solo", "-q").exit_code == 0
    assert [file.name for file in sorted(Path("plans/solo").iterdir())] == ["summary.csv", "summary.toml", "zoe.toml"]
    assert run("solo", "profiles/club", "-q").exit_code == 0
    assert sorted(entry["file"] for entry in summary("plans/summary.toml")) == [
        "club/ana.toml", "club/ben.toml", "club/cleo.toml", "solo/zoe.toml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("empty",), "empty: there are no profiles in this folder"),
        (("profiles/*.tom",), "profiles/*.tom: no file matches"),
        (("shared",), "shared: there is no athlete's profile, only a file that athletes share"),
        (("a/zoe.toml", "b/zoe.toml"), f"{Path('plans/zoe.toml')} would be the plan of {Path('a/zoe.toml')} too"),
        (("profiles/clubb/",), "profiles/clubb/: there is no such file or folder"),
        (("profiles/clubb", "--week", "2027-01-04"), "profiles/clubb: there is no such file or folder"),
        (("a/zoe.toml", "a/zo.toml"), "a/zo.toml: there is no such file or folder"),
    ],
)
def test_arguments_that_name_no_squad_are_refused(words: tuple[str, ...], said: str, squad: Path) -> None:
    home = squad.parents[1]
    for name in ("empty", "shared", "a", "b"):
        (home / name).mkdir()
    (home / "shared" / "squad.toml").write_text(COMMON, encoding="utf-8")
    for name in ("a/zoe.toml", "b/zoe.toml"):
        (home / name).write_text(TINY, encoding="utf-8")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not Path("plans").exists()


# ---- with real processes


def start(*words: str) -> subprocess.Popen[str]:
    """Start plan-solve in a separate process group that receives Ctrl-C, as in a terminal."""
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heard}; from cli.plan_solve.solve_command import main; main()"
    call = [sys.executable, "-c", code, *words]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def many(folder: Path, count: int) -> None:
    """So many different athletes."""
    for number in range(count):
        text = MEMBERS["ben"].replace("75", str(60 + number)).replace("Ben", f"Ben {number}")
        (folder / f"ben_{number:02}.toml").write_text(text, encoding="utf-8")


def wait_for(there: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while not there():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.01)


def workers_of(process: subprocess.Popen[str]) -> Iterator[int]:
    """The worker processes of a process, from /proc."""
    for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"):
            yield int(child)


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(squad: Path) -> None:
    many(squad, 6)
    process = start("profiles/club", "--jobs", "2")
    wait_for(lambda: len(plans()) >= 3, process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "stopped; " in err
    done = plans()
    assert 3 <= len(done) < 9
    assert {entry["file"] for entry in summary()} == set(done)
    assert f"{len(done)} of 9 athletes have plans" in out
    assert not list(Path("plans/club").glob(".*")), "no half-written file"
    result = run("profiles/club")
    assert result.exit_code == 0
    assert f"9 of 9 athletes have plans, every tier proven, audited; {len(done)} unchanged" in result.stdout
    assert done.items() <= plans().items()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the workers in /proc")
def test_a_killed_worker_loses_no_result(squad: Path) -> None:
    many(squad, 5)
    process = start("profiles/club", "--jobs", "2")
    wait_for(lambda: len(plans()) >= 3, process)
    os.kill(next(workers_of(process)), signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "8 of 8 athletes have plans" in out
    batch = plans()
    assert run("profiles/club", "--force", "-o", "alone").exit_code == 0
    assert plans(Path("alone/club")) == batch


def test_ctrl_c_keeps_what_a_cluster_has_done(squad: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    many(squad, 5)
    (tmp_path / "site").mkdir()
    with closing(DaskProcesses(tmp_path / "site")) as site:
        site.start_worker()
        process = start("profiles/club", "--engine", site.address(workers=1))
        wait_for(lambda: len(plans()) >= 3, process)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert 3 <= len(plans()) < 8
    assert f"{len(plans())} of 8 athletes have plans" in out
    assert not list(Path("plans/club").glob(".*"))


def test_a_killed_worker_of_a_cluster_loses_no_result(squad: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    many(squad, 5)
    (tmp_path / "site").mkdir()
    with closing(DaskProcesses(tmp_path / "site")) as site:
        site.start_worker()
        doomed = site.start_worker()
        process = start("profiles/club", "--engine", site.address(workers=2))
        wait_for(lambda: len(plans()) >= 3, process)
        doomed.kill()
        out, err = process.communicate(timeout=90)
    assert (process.returncode, err) == (0, "")
    assert "8 of 8 athletes have plans" in out
    cluster = plans()
    assert run("profiles/club", "--force", "-o", "alone").exit_code == 0
    assert plans(Path("alone/club")) == cluster
    assert not list(Path("plans/club").glob(".*"))
