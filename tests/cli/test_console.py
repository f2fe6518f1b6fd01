"""Output for whatever reads it: a terminal, a pipe, a plain C locale."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from cli.console import BAD_INPUT, console, fail

MODULES = {
    "solve": "plan_solve.solve_command",
    "check": "plan_check",
    "rules": "plan_rules",
    "new": "plan_new.new_command",
}
COMMANDS = tuple(MODULES)
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def shell(command: str, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a separate process with its output in a pipe."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FORCE", "TTY"))}
    call = f"import sys; sys.argv[0] = 'plan-{command}'; from cli.{MODULES[command]} import main; main()"
    return subprocess.run(
        [sys.executable, "-c", call, *words], capture_output=True, check=False, env=kept | environment
    )


class Stream(io.TextIOWrapper):
    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(("encoding", "plain"), [("ascii", True), ("latin-1", True), ("utf-8", False)])
def test_only_utf_takes_more_than_ascii(encoding: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr(sys, "stdout", Stream(encoding))
    assert console().options.ascii_only is plain


def test_a_character_that_a_stream_cannot_hold_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream("ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    console().print("Zoë")
    stream.flush()
    assert stream.buffer.getvalue() == b"Zo?\n"  # type: ignore[attr-defined]  # the bytes it was made with


def test_a_failure_goes_to_stderr_word_for_word(capsys: pytest.CaptureFixture[str]) -> None:
    message = "[red] is a name: " + "long " * 40
    with pytest.raises(SystemExit) as left:
        fail(message, BAD_INPUT)
    assert left.value.code == BAD_INPUT
    said = capsys.readouterr()
    assert (said.out, said.err.rstrip("\n")) == ("", message)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_plain_ascii_within_80_columns(command: str) -> None:
    result = shell(command, "--help", COLUMNS="80", **PLAIN)
    assert result.returncode == 0
    assert result.stderr == b""
    assert all(len(line) <= 80 for line in result.stdout.decode("ascii").splitlines())
    assert b"Examples:" in result.stdout
    assert b"Exit codes:" in result.stdout


@pytest.mark.parametrize("words", [(), ("--family", "taper"), ("fresh_legs_for_key_runs",)])
def test_rules_are_plain_in_a_pipe_of_the_c_locale(words: tuple[str, ...]) -> None:
    result = shell("rules", *words, COLUMNS="80", **PLAIN)
    assert result.returncode == 0
    assert all(len(line) <= 80 for line in result.stdout.decode("ascii").splitlines())
    assert b"\x1b" not in result.stdout


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"NO_COLOR": "1", "TERM": "xterm-256color"}])
def test_a_pipe_gets_no_escape_codes(environment: dict[str, str]) -> None:
    for words in (("rules", "--family", "taper"), ("check", "nowhere.toml"), ("rules", "nothing")):
        result = shell(*words, **environment)
        assert b"\x1b" not in result.stdout + result.stderr


def test_no_color_holds_on_a_terminal_too() -> None:
    call = (
        "from cli.console import console; import rich.console as r;"
        "out = console(); out._force_terminal = True; out.print('red', style='red')"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", call],
            capture_output=True, check=True, env={**os.environ, "TERM": "xterm-256color", **environment},
        ).stdout
        for environment in ({"NO_COLOR": "1"}, {"NO_COLOR": ""})
    ]  # fmt: skip
    assert b"\x1b[31m" not in said[0]
