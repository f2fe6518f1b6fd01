"""The comparison of a batch with one process: what it computes, and a small run of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import batch
from benchmarks.batch import Batched, drawn, figures_of, in_batch, lines, main, one_process
from profiles.profile import Profile


def measured() -> Batched:
    """A run of 10 s on two workers that worked for 19 of their 20 seconds, and used more memory at the end."""
    return Batched(wall=10, seconds=19, memory_mib=[90, 90, 100, 100, 105, 105, 115, 115])


def test_figures_follow_from_what_was_measured() -> None:
    figures = figures_of(measured(), jobs=2, alone=18.6, count=8)
    assert figures["overhead"] == 0.05
    assert figures["throughput"] == 1.86
    assert figures["throughput_wanted"] == 1.85
    assert figures["athletes_per_minute"] == 48
    assert figures["worker_peak_mib"] == 115
    assert figures["worker_growth"] == 1.15, "the last quarter against the second"


def test_targets_are_met_or_missed_by_the_figures() -> None:
    good = lines(figures_of(measured(), jobs=2, alone=18.6, count=8))
    assert [line.met for line in good] == [True, True, True, False]
    bad = lines(figures_of(Batched(10, 18.9, memory_mib=[251.0] * 8), jobs=2, alone=18.4, count=8))
    assert [line.met for line in bad] == [False, False, False, True]


def test_without_one_process_its_figure_is_not_measured() -> None:
    assert lines(figures_of(measured(), jobs=2, alone=0, count=8))[0].met is None


def test_longest_seasons_come_first() -> None:
    squad = drawn(1, 12)
    profiles = [Profile.model_validate(job["profile"]) for _, job in squad]
    weeks = [(profile.last_day - profile.season.start).days // 7 for profile in profiles]
    assert weeks == sorted(weeks, reverse=True)
    assert len({key for key, _ in squad}) == 12


def test_a_batch_answers_as_one_process_does(tmp_path: Path) -> None:
    squad = drawn(1, 3)
    _, expected = one_process(squad, tmp_path)
    found = in_batch(squad, 2, tmp_path)
    assert found.answers == expected
    assert 0 < found.seconds < 2 * found.wall
    written = [{file.name: file.read_bytes() for file in (tmp_path / one).iterdir()} for one in ("alone", "batch")]
    assert written[0] == written[1]
    assert len(written[0]) == 3


def test_an_answer_that_differs_fails_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = {key: ({"file": key}, "") for key, _ in drawn(1, 2)}
    first = min(answers)
    monkeypatch.setattr(batch, "RESULTS", tmp_path / "batch.toml")
    monkeypatch.setattr(batch, "one_process", lambda part, _: (1.0, {key: answers[key] for key, _ in part}))
    monkeypatch.setattr(batch, "in_batch", lambda *_: Batched(1, 1, dict(answers), [1.0]))
    assert CliRunner().invoke(main, ["2", "--save"]).exit_code == 0
    stored = tomllib.loads((tmp_path / "batch.toml").read_text(encoding="utf-8"))
    assert stored["both_2"]["throughput"] == 2.0
    monkeypatch.setattr(batch, "in_batch", lambda *_: Batched(1, 1, {**answers, first: ({}, "")}, [1.0]))
    result = CliRunner().invoke(main, ["2"])
    assert result.exit_code == 1
    assert f"not as in one process: {first}" in result.output
