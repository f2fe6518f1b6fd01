"""The benchmark command: solves every frozen instance in a new process, and compares it with floor, best and peers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from benchmarks import frozen_instances
from benchmarks.benchmark_run import BenchmarkRun, Tell
from benchmarks.best import BEST, Best, Finding, compare, improved, load_best, save_best
from benchmarks.measurements import Result, differing
from benchmarks.targets import ME
from cli.console import FINE, console, fail, unknown
from profiles.writing.files import write_text

RESULTS: Final = Path(__file__).with_name("results")
COMMANDS: Final = 5
"""How often the whole plan-solve is timed, each time after the floor."""
WORSE: Final = 1
INTERRUPTED: Final = 130

EPILOG = """\b
Examples:
  python -m benchmarks.run                   everything, with the peers
  python -m benchmarks.run --quick           the small instances, for CI
  python -m benchmarks.run --only me --runs 3
  python -m benchmarks.run --save            and store what was measured

\b
Exit codes:
  0    nothing is worse than stored in best.toml
  1    a value is worse, a proof is lost, or a process failed
  2    bad input
  130  interrupted; what was measured is shown, and stored with --save"""


@click.command(epilog=EPILOG)
@click.option("--quick", is_flag=True, help="Only the small instances.")
@click.option("--only", metavar="NAME", multiple=True, help="Only this instance; may be given several times.")
@click.option("--peers/--no-peers", default=None, help="Let the peers solve me too  [default: in a full run]")
@click.option("--runs", type=click.IntRange(min=1), default=1, show_default=True, help="Measurements of an instance.")
@click.option("--save", is_flag=True, help="Store the measurements in the folder of results, by date.")
@click.option("--update-best", is_flag=True, help="Store what is new or better than best.toml.")
@click.option("--force", is_flag=True, help="With --update-best: store what is worse, too.")
@click.option("--instances", "folder", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="DIR",
              help="Measure these profiles instead of the frozen ones.")  # fmt: skip
@click.option("--best", type=click.Path(path_type=Path), default=BEST, metavar="FILE", help="Instead of best.toml.")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, metavar="DIR", help="Where to store.")
def main(
    only: tuple[str, ...], runs: int, folder: Path | None, best: Path, results: Path, *, quick: bool,
    peers: bool | None, save: bool, update_best: bool, force: bool,
) -> None:  # fmt: skip
    """Measure the solver on the frozen instances, and compare with the best known answers.

    Each instance is solved in a fresh process, one after another. Ratios of time are shown and never fail a run.
    """
    files = _selected(folder, only, quick=quick)
    full = not (quick or only or folder)
    peers = full if peers is None else peers
    if peers and ME not in files:
        raise click.UsageError(f"the peers are measured on {ME}: add --only {ME}")
    against = _peers() if peers else ()
    benchmark, interrupted, trouble = BenchmarkRun(), False, ""
    try:
        with _progress() as tell:
            benchmark.measure(files, runs, COMMANDS if full else 1, against, tell)
    except KeyboardInterrupt:
        interrupted = True
        click.echo("Interrupted: what follows is what was measured until then.", err=True)
    except RuntimeError as error:
        trouble = str(error)
    result = benchmark.result()
    known = load_best(best)
    findings = tuple(judge(result, known))
    _show(result, known, findings)
    if save:
        target = results / f"{result.date}{'' if full and not (interrupted or trouble) else '.part'}.json"
        write_text(result.model_dump_json(indent=1) + "\n", target)
        click.echo(f"Stored: {target.name}")
    if update_best:
        save_best(_updated(result, known, force=force), best)
    if trouble:
        fail(trouble, WORSE)
    sys.exit(INTERRUPTED if interrupted else WORSE if any(finding.regression for finding in findings) else FINE)


def _selected(folder: Path | None, only: Sequence[str], *, quick: bool) -> dict[str, Path]:
    files = (
        frozen_instances.instances() if folder is None else {file.stem: file for file in sorted(folder.glob("*.toml"))}
    )
    for name in only:
        if name not in files:
            raise click.UsageError(unknown("instance", name, tuple(files)))
    wanted = set(only) | set(frozen_instances.quick() if quick else ())
    return {name: file for name, file in files.items() if name in wanted or not wanted}


def _peers() -> tuple[str, ...]:
    from benchmarks.peers.lineup import peers

    return tuple(peers())


def judge(result: Result, known: Mapping[str, Best]) -> Iterator[Finding]:
    """Compare each instance with the stored answer, and the runs of one instance with each other."""
    for name, runs in result.runs.items():
        yield from dict.fromkeys(finding for run in runs for finding in compare(name, run, known.get(name)))
    for name in differing(result.runs):
        yield Finding(name, "its runs did not end alike", regression=True)


def _updated(result: Result, known: Mapping[str, Best], *, force: bool) -> dict[str, Best]:
    news = {name: improved(name, run, known.get(name), force=force) for name, run in result.typical.items()}
    return {**known, **{name: best for name, best in news.items() if best is not None}}


def _show(result: Result, known: Mapping[str, Best], findings: Sequence[Finding]) -> None:
    from benchmarks.render import render

    console().print(render(result, known, findings), end="")


@contextmanager
def _progress() -> Iterator[Tell]:
    """A progress bar on stderr if that is a terminal, else a line for each step."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    where = console(stderr=True)
    if not where.is_terminal:
        yield lambda done, steps, what: click.echo(f"{done + 1} of {steps}: {what}", err=True)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=where, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, steps, what: bar.update(task, completed=done, total=steps, description=what)


if __name__ == "__main__":
    main()
