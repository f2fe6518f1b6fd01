"""The command: makes plans, or reads them, and shows what a coach would not sign."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import click

from benchmarks.quality.measures import MEASURES
from benchmarks.quality.plans import Tell, drawn, make_plans, shipped
from benchmarks.quality.read import Plan, read_plan
from benchmarks.quality.table import Row, as_data, cells, examples, markdown, rows_of
from cli.console import BAD_INPUT, console, fail, unknown
from constraints.knowledge.doctrine import doctrine_names
from profiles.writing.files import write_text

DOCTRINE: Final = "reconciled"
FAILED: Final = 1
EXAMPLES: Final = 5
"""Cases shown of each measure."""
SUMMARY_WIDTH: Final = 66
PLAN_WIDTH: Final = 12
"""Characters that the table takes; on a narrower console it has no column for each plan."""

EPILOG = """\b
Examples:
  python -m benchmarks.quality                     the shipped profiles
  python -m benchmarks.quality --doctrines all     under every doctrine
  python -m benchmarks.quality --drawn 100         and a hundred drawn athletes
  python -m benchmarks.quality --plans plans       plans that are there already
  python -m benchmarks.quality --measure minutes_are_true --examples
  python -m benchmarks.quality --strict            for CI

\b
Exit codes:
  0  measured; with --strict, every plan passes every measure
  1  with --strict, a plan does not, or an athlete has no plan
  2  bad input"""


@click.command(epilog=EPILOG)
@click.option("--doctrines", "doctrine", metavar="NAME", multiple=True,
              help=f"Plan under this one, or `all`; may be given several times.  [default: {DOCTRINE}]")  # fmt: skip
@click.option("--drawn", "count", type=click.IntRange(min=0), default=0, help="Plan for so many drawn athletes too.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Other drawn athletes.")
@click.option("--plans", "given", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="FOLDER",
              help="Measure the plans in this folder, and solve nothing.")  # fmt: skip
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Keep the plans here.")
@click.option("--measure", "only", metavar="NAME", multiple=True, help="Only this one; may be given several times.")
@click.option("--examples", "shown", is_flag=True, help="Show a few failing cases of each measure.")
@click.option("--strict", is_flag=True, help="Fail unless every plan passes every measure.")
@click.option("--json", "as_json", is_flag=True, help="Print everything that was found as JSON.")
@click.option(
    "--save", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the table as Markdown."
)
def main(
    doctrine: tuple[str, ...], count: int, seed: int, given: Path | None, keep: Path | None, only: tuple[str, ...],
    save: Path | None, *, shown: bool, strict: bool, as_json: bool,
) -> None:  # fmt: skip
    """Count in plans what a critical coach would not sign.

    Without --plans, the shipped profiles are planned under `reconciled`.
    """
    names = _known("measure", only, tuple(MEASURES)) or tuple(MEASURES)
    every = doctrine_names()
    doctrines = every if "all" in doctrine else _known("doctrine", doctrine, every) or (DOCTRINE,)
    if given and (doctrine or count or keep):
        raise click.UsageError("--plans measures what is there: leave out --doctrines, --drawn and --keep")
    with ExitStack() as stack:
        folder = given or keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        missing = {} if given else _make(doctrines, count, seed, folder)
        plans = _read(folder)
    rows = rows_of(plans, names)
    if as_json:
        click.echo(json.dumps({"without a plan": missing, "measures": as_data(rows)}, indent=1))
    else:
        _show(rows, plans, shown=shown)
        for name, why in missing.items():
            click.echo(f"No plan for {name}: {why}", err=True)
    if save:
        write_text(markdown(rows, plans, f"Quality of {len(plans)} plans"), save)
    failed = [row.name for row in rows if row.passed < len(row.results)]
    if strict and (failed or missing):
        fail(f"not passed by every plan: {', '.join([*failed, *missing])}", FAILED)


def _known(what: str, names: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
    for name in names:
        if name not in allowed:
            raise click.UsageError(unknown(what, name, allowed))
    return tuple(names)


def _make(doctrines: Sequence[str], count: int, seed: int, folder: Path) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as written, _progress() as tell:
        profiles = [*shipped(), *drawn(count, seed, Path(written))]
        return make_plans(profiles, doctrines, folder, tell)


def _read(folder: Path) -> list[Plan]:
    plans = []
    for file in sorted(folder.glob("*.toml")):
        try:
            plans.append(read_plan(file))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            fail(f"{file}: is no plan: {error}", BAD_INPUT)
        if not {"header", "profile", "blocks"} <= plans[-1].said.keys():
            fail(f"{file}: is no plan", BAD_INPUT)
    if not plans:
        fail(f"{folder}: holds no plan", BAD_INPUT)
    return plans


def _show(rows: Sequence[Row], plans: Sequence[Plan], *, shown: bool) -> None:
    from rich.table import Table

    where = console()
    header, *lines = cells(rows, plans, each=where.width >= SUMMARY_WIDTH + PLAN_WIDTH * len(plans))
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for index, column in enumerate(header):
        table.add_column(column, justify="right" if index else "left", overflow="fold")
    for line in lines:
        table.add_row(*line)
    where.print(table)
    for row in rows if shown else ():
        for index, text in enumerate(examples(row, EXAMPLES)):
            click.echo(f"{'' if index else f'{chr(10)}{row.name}{chr(10)}'}  {text}")


@contextmanager
def _progress() -> Iterator[Tell]:
    """A progress bar on stderr if that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    where = console(stderr=True)
    if not where.is_terminal:
        yield lambda _made, _plans, _name: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=where, transient=True) as bar:
        task = bar.add_task("Planning", total=None)
        yield lambda made, plans, name: bar.update(task, completed=made, total=plans, description=name)
