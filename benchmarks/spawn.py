"""Runs and times programs in new processes: the floor, plan-solve, one instance, one peer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from benchmarks.measurements import Against, Measured

ROOT: Final = Path(__file__).parent.parent
PATIENCE_S: Final = 900.0
"""Seconds after which a process is stopped, so that it cannot block the benchmark."""
GRACE_S: Final = 60.0
"""Seconds beyond its limit that a peer may take for reading, building and auditing before it is stopped."""

FLOOR: Final = """\
import tomllib, click, tomli_w
from pydantic import BaseModel, Field
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text
from ortools.sat.python import cp_model
"""
"""The floor: starting Python and importing the libraries of plan-solve, OR-Tools in its usual way."""
COMMAND: Final = "from cli.plan_solve.solve_command import main; main()"
"""The code of the console script plan-solve."""


@dataclass(frozen=True)
class Ran:
    """How a process ended."""

    seconds: float
    code: int | None
    """None if it was stopped"""
    said: str
    error: str

    @property
    def last_words(self) -> str:
        lines = [line.strip() for line in self.error.splitlines() if line.strip()]
        return lines[-1] if lines else f"ended with code {self.code} without a message"

    @property
    def record(self) -> str:
        """The last line of stdout; a library may print other lines before it."""
        return self.said.rstrip().rpartition("\n")[2]


def run(words: Sequence[str], patience_s: float = PATIENCE_S) -> Ran:
    """Run Python with these arguments in the repository's root."""
    begun = time.perf_counter()
    try:
        done = subprocess.run(  # noqa: S603  # modules of this repository
            [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, timeout=patience_s, check=False
        )
    except subprocess.TimeoutExpired:
        return Ran(time.perf_counter() - begun, None, "", f"stopped after {patience_s:.0f} s")
    return Ran(time.perf_counter() - begun, done.returncode, done.stdout, done.stderr)


def floor_s() -> float:
    """Seconds to start Python and import the same libraries."""
    return _must(run(["-c", FLOOR]), "the floor")


def command_s(file: Path) -> float:
    """Seconds of a whole `plan-solve FILE --quiet`."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["-c", COMMAND, str(file.resolve()), "--quiet", "--output", folder]
        return _must(run(words), f"plan-solve {file.name}")


def _must(ran: Ran, what: str) -> float:
    if ran.code != 0:
        raise RuntimeError(f"{what} failed: {ran.last_words}")
    return ran.seconds


def instance(file: Path) -> Measured:
    """Measure one instance. If the process fails, the measurement has the status failed and the last line of stderr."""
    ran = run(["-m", "benchmarks.measure", str(file.resolve())])
    try:
        measured = Measured.model_validate_json(ran.record)
    except ValidationError:
        measured = Measured(status="failed", note=ran.last_words)
    return measured.model_copy(update={"wall_s": round(ran.seconds, 4)})


def peer(file: Path, name: str, limit_s: float) -> Against:
    """Measure one peer on one instance; it is stopped if it exceeds its limit."""
    words = ["-m", "benchmarks.measure", str(file.resolve()), "--peer", name, "--limit", str(limit_s)]
    ran = run(words, limit_s + GRACE_S)
    if ran.code is None:
        return Against(status="out of time", seconds=ran.seconds, limit_s=limit_s, note="stopped from outside")
    try:
        return Against.model_validate_json(ran.record)
    except ValidationError:
        return Against(status="failed", seconds=ran.seconds, limit_s=limit_s, note=ran.last_words)
