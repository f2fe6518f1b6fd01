"""A drawn squad in one process and in several, in one run: `python -m benchmarks.batch 200`.

The single process runs a plain loop over the same task: half of the squad before the batch and half after it, so that
a change in the machine's speed affects both measurements.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final

import click
import tomli_w

from benchmarks.render import targets_table
from benchmarks.squad import athlete_text
from benchmarks.targets import Line
from cli.briefs import brief_at
from cli.console import console
from cli.squad.athlete import job_for, solve_athlete
from constraints.planning.assembly import versions
from constraints.planning.planner import LIMIT
from profiles.writing.files import write_text
from solver.batch.dispatch import run
from solver.batch.job import Done
from solver.batch.processes import Local

Job = tuple[str, dict[str, Any]]
Answer = tuple[dict[str, Any], str]

RESULTS: Final = Path(__file__).with_name("results") / "batch.toml"
THROUGHPUT: Final = 0.925
"""Throughput of each process compared with a single one: 1.85 times with two."""
OVERHEAD: Final = 0.05
MEMORY_MIB: Final = 250
GROWTH: Final = 1.1
"""A worker's memory in the last quarter of the run divided by that in the second quarter."""

EPILOG = """\b
Examples:
  python -m benchmarks.batch 20                     a quick look
  python -m benchmarks.batch 200 --save             and store it in results/batch.toml
  python -m benchmarks.batch 1000 --batch-only      memory of a long run

\b
Exit codes:
  0  measured, whether or not a target is met
  1  a result of the batch differs from that of one process, or is missing"""


@dataclass
class Batched:
    """What a batch took. Memory is that of the workers, by the moment in the run."""

    wall: float = 0
    seconds: float = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    memory_mib: list[float] = field(default_factory=list)


@click.command(epilog=EPILOG)
@click.argument("count", type=click.IntRange(min=2))
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Another one, another squad.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=2, show_default=True, help="Worker processes.")
@click.option("--batch-only", is_flag=True, help="Leave out the run in one process.")
@click.option("--save", is_flag=True, help="Store the figures.")
def main(count: int, seed: int, jobs: int, *, batch_only: bool, save: bool) -> None:
    """Solve COUNT drawn athletes in one process, and in a batch, and compare."""
    squad = drawn(seed, count)
    half = len(squad) // 2
    with tempfile.TemporaryDirectory() as folder:
        alone = [] if batch_only else [one_process(squad[:half], Path(folder))]
        batch = in_batch(squad, jobs, Path(folder))
        alone += [] if batch_only else [one_process(squad[half:], Path(folder))]
    expected = {key: answer for _, answers in alone for key, answer in answers.items()}
    differ = sorted(key for key, _ in squad if key not in batch.answers or _differs(key, expected, batch.answers))
    figures = figures_of(batch, jobs, sum(wall for wall, _ in alone), len(squad))
    seconds = f"one process {figures['one_process_s']} s, " if alone else ""
    console().print(f"{count} athletes: {seconds}batch {figures['batch_s']} s")
    console().print(targets_table(lines(figures)))
    if save:
        told = {"athletes": count, "seed": seed, "jobs": jobs, "versions": versions(), **figures}
        known = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        write_text(_with_run(known, f"{'batch' if batch_only else 'both'}_{count}", told), RESULTS)
    if differ:
        raise click.ClickException(f"not as in one process: {', '.join(differ[:8])}")


def drawn(seed: int, count: int) -> list[Job]:
    """The squad's jobs, as plan-solve would order them."""
    jobs = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, count + 1):
            file = Path(folder) / f"athlete_{number:04}.toml"
            file.write_text(athlete_text(seed, number), encoding="utf-8")
            brief = brief_at(file)
            jobs.append((-brief.profile.weeks, file.name, job_for(file.name, file.name, brief, LIMIT)))
    return [(name, job) for _, name, job in sorted(jobs, key=lambda one: one[:2])]


def one_process(squad: Sequence[Job], folder: Path) -> tuple[float, dict[str, Answer]]:
    """A plain loop in this process; seconds, and answers."""
    begun, answers = time.perf_counter(), {}
    for key, job in squad:
        answers[key] = solve_athlete(job)
        _write(answers[key], folder / "alone" / key)
    return time.perf_counter() - begun, answers


def in_batch(squad: Sequence[Job], jobs: int, folder: Path) -> Batched:
    found, begun = Batched(), time.perf_counter()
    with closing(run(squad, solve_athlete, Local(jobs))) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                found.answers[outcome.key] = outcome.result
                found.seconds += outcome.seconds
                _write(outcome.result, folder / "batch" / outcome.key)
            found.memory_mib.append(max(_memory_mib(), default=0))
    found.wall = time.perf_counter() - begun
    return found


def _write(answer: Answer, target: Path) -> None:
    if answer[1]:
        write_text(answer[1], target)


def _memory_mib() -> Iterator[float]:
    """The memory of each worker now, if the system reports it (Linux)."""
    for worker in multiprocessing.active_children():
        pages = Path(f"/proc/{worker.pid}/statm")
        if pages.exists():
            yield int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _differs(key: str, expected: dict[str, Answer], found: dict[str, Answer]) -> bool:
    return key in expected and expected[key] != found[key]


def figures_of(batch: Batched, jobs: int, alone: float, count: int) -> dict[str, Any]:
    quarter = max(1, len(batch.memory_mib) // 4)
    second, last = batch.memory_mib[quarter : 2 * quarter], batch.memory_mib[-quarter:]
    figures: dict[str, Any] = {
        "batch_s": round(batch.wall, 1),
        "athletes_per_minute": round(60 * count / batch.wall, 1),
        "overhead": round(1 - batch.seconds / (jobs * batch.wall), 4),
        "worker_peak_mib": round(max(batch.memory_mib), 1),
        "worker_growth": round(median(last) / median(second or last), 3) if any(last) else 1.0,
    }
    if alone:
        figures |= {"one_process_s": round(alone, 1), "throughput": round(alone / batch.wall, 3)}
        figures["throughput_wanted"] = round(THROUGHPUT * jobs, 3)
    return figures


def lines(figures: dict[str, Any]) -> list[Line]:
    """The figures against their targets."""
    return [
        _line("throughput / one process", figures.get("throughput"), figures.get("throughput_wanted", 0), " x", -1),
        _line("overhead: share of the workers' time without work", figures["overhead"], OVERHEAD, "", 1),
        _line("a worker's most memory", figures["worker_peak_mib"], MEMORY_MIB, " MiB", 1),
        _line("its memory late in the run / early", figures["worker_growth"], GROWTH, " x", 1),
    ]


def _line(what: str, figure: float | None, limit: float, unit: str, sense: int) -> Line:
    """`sense` is 1 for an upper limit and -1 for a lower limit."""
    most = f"{limit:g}{unit}" if sense > 0 else f"(least) {limit:g}{unit}"
    if figure is None:
        return Line(what, most, "not measured", None)
    return Line(what, most, f"{figure:g}{unit}", met=sense * figure <= sense * limit)


def _with_run(known: str, name: str, told: dict[str, Any]) -> str:
    """The stored runs, with this one in place of the last run of its kind."""
    return tomli_w.dumps({**tomllib.loads(known), name: told})


if __name__ == "__main__":
    main()
