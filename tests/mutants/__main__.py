"""`python -m tests.mutants`: change the code in small ways, and see whether a test notices each."""

from __future__ import annotations

import os
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from tests.mutants.mutate import Mutant, mutants_of
from tests.mutants.trial import ROOT, noticed_by

WHERE = ("constraints/rules", "constraints/prescription", "solver")
LISTED = Path(__file__).with_name("equivalent.toml")


def every_mutant(only: tuple[str, ...]) -> list[Mutant]:
    files = sorted(
        file.relative_to(ROOT).as_posix()
        for folder in WHERE
        for file in (ROOT / folder).rglob("*.py")
    )  # fmt: skip
    chosen = [file for file in files if not only or file.startswith(only)]
    return [mutant for file in chosen for mutant in mutants_of(file, ROOT)]


def sampled(mutants: list[Mutant], size: int, seed: str) -> list[Mutant]:
    """One of each file, then a second, until there are enough; a change of one file leaves the others' choice."""
    seen: Counter[str] = Counter()
    turns: list[tuple[int, str, Mutant]] = []
    for mutant in sorted(mutants, key=lambda one: one.rank(seed)):
        seen[mutant.file] += 1
        turns.append((seen[mutant.file], mutant.rank(seed), mutant))
    return [mutant for *_, mutant in sorted(turns, key=lambda turn: turn[:2])[:size]]


def listed() -> list[dict[str, str]]:
    """The entries of equivalent.toml."""
    entries: list[dict[str, str]] = tomllib.loads(LISTED.read_text(encoding="utf-8"))["mutants"]
    return entries


def equivalent(mutant: Mutant, entries: list[dict[str, str]]) -> bool:
    """Whether an entry names it: by its file and line, and by the changed line unless any change of it is meant."""
    return any(
        (entry["file"], entry["before"]) == (mutant.file, mutant.before) and entry.get("after") in (None, mutant.after)
        for entry in entries
    )


@click.command()
@click.option("--only", multiple=True, metavar="PATH", help="Mutants of this file or folder; may be given repeatedly.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="So many of them, spread over the files.")
@click.option("--seed", default="", help="Another seed takes another sample.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Mutants tried at the same time.")
@click.option("--list", "shown", is_flag=True, help="Print the mutants and try none.")
def main(only: tuple[str, ...], sample: int | None, seed: str, jobs: int, shown: bool) -> None:  # noqa: FBT001
    """Exit 1 if a mutant survives that equivalent.toml does not list."""
    mutants = every_mutant(only)
    if not mutants:
        raise click.UsageError(f"there is nothing to mutate in {', '.join(only)}")
    mutants = sampled(mutants, sample or len(mutants), seed)
    if shown:
        for mutant in mutants:
            click.echo(_said(mutant))
        return
    known, by = listed(), Counter[str]()
    with ThreadPoolExecutor(jobs) as pool:
        tried = [one for one in mutants if not equivalent(one, known)]
        for mutant, tests in zip(tried, pool.map(noticed_by, tried), strict=True):
            by[tests or "none"] += 1
            if tests is None:
                click.echo(f"survives: {_said(mutant)}")
    killed = len(tried) - by["none"]
    told = ", ".join(f"{count} by {tests}" for tests, count in by.most_common() if tests != "none")
    click.echo(f"{killed} of {len(tried)} killed ({told}); {len(mutants) - len(tried)} listed as equivalent")
    sys.exit(killed < len(tried))


def _said(mutant: Mutant) -> str:
    return f"{mutant.file}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}"


if __name__ == "__main__":
    main()
