"""Targets of plans: no file of the user is overwritten, and an unusable folder is reported before solving."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cli.plan_check
import constraints.planning.planner
from cli.plan_solve.solve_command import main
from profiles.reading.load import load_plan
from profiles.run import DayRuns
from writing import TINY

TARGET = Path("plans") / "zoe.toml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solving_once: None) -> Path:
    """A folder with a profile that is solved at once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoe.toml").write_text(TINY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def _unsolved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test if anything is solved."""

    def solved(*_: object, **__: object) -> None:
        pytest.fail("it was solved")

    monkeypatch.setattr(constraints.planning.planner, "plan_for", solved)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--quiet"], terminal_width=80)


def refused(*words: str) -> str:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr


def appended(file: Path, text: str) -> str:
    with file.open("a", encoding="utf-8") as out:
        out.write(text)
    return file.read_text(encoding="utf-8")


# ---- a profile, or anything else that is no plan


@pytest.mark.usefixtures("home", "_unsolved")
def test_a_plan_does_not_replace_its_profile() -> None:
    assert refused("zoe.toml", "-o", ".").startswith("zoe.toml: that is the profile, and its plan would replace it; ")
    Path("link").symlink_to(".")
    assert "that is the profile" in refused("zoe.toml", "-o", "link")
    assert Path("zoe.toml").read_text(encoding="utf-8") == TINY


@pytest.mark.usefixtures("home", "_unsolved")
@pytest.mark.parametrize("words", [(), ("--compare", "home", "gym")])
@pytest.mark.parametrize("text", [TINY.replace("Zoë", "Kim"), "[mine]\nkey = 1\n", '[athlete]\nname = "no TOML\n'])
def test_a_plan_replaces_no_other_file(text: str, words: tuple[str, ...]) -> None:
    there = Path("plans") / ("zoe.gym.toml" if words else "zoe.toml")
    there.parent.mkdir()
    there.write_text(text, encoding="utf-8")
    assert refused("zoe.toml", *words).startswith(f"{there}: exists already and is no plan, so the plan of zoe.toml ")
    assert there.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("home")
def test_in_a_squad_only_the_athlete_whose_profile_is_there_has_no_plan() -> None:
    Path("club").mkdir()
    for name in ("ana", "ben"):
        Path(f"club/{name}.toml").write_text(TINY, encoding="utf-8")
    Path("plans/club").mkdir(parents=True)
    Path("plans/club/ana.toml").write_text(TINY, encoding="utf-8")
    result = run("club", "-j", "1")
    assert result.exit_code == 2
    assert f"{Path('plans/club/ana.toml')}: exists already and is no plan" in result.stderr
    assert Path("plans/club/ana.toml").read_text(encoding="utf-8") == TINY
    assert load_plan("plans/club/ben.toml").sessions


@pytest.mark.usefixtures("home")
def test_a_profile_that_is_called_like_the_summary_leaves_the_others_planned() -> None:
    Path("club").mkdir()
    for name in ("summary", "ben"):
        Path(f"club/{name}.toml").write_text(TINY, encoding="utf-8")
    result = run("club", "-j", "1")
    assert result.exit_code == 2
    assert "summary.toml is the name of a squad's summary; rename the profile" in result.stderr
    assert load_plan("plans/club/ben.toml").sessions


@pytest.mark.usefixtures("home", "_unsolved")
def test_a_summary_does_not_replace_a_profile() -> None:
    Path("club").mkdir()
    for name in ("summary", "ben"):
        Path(f"club/{name}.toml").write_text(TINY, encoding="utf-8")
    assert f"{Path('club/summary.toml')}: exists already and is no summary" in refused("club", "-o", ".")
    assert Path("club/summary.toml").read_text(encoding="utf-8") == TINY


# ---- plans that were edited


@pytest.mark.usefixtures("home")
def test_each_edited_plan_is_kept_beside_the_new_one_and_named() -> None:
    run("zoe.toml")
    first = appended(TARGET, "# my notes\n")
    result = run("zoe.toml")
    assert result.exit_code == 0
    assert f"{TARGET}: an earlier plan, perhaps edited by hand, is kept as {TARGET}.bak\n" in result.stderr
    second = appended(TARGET, "# others\n")
    assert f"is kept as {TARGET}.bak2\n" in run("zoe.toml").stderr
    assert [TARGET.with_name(f"zoe.toml.{copy}").read_text("utf-8") for copy in ("bak", "bak2")] == [first, second]
    assert run("zoe.toml").stderr == "", "nobody has edited this one"
    assert len(list(TARGET.parent.iterdir())) == 3


@pytest.mark.usefixtures("home")
def test_so_are_compared_ones_and_those_that_are_no_toml_any_more() -> None:
    run("zoe.toml", "--compare", "home")
    there = Path("plans") / "zoe.home.toml"
    edited = appended(there, "oops = \n")
    assert f"is kept as {there}.bak\n" in run("zoe.toml", "--compare", "home").stderr
    assert there.with_name("zoe.home.toml.bak").read_text(encoding="utf-8") == edited


@pytest.mark.usefixtures("home")
def test_a_plan_that_was_not_edited_is_replaced_without_a_message() -> None:
    run("zoe.toml")
    Path("zoe.toml").write_text(TINY.replace("Zoë", "Zoe").replace("long 60", "long 70"), encoding="utf-8")
    assert run("zoe.toml").stderr == ""
    assert [file.name for file in TARGET.parent.iterdir()] == ["zoe.toml"]
    assert load_plan(TARGET).season.profile.runs.sun == DayRuns.parse("long 70")


