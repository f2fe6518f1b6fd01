"""Squads of drawn athletes: `python -m benchmarks.squad 1000` writes a thousand profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from benchmarks.athletes import athlete
from cli.console import BAD_INPUT, console, fail
from profiles.writing.files import write_text
from profiles.writing.toml_text import WIDTH, toml_key, toml_value

EPILOG = """\b
Examples:
  python -m benchmarks.squad 20                   20 athletes in squad/
  python -m benchmarks.squad 1000 --seed 7 -o club
                                                  another thousand, in club/

\b
Exit codes:
  0  fine
  2  bad input, or a folder that holds something else: nothing is written"""

_FIRST_LINE: Final = re.compile(r"# Athlete (?P<number>\d+) of seed (?P<seed>\d+): ")


@click.command(epilog=EPILOG)
@click.argument("count", type=click.IntRange(min=1))
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Another one, another squad.")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("squad"),
              show_default=True, metavar="DIR", help="Folder for the profiles.")  # fmt: skip
def main(count: int, seed: int, folder: Path) -> None:
    """Write the profiles of COUNT athletes.

    An athlete is the same in every squad of a seed, whatever its size. The folder may already hold a part of the same
    squad, but no other files.
    """
    if strangers := sorted(_strangers(folder, count, seed)):
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        fail(f"{folder} holds files that are not of this squad: {strangers[0]}{more}; name another folder", BAD_INPUT)
    try:
        for number in _shown(count):
            write_text(athlete_text(seed, number), folder / _name(number))
    except OSError as error:
        fail(f"{folder}: cannot be written: {error.strerror}", BAD_INPUT)
    console().print(f"{folder}: {count} athletes of seed {seed}.", markup=False, soft_wrap=True)


def athlete_text(seed: int, number: int) -> str:
    """The text of a profile; the first line gives the athlete's number and seed."""
    about, tables = athlete(seed, number)
    return f"# Athlete {number} of seed {seed}: {about}\n" + "".join(_tables(tables))


def _name(number: int) -> str:
    return f"athlete_{number:04}.toml"


def _strangers(folder: Path, count: int, seed: int) -> Iterator[str]:
    """Files in a folder that this squad would not write; hidden files are ignored."""
    names = {_name(number): number for number in range(1, count + 1)}
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name.startswith("."):
            continue
        number = names.get(file.name)
        if number is None or not file.is_file() or _whose(file) != (seed, number):
            yield file.name


def _whose(file: Path) -> tuple[int, int] | None:
    with file.open(encoding="utf-8", errors="replace") as lines:
        said = _FIRST_LINE.match(lines.readline())
    return (int(said["seed"]), int(said["number"])) if said else None


def _shown(count: int) -> Iterator[int]:
    """The numbers from 1, with a progress bar on stderr if that is a terminal."""
    where = console(stderr=True)
    if not where.is_terminal:
        yield from range(1, count + 1)
        return
    from rich.progress import track

    yield from track(range(1, count + 1), "Writing", console=where, transient=True)


def _tables(tables: Mapping[str, Any]) -> Iterator[str]:
    """As a person would write them: a header for each table, weekdays on one line."""
    for name, table in tables.items():
        if name in ("places", "rules"):
            yield from ("".join(_table(f"[{name}.{toml_key(key)}]", one)) for key, one in table.items())
        elif name == "races":
            yield from ("".join(_table("[[races]]", race)) for race in table)
        else:
            apart = {key: value for key, value in table.items() if key in ("on", "templates")}
            yield from _table(f"[{name}]", {key: value for key, value in table.items() if key not in apart})
            yield from ("".join(_table(f"[{name}.{key}]", one)) for key, one in apart.items())


def _table(header: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{header}\n"
    for key, value in table.items():
        line = f"{toml_key(key)} = {toml_value(value)}\n"
        yield line if len(line) <= WIDTH else f"{toml_key(key)} = [\n{''.join(_wrapped(value))}]\n"


def _wrapped(values: list[Any]) -> Iterator[str]:
    """A long list in lines of a few elements."""
    for start in range(0, len(values), 6):
        yield f"    {', '.join(map(toml_value, values[start : start + 6]))},\n"


if __name__ == "__main__":
    main()
