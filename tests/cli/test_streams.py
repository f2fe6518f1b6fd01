"""Broken streams: a closed pipe is no failure, a full disk is one, and neither shows a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.plan_check import main as check
from cli.plan_solve.solve_command import main as solve
from cli.squad.entry import Entry
from cli.squad.summary import csv_text
from writing import TINY

MODULES = {"plan-solve": "plan_solve.solve_command", "plan-check": "plan_check", "plan-rules": "plan_rules"}
CALLS = {
    "solve": ("plan-solve", "zoe.toml"),
    "squad": ("plan-solve", "zoe.toml", "zoe.toml", "-j", "1"),
    "rules": ("plan-rules",),
    "help": ("plan-solve", "--help"),
    "version": ("plan-check", "--version"),
}
calls = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoe.toml").write_text(TINY, encoding="utf-8")
    return tmp_path


def shell(command: str, *words: str, stdout: int, closed: tuple[int, ...] = ()) -> tuple[int, str]:
    """Exit code and stderr of a command with such a stdout, and streams closed before it begins."""
    code = f"import sys; sys.argv[0] = {command!r}; from cli.{MODULES[command]} import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], stdout=stdout, stderr=subprocess.PIPE, text=True, check=False,
        preexec_fn=lambda: [os.close(number) for number in closed],  # there are no threads
    )  # fmt: skip
    return done.returncode, done.stderr


def without_a_reader() -> int:
    """The write end of a pipe whose read end is closed."""
    reads, writes = os.pipe()
    os.close(reads)
    return writes


@calls
def test_a_closed_pipe_is_no_failure(call: tuple[str, ...], home: Path) -> None:
    assert shell(*call, stdout=without_a_reader()) == (0, "")
    if "zoe.toml" in call:
        assert (home / "plans" / "zoe.toml").exists()


def test_a_closed_pipe_does_not_change_the_exit_code(home: Path) -> None:
    (home / "bad.toml").write_text("[athlete]\n", encoding="utf-8")
    shell("plan-solve", "zoe.toml", stdout=subprocess.DEVNULL)
    code, said = shell("plan-check", "plans/zoe.toml", "bad.toml", stdout=without_a_reader())
    assert (code, said) == (2, "bad.toml: this is a profile, and a plan is wanted; plan-solve makes one\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="where nothing is always full")
@calls
def test_a_full_disk_is_reported_in_one_line(call: tuple[str, ...], home: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert shell(*call, stdout=full.fileno()) == (2, "standard output: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="the shells there close no streams")
@calls
def test_a_closed_stdout_is_no_failure(call: tuple[str, ...], home: Path) -> None:
    assert shell(*call, stdout=subprocess.DEVNULL, closed=(1,)) == (0, "")


@pytest.mark.usefixtures("home")
def test_without_any_stream_the_exit_code_is_left() -> None:
    assert shell("plan-solve", "nobody.toml", stdout=subprocess.DEVNULL, closed=(1, 2)) == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="where nothing is always full")
@pytest.mark.usefixtures("home")
def test_an_error_that_cannot_be_reported_keeps_its_exit_code() -> None:
    code = "import sys; sys.argv[0] = 'plan-solve'; from cli.plan_solve.solve_command import main; main()"
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-c", code, "nobody.toml"], stderr=full, check=False)
    assert done.returncode == 2


# ---- names

ODD = "x\x1b[31mred\x1b]0;title\x07\x9b\n.toml"
SHOWN = "x\\u001b[31mred\\u001b]0;title\\u0007\\u009b\\n"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_of_files_are_shown_without_escape_sequences(home: Path) -> None:
    (home / ODD).write_text(TINY, encoding="utf-8")
    plan = Path("plans") / ODD
    said = [
        CliRunner().invoke(main, words).output
        for main, words in [
            (solve, [ODD, "-q"]), (solve, [ODD, "zoe.toml", "-j", "1"]), (solve, ["--compare", ODD, "home"]),
            (check, [str(plan)]), (check, [ODD]), (solve, [str(plan)]), (solve, [ODD, "--doctrine", "\x1b[31m"]),
            (solve, [ODD, "--nothing\x1b[31m"]), (solve, [ODD, "-o", "."]), (solve, ["no" + ODD]),
        ]
    ]  # fmt: skip
    for text in said:
        assert all(letter.isprintable() for letter in text.replace("\n", "")), text
    assert [SHOWN in text for text in said] == [True, False, True, True, True, True, False, False, True, True]


def test_keys_and_values_are_shown_without_escape_sequences(home: Path) -> None:
    odd = '"\\u009b31m\\u001b[31m\\n" = 1\n'
    (home / "keys.toml").write_text(odd + TINY, encoding="utf-8")
    (home / "rules.toml").write_text(TINY + f"[rules]\n{odd.replace('= 1', '= {}')}", encoding="utf-8")
    (home / "named.toml").write_text(
        TINY.replace("Zoë", "Z\\u009b31m\\u001b[31m").replace("fri = 40 }", "fri = 40 }\nat_least = 3"), "utf-8"
    )
    for name, code in (("keys", 2), ("rules", 2), ("named", 1)):
        result = CliRunner().invoke(solve, [f"{name}.toml"])
        assert result.exit_code == code, result.output
        assert "\\u009b31m" in result.stderr or "\\x9b31m" in result.stderr
        assert all(letter.isprintable() for letter in result.output.replace("\n", ""))


# ---- cells


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_of_text_is_a_formula(text: str) -> None:
    rows = csv_text([Entry(file="=a.toml", name=text, race=text, state="planned")])
    assert rows.count(f"'{text}") == 2
    assert rows.endswith(",'=a.toml\r\n")


def test_other_cells_stay() -> None:
    text = csv_text([Entry(file="a.toml", name="Ana = 1", state="planned", minutes=-1)])
    assert text.splitlines()[1].startswith("Ana = 1,planned,")
    assert ",-1," in text
