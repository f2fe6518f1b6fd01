"""The benchmark's command: what it measures, compares, stores, and how it ends."""

import datetime as dt
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks import frozen_instances, spawn
from benchmarks.benchmark_run import BenchmarkRun
from benchmarks.best import Best, load_best, save_best
from benchmarks.measurements import Against, Measured, TierFound, latest, load_result
from benchmarks.run import main
from writing import TINY

FINE = Measured(
    status="solved", weeks=4, blocks=2, tiers=(TierFound(name="coverage", value=5, bound=5),), wall_s=3,
    seconds={"building": 0.5, "coverage": 1.5},
)  # fmt: skip
WORSE = FINE.model_copy(update={"tiers": (TierFound(name="coverage", value=6, bound=6),)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two instances, and the best known answers of both."""
    for name in ("me", "tiny"):
        (tmp_path / "instances" / f"{name}.toml").parent.mkdir(exist_ok=True)
        (tmp_path / "instances" / f"{name}.toml").write_text(TINY, encoding="utf-8")
    save_best({name: Best(FINE.tiers, seconds=2) for name in ("me", "tiny")}, tmp_path / "best.toml")
    return tmp_path


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Measured]]:
    """Replace the processes by given measurements: one after the other, and then the last one again and again."""
    said: dict[str, list[Measured]] = {"me": [FINE], "tiny": [FINE]}

    def instance(file: Path) -> Measured:
        return said[file.stem].pop(0) if len(said[file.stem]) > 1 else said[file.stem][0]

    monkeypatch.setattr(spawn, "floor_s", lambda: 0.5)
    monkeypatch.setattr(spawn, "command_s", lambda _file: 1.0)
    monkeypatch.setattr(spawn, "instance", instance)
    return said


def run(folder: Path, *words: str) -> Result:
    paths = ("--instances", folder / "instances", "--best", folder / "best.toml", "--results", folder / "results")
    return CliRunner().invoke(main, [*map(str, paths), *words], terminal_width=80)


def test_one_instance_end_to_end(folder: Path) -> None:
    first = run(folder, "--only", "tiny", "--update-best", "--force")
    assert first.exit_code == 1, first.output  # the stored values are hand-written, not those of the planner
    again = run(folder, "--only", "tiny")
    assert (again.exit_code, "Nothing differs from best.toml." in again.stdout) == (0, True), again.output
    assert again.stderr == "1 of 1: tiny\n"


def test_as_stored_is_fine(folder: Path, measured: dict[str, list[Measured]]) -> None:
    ended = run(folder)
    assert (ended.exit_code, "Nothing differs" in ended.stdout) == (0, True)
    assert ended.stderr == "1 of 3: me\n2 of 3: tiny\n3 of 3: plan-solve me\n"


def test_every_line_fits_80_columns(folder: Path, measured: dict[str, list[Measured]]) -> None:
    assert max(map(len, run(folder).stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("tiny", "code", "says"),
    [
        (WORSE, 1, "FAIL: tiny: coverage: worse, 6 instead of 5"),
        (FINE.model_copy(update={"tiers": (TierFound(name="coverage", value=5, bound=4),)}), 1, "proof lost"),
        (FINE.model_copy(update={"tiers": (TierFound(name="coverage", value=4, bound=4),)}), 0, "note: tiny: coverage"),
        (Measured(status="infeasible", sentences=("No.",)), 1, "has no plan any more: No."),
        (Measured(status="failed", note="KeyError: 'x'"), 1, "FAIL: tiny: failed: KeyError: 'x'"),
        (FINE.model_copy(update={"seconds": {"coverage": 99.0}}), 0, "49.50"),
    ],
)
def test_how_it_ends(folder: Path, measured: dict[str, list[Measured]], tiny: Measured, code: int, says: str) -> None:
    measured["tiny"] = [tiny]
    ended = run(folder)
    assert (ended.exit_code, says in ended.stdout) == (code, True), ended.stdout


def test_what_is_not_stored_fails_until_it_is(folder: Path, measured: dict[str, list[Measured]]) -> None:
    (folder / "best.toml").unlink()
    first = run(folder, "--update-best")
    assert (first.exit_code, first.stdout.count("not in best.toml")) == (1, 2)
    assert load_best(folder / "best.toml") == {name: Best(FINE.tiers, seconds=2) for name in ("me", "tiny")}
    assert run(folder).exit_code == 0


def test_what_is_worse_is_stored_only_by_force(folder: Path, measured: dict[str, list[Measured]]) -> None:
    measured["tiny"] = [WORSE]
    run(folder, "--update-best")
    assert load_best(folder / "best.toml")["tiny"].tiers == FINE.tiers
    run(folder, "--update-best", "--force")
    assert load_best(folder / "best.toml")["tiny"].tiers == WORSE.tiers


def test_runs_that_differ_fail(folder: Path, measured: dict[str, list[Measured]]) -> None:
    measured["tiny"] = [FINE, WORSE, FINE]
    ended = run(folder, "--runs", "3", "--only", "tiny")
    assert (ended.exit_code, "its runs did not end alike" in ended.stdout) == (1, True)
    assert "coverage: worse" in ended.stdout


def test_what_was_measured_is_stored_whole(folder: Path, measured: dict[str, list[Measured]]) -> None:
    ended = run(folder, "--runs", "2", "--save")
    assert re.search(r"Stored: \d{4}-\d\d-\d\d\.part\.json", ended.stdout)
    stored = latest(folder / "results")
    assert stored
    result = load_result(stored)
    assert result.runs == {"me": (FINE, FINE), "tiny": (FINE, FINE)}
    assert (result.floor_s, result.command_s) == ((0.5,) * 5, {"me": (1.0,)})
    assert abs(result.date - dt.datetime.now(dt.UTC).date()) <= dt.timedelta(days=1)


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt(), 130), (RuntimeError("the floor failed: x"), 1)])
def test_what_was_measured_before_it_stopped_is_kept(
    folder: Path, measured: dict[str, list[Measured]], monkeypatch: pytest.MonkeyPatch, stop: BaseException, code: int
) -> None:
    def instance(file: Path) -> Measured:
        if file.stem == "tiny":
            raise stop
        return FINE

    monkeypatch.setattr(spawn, "instance", instance)
    ended = run(folder, "--save")
    stored = latest(folder / "results")
    assert stored
    assert (ended.exit_code, list(load_result(stored).runs)) == (code, ["me"])
    assert (str(stop) or "Interrupted") in ended.stderr


def test_a_peer_gets_twenty_times_what_we_took(
    folder: Path, measured: dict[str, list[Measured]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str, float]] = []

    def peer(file: Path, name: str, limit_s: float) -> Against:
        asked.append((file.stem, name, limit_s))
        return Against(status="out of time", seconds=limit_s, limit_s=limit_s)

    monkeypatch.setattr(spawn, "peer", peer)
    benchmark = BenchmarkRun()
    files = {"me": folder / "instances" / "me.toml"}
    benchmark.measure(files, 1, 0, ("slow", "slower"), lambda _done, _steps, _what: None)
    assert asked == [("me", "slow", 40), ("me", "slower", 40)]
    assert list(benchmark.result().peers["me"]) == ["slow", "slower"]


@pytest.mark.parametrize("words", [("--only", "you"), ("--peers", "--only", "tiny")])
def test_what_cannot_be_measured_is_refused(
    folder: Path, measured: dict[str, list[Measured]], words: tuple[str, ...]
) -> None:
    ended = run(folder, *words)
    assert (ended.exit_code, "Usage" in ended.stderr) == (2, True)


def test_the_quick_ones_are_instances() -> None:
    assert set(frozen_instances.quick()) <= set(frozen_instances.instances())
    assert frozen_instances.quick()
