"""One instance measured from inside: its stages fit its time, its answer is the planner's, its size is the model's."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import spawn
from benchmarks.clock import Clock
from benchmarks.measure import measure, measure_peer, size_of, told
from benchmarks.measurements import AROUND, Against, Size, TierFound
from constraints.planning.brief import Brief
from constraints.planning.conflict import Conflict
from constraints.planning.planner import Solved
from profiles.reading.load import load_profile
from solver.cpsat.model import Model
from solver.outcome import Tier
from writing import TINY, solve


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.toml"
    file.write_text(TINY, encoding="utf-8")
    return file


@pytest.fixture
def stuck(tmp_path: Path) -> Path:
    """Two sessions on days that have no minutes."""
    file = tmp_path / "stuck.toml"
    file.write_text(TINY + 'pins = ["2027-01-07"]\n', encoding="utf-8")
    return file


def test_a_clock_adds_up_what_comes_back_and_leaves_out_its_own_counting() -> None:
    clock = Clock()
    begun = time.perf_counter()
    for stage in ("building", "counting", "building", "coverage"):
        clock.begin(stage)
        time.sleep(0.01)
    seconds, whole = clock.end(), time.perf_counter() - begun
    assert list(seconds) == ["building", "coverage"]
    assert seconds["building"] >= 0.02
    assert 0.03 <= sum(seconds.values()) <= whole - 0.01


def test_the_stages_fit_the_whole_and_the_answer_is_the_planners(tiny: Path) -> None:
    begun = time.perf_counter()
    measured = measure(tiny)
    whole = time.perf_counter() - begun
    outcome = solve(load_profile(tiny))
    assert isinstance(outcome, Solved)
    assert measured.tiers == tuple(told(outcome.plan.header.tiers))
    assert (measured.weeks, measured.blocks) == (4, len(outcome.plan.blocks))
    assert {"reading", "building", "audit", "writing", *(tier.name for tier in measured.tiers)} <= set(measured.seconds)
    assert 0.5 * whole <= sum(measured.seconds.values()) <= whole
    around = sum(measured.seconds[stage] for stage in AROUND)
    assert measured.solving_s == pytest.approx(sum(measured.seconds.values()) - around)


def test_the_largest_model_is_one_of_those_that_make_the_sum(tiny: Path) -> None:
    measured = measure(tiny)
    assert 0 < measured.largest.terms <= measured.total.terms
    assert (measured.largest == measured.total) == (measured.blocks == 1)


def test_a_conflict_is_reported_in_its_sentences(stuck: Path) -> None:
    measured = measure(stuck)
    outcome = solve(load_profile(stuck))
    assert isinstance(outcome, Conflict)
    assert (measured.status, measured.sentences) == ("infeasible", tuple(rule.say() for rule in outcome.rules))
    assert measured.seconds["tracing the conflict"] > 0


def test_a_size_counts_every_mention_and_changes_nothing() -> None:
    model = Model()
    a, b, c = (model.boolean(name) for name in "abc")
    number = model.integer(0, 9, "n")
    model.cp.add(a + 2 * b + 3 * number <= 7).only_enforce_if(c)
    model.cp.add_implication(a, b)
    model.cp.add_bool_or([a, ~b, c])
    model.cp.add_at_most_one([a, b])
    model.cp.add_exactly_one([a, b, c])
    before = str(model.cp.proto)
    assert size_of(model.cp.proto) == Size(variables=4, constraints=5, terms=4 + 2 + 3 + 2 + 3)
    assert str(model.cp.proto) == before


def test_a_kind_of_constraint_that_cannot_be_counted_is_refused() -> None:
    model = Model()
    model.cp.add_all_different([model.integer(0, 3, "a"), model.integer(0, 3, "b")])
    with pytest.raises(ValueError, match="unknown kind"):
        size_of(model.cp.proto)


def test_a_fresh_process_says_the_same_as_json(tiny: Path) -> None:
    measured, here = spawn.instance(tiny), measure(tiny)
    assert (measured.status, measured.tiers, measured.total) == ("solved", here.tiers, here.total)
    assert measured.wall_s > sum(measured.seconds.values())
    assert measured.memory_mib > 20
    assert {"python", "ortools", "runner-strength-planner"} == set(measured.versions)


def test_a_process_that_fails_is_reported_with_its_last_line(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[athlete]\nnam = 3\n", encoding="utf-8")
    measured = spawn.instance(tmp_path / "bad.toml")
    assert measured.status == "failed"
    assert measured.note
    assert measured.note in spawn.run(["-m", "benchmarks.measure", str(tmp_path / "bad.toml")]).error


def test_a_banner_before_the_record_is_passed_over(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Against(status="proven", seconds=2).model_dump_json()
    monkeypatch.setattr(spawn, "run", lambda _words, _patience_s: spawn.Ran(3.0, 0, f"Welcome\n{record}\n", ""))
    assert spawn.peer(tiny, "loud", 5) == Against(status="proven", seconds=2)


def test_a_process_that_takes_too_long_is_stopped() -> None:
    ran = spawn.run(["-c", "import time; time.sleep(60)"], patience_s=0.2)
    assert (ran.code, ran.last_words) == (None, "stopped after 0 s")
    assert ran.seconds < 30


def test_the_floor_loads_the_libraries_and_nothing_of_ours() -> None:
    ran = spawn.run(["-c", spawn.FLOOR + "import sys; print(*sys.modules)"])
    loaded = {name.partition(".")[0] for name in ran.said.split()}
    assert {"click", "pydantic", "rich", "tomli_w", "tomllib", "ortools"} <= loaded
    assert not {"cli", "constraints", "solver", "profiles", "benchmarks"} & loaded


def test_the_floor_and_the_command_take_their_time(tiny: Path) -> None:
    assert 0.02 < spawn.floor_s() < 60
    assert 0.02 < spawn.command_s(tiny) < 60


def test_a_command_that_fails_is_no_measurement(stuck: Path) -> None:
    with pytest.raises(RuntimeError, match=r"plan-solve stuck\.toml failed: .*let"):
        spawn.command_s(stuck)


@dataclass(frozen=True)
class Idle:
    """A peer that returns a fixed answer."""

    name = "idle"
    says = "It does nothing."

    def solve(self, brief: Brief, limit_s: float) -> Any:
        tiers = (Tier("coverage", len(brief.profile.athlete.name), 1),)
        return SimpleNamespace(status="found", tiers=tiers, breaches=3, seconds=limit_s / 2, note="idle")


def test_a_peers_answer_is_recorded_as_it_is(tiny: Path) -> None:
    assert measure_peer(tiny, Idle(), 8) == Against(
        status="found", says="It does nothing.", tiers=(TierFound(name="coverage", value=3, bound=1),), breaches=3,
        seconds=4, limit_s=8, note="idle",
    )  # fmt: skip


def test_a_peer_that_crashes_is_reported_with_its_last_line(tiny: Path) -> None:
    fallen = spawn.peer(tiny, "nobody", 5)
    assert (fallen.status, fallen.limit_s) == ("failed", 5)
    assert "Error" in fallen.note


def test_a_peer_that_does_not_end_is_out_of_time(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spawn, "GRACE_S", 0.0)
    stopped = spawn.peer(tiny, "nobody", 0.01)
    assert (stopped.status, stopped.note) == ("out of time", "stopped from outside")


def test_memory_is_that_of_the_process_and_not_of_the_one_that_started_it() -> None:
    code = "from benchmarks.measure import _peak_mib; print(_peak_mib())"
    child = f"subprocess.run([sys.executable, '-c', {code!r}], check=True)"
    large = f"import subprocess, sys; held = bytearray(300 * 2**20); {child}"
    done = subprocess.run([sys.executable, "-c", large], capture_output=True, text=True, check=True)
    assert 5 < float(done.stdout) < 200
