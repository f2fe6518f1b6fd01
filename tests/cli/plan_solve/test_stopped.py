"""Ctrl-C while one profile is solved: within a second, one line, code 130, and no file is touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli.plan_solve.one_season
from cli.plan_solve.solve_command import main
from writing import TINY

LONG = """\
[athlete]
name = "Robin"
experience = "advanced"
strength_weeks = 80
[season]
start = 2027-01-04
weeks = 78
[runs]
tue = "intervals 60"
thu = "tempo 45"
sat = "easy 40"
sun = "long 100"
[strength]
minutes = { mon = 60, tue = 60, wed = 60, thu = 60, fri = 60, sat = 60 }
[places.home]
equipment = ["mat", "loop band", "barbell", "rack", "bench", "dumbbells", "step", "box", "cable"]
"""
BEGUN = "begun"
"""A file that shows the progress of the process."""
MOMENTS = {
    "reading": "import profiles.reading.load as there; name = '_layers'",
    "loading the solver": "import solver.cpsat.loading as there; name = '_load'",
    "building the model": "import constraints.planning.planner as there; name = 'Decisions'",
    "searching": "import solver.cpsat.interruptible as there; name = '_stop_when_pressed'",
}
TELLING = """
import pathlib, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
{there}
was = getattr(there, name)
def telling(*given, **more):
    pathlib.Path("begun").touch()
    return was(*given, **more)
setattr(there, name, telling)
from cli.plan_solve.solve_command import main; main()
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a profile that takes some seconds, and an earlier plan."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "robin.toml").write_text(LONG, encoding="utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "robin.toml").write_text("[header]\n", encoding="utf-8")
    return tmp_path


def stop(there: str, *words: str, presses: int = 1) -> tuple[int, str, str, float]:
    """Code, both outputs, and the seconds from Ctrl-C, pressed once the process is there, to its end."""
    process = subprocess.Popen(
        [sys.executable, "-c", TELLING.format(there=there), *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not Path(BEGUN).exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)
    pressed = time.monotonic()
    for _ in range(presses):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.005)
    out, err = process.communicate(timeout=60)
    Path(BEGUN).unlink()
    return process.returncode, out, err, time.monotonic() - pressed


def files(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*.*")}


@pytest.mark.parametrize("there", MOMENTS.values(), ids=MOMENTS)
@pytest.mark.parametrize("presses", [1, 20])
def test_it_stops_at_once_and_writes_nothing(there: str, presses: int, home: Path) -> None:
    before = files(home)
    code, out, err, seconds = stop(there, "robin.toml", presses=presses)
    assert (code, out, err) == (130, "", "Stopped; nothing is written.\n")
    assert seconds < 3, "a second, and some for a busy machine"
    assert files(home) == before


@pytest.mark.parametrize("words", [("--compare", "robin.toml", "home", "gym"), ("--sample", "gym_week")])
def test_so_do_the_other_modes(words: tuple[str, ...], home: Path) -> None:
    before = files(home)
    code, out, err, _ = stop(MOMENTS["searching"], *words)
    assert (code, out, err) == (130, "", "Stopped; nothing is written.\n")
    assert files(home) == before


@pytest.fixture
def _restored_handler() -> Iterator[None]:
    """A stopped command ignores further Ctrl-C; restore the handler for the other tests."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("_restored_handler")
def test_a_plan_that_is_written_already_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zoe.toml").write_text(TINY, encoding="utf-8")
    monkeypatch.setattr(cli.plan_solve.one_season, "_show", interrupted)
    result = CliRunner().invoke(main, ["zoe.toml"])
    target = Path("plans") / "zoe.toml"
    assert (result.exit_code, result.stderr) == (130, f"Stopped; {target} is written.\n")
    assert target.exists()