# ---- two runners


@pytest.mark.usefixtures("home")
def test_two_profiles_of_one_name_do_not_take_turns() -> None:
    Path("b").mkdir()
    Path("b/zoe.toml").write_text(TINY.replace("Zoë", "Kim"), encoding="utf-8")
    run("zoe.toml")
    said = refused("b/zoe.toml")
    assert said == (
        f"{TARGET}: the plan of zoe.toml is there; rename {Path('b/zoe.toml')}, or choose another folder with -o\n"
    )
    assert load_plan(TARGET).season.profile.athlete.name == "Zoë"
    assert run("b/zoe.toml", "-o", "b/plans").exit_code == 0


@pytest.mark.usefixtures("home")
def test_a_profile_that_has_moved_keeps_its_plan() -> None:
    run("zoe.toml")
    Path("b").mkdir()
    shutil.move("zoe.toml", "b/zoe.toml")
    assert run("b/zoe.toml").stderr == ""


@pytest.mark.usefixtures("home")
def test_a_profile_by_any_path_is_the_same() -> None:
    run("zoe.toml")
    Path("alias.toml").symlink_to("zoe.toml")
    assert run(str(Path("zoe.toml").absolute())).stderr == ""
    assert run("./plans/../zoe.toml").stderr == ""


# ---- folders


@pytest.mark.usefixtures("home", "_unsolved")
@pytest.mark.parametrize("squad", [False, True])
@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("loop", "loop: cannot be written to: Too many levels of symbolic links; choose another folder with -o\n"),
        ("loop/deep", "cannot be written to: Too many levels of symbolic links; choose another folder with -o\n"),
        ("nowhere", "nowhere: cannot be written to: nowhere is a broken link; choose another folder with -o\n"),
        ("there", "there: cannot be written to: -o wants a folder, and this is a file\n"),
        ("there/deep", "cannot be written to: -o wants a folder, and there is a file\n"),
        ("it.toml", "it.toml: -o wants a folder; the plan's file in it is named like the profile\n"),
        ("a" * 300, "cannot be written to: File name too long; choose another folder with -o\n"),
    ],
)
def test_a_folder_that_takes_no_plan_is_reported_before_anything_is_solved(
    folder: str,
    said: str,
    squad: bool,  # noqa: FBT001
) -> None:
    Path("loop").symlink_to("loop")
    Path("nowhere").symlink_to("nothing")
    Path("there").touch()
    Path("kim.toml").write_text(TINY, encoding="utf-8")
    assert refused("zoe.toml", *(["kim.toml"] if squad else []), "-o", folder).endswith(said)


@pytest.mark.usefixtures("home", "_unsolved")
def test_a_folder_under_the_plans_name_is_reported() -> None:
    TARGET.mkdir(parents=True)
    assert refused("zoe.toml") == f"{TARGET}: the plan cannot be written there: Is a directory\n"


def test_a_folder_whose_name_ends_like_a_file_may_be_there_already(home: Path) -> None:
    (home / "it.toml").mkdir()
    assert run("zoe.toml", "-o", "it.toml").exit_code == 0
    assert (home / "it.toml" / "zoe.toml").is_file()


@pytest.fixture
def shut(home: Path) -> Iterator[Path]:
    """A folder with a profile and without permission to enter it; root changes to another user for the test."""
    folder = home / "shut"
    folder.mkdir()
    shutil.copy("zoe.toml", folder)
    folder.chmod(0)
    if root := hasattr(os, "geteuid") and os.geteuid() == 0:
        home.chmod(0o777)
        os.seteuid(65534)
    yield Path("shut")
    if root:
        os.seteuid(0)
    folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such permission there")
@pytest.mark.usefixtures("_unsolved")
def test_a_folder_that_may_not_be_entered_is_reported_in_one_line(shut: Path) -> None:
    profile = shut / "zoe.toml"
    assert refused(str(profile)) == f"{profile}: cannot be read: Permission denied\n"
    assert refused(str(shut)) == f"{shut}: cannot be read: Permission denied\n"
    assert refused("zoe.toml", "-o", str(shut)).startswith(f"{shut}: cannot be written to: you may not write in {shut}")
    assert "Permission denied" in refused("zoe.toml", "-o", str(shut / "deep"))
    for path in (profile, shut):
        result = CliRunner().invoke(cli.plan_check.main, [str(path)])
        assert (result.exit_code, result.output) == (2, f"{path}: cannot be read: Permission denied\n")


@pytest.mark.usefixtures("home", "_unsolved")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loop.toml", "loop.toml: cannot be read: Too many levels of symbolic links\n"),
        ("loop", "loop: cannot be read: Too many levels of symbolic links\n"),
        ("a" * 300 + ".toml", "cannot be read: File name too long\n"),
        ("zo\udcffe.toml", "zo\\udcffe.toml: the name of the file, or of its folder, is no text\n"),
    ],
)
def test_names_that_lead_to_no_profile_are_reported_in_one_line(name: str, said: str) -> None:
    for link in ("loop.toml", "loop"):
        Path(link).symlink_to(link)
    assert refused(name).endswith(said)
    assert refused(name).count("\n") == 1


def test_a_common_file_that_leads_nowhere_is_not_left_out(home: Path) -> None:
    (home / "squad.toml").symlink_to("nothing")
    assert refused("zoe.toml") == "squad.toml: there is no such file\n"
