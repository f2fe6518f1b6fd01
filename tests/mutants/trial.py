"""Puts one mutant to the tests, those first that most likely notice it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.mutate import Mutant

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
OWN_S, NEIGHBOURS_S = 120, 600
"""Longer than a module's own tests, and its neighbours', take on a busy machine: what takes longer runs for ever."""
NEIGHBOURS = "neighbours' tests"
SLOW = ("test_small_scope.py", "test_docs.py", "test_packaging.py")


def noticed_by(mutant: Mutant) -> str | None:
    """The tests that fail with a mutant in its module's place, or None if all pass."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "mutant.py")
        source.write_text(mutant.source(ROOT), encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(str(one) for one in (TESTS / "mutants", ROOT, TESTS)),
            "MUTANT_NAME": ".".join(Path(mutant.file).with_suffix("").parts),
            "MUTANT_FILE": str(ROOT / mutant.file),
            "MUTANT_SOURCE": str(source),
        }
        for name, call in _calls(Path(mutant.file)):
            if _fails(call, environment, NEIGHBOURS_S if name == NEIGHBOURS else OWN_S):
                return name
    return None


def _calls(file: Path) -> Iterator[tuple[str, list[str]]]:
    mirror = TESTS / file.parent / f"test_{file.name}"
    if mirror.exists():
        yield "its own tests", _pytest(mirror)
    if file.is_relative_to("constraints/rules"):
        yield "the worlds", [str(TESTS / "mutants" / "one_rule.py"), file.stem]
    neighbours = [one for one in _neighbours(file) if one != mirror and one.name not in SLOW]
    if neighbours:
        yield NEIGHBOURS, _pytest(*neighbours)


def _neighbours(file: Path) -> list[Path]:
    """Tests that stand beside the module's own, import it or name it as a rule; of rules, those are beside all."""
    imported = ".".join(file.with_suffix("").parts)
    beside = TESTS / (file.parent.parent if file.is_relative_to("constraints/rules") else file.parent)
    return [
        one for one in sorted(TESTS.rglob("test_*.py"))
        if one.parent == beside or imported in (text := one.read_text(encoding="utf-8")) or f'"{file.stem}"' in text
    ]  # fmt: skip


def _pytest(*files: Path) -> list[str]:
    return ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *map(str, files)]


def _fails(call: list[str], environment: dict[str, str], limit_s: float) -> bool:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, *call],
        cwd=ROOT,
        env=environment,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    try:
        return process.wait(limit_s) != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
