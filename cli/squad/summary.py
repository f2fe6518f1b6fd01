"""The squad's summary as files: TOML, which the next run reads to know what is unchanged, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cli.squad.entry import Entry

STEM: Final = "summary"
HEAD: Final = "# What plan-solve found for each athlete. The next run reads the stamps, to know who is unchanged.\n"
COLUMNS: Final = (
    "athlete", "state", "race", "race_day", "weeks", "sessions", "sessions_a_week", "minutes", "minutes_a_week",
    "coverage", "conflicts", "proven", "tiers", "seconds", "file",
)  # fmt: skip

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters of cells that spreadsheets treat as formulas."""


def read_summary(path: Path) -> tuple[str, dict[str, Entry]]:
    """The folder of the profiles, relative to that of the summary, and the entries by file.

    Empty if there is no valid summary: it only saves work.
    """
    from cli.squad.entry import Entry

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [Entry.model_validate(table) for table in tables.get("athletes", ())]
        profiles = str(tables.get("squad", {}).get("profiles", ""))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return "", {}
    return profiles, {entry.file: entry for entry in entries}


def write_summary(entries: Iterable[Entry], profiles: str, path: Path) -> None:
    """Both files, the CSV beside the TOML. Raises OSError."""
    from profiles.writing.files import write_text
    from profiles.writing.toml_text import document_text

    entries = list(entries)
    tables = {
        "squad": {"profiles": profiles},
        "athletes": [entry.model_dump(exclude_defaults=True) for entry in entries],
    }
    write_text(HEAD + document_text(tables), path)
    write_text(csv_text(entries), path.with_suffix(".csv"))


def csv_text(entries: Iterable[Entry]) -> str:
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows(_row(entry) for entry in entries)
    return text.getvalue()


def _row(entry: Entry) -> Iterator[object]:
    yield from (_no_formula(cell) if isinstance(cell, str) else cell for cell in _cells(entry))


def _no_formula(cell: str) -> str:
    """Text that a spreadsheet does not treat as a formula: the apostrophe marks text and is not shown."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(entry: Entry) -> tuple[object, ...]:
    conflicts = len(entry.why) if entry.state == "conflict" else 0
    a_week = round(entry.sessions_a_week, 2), round(entry.minutes_a_week, 1)
    return (
        entry.name, entry.state, entry.race, entry.race_day or "", entry.weeks, entry.sessions, a_week[0],
        entry.minutes, a_week[1], entry.coverage, conflicts, entry.proven, entry.tiers, entry.seconds, entry.file,
    )  # fmt: skip


def is_summary(path: Path) -> bool:
    """Whether a file is a squad's summary."""
    return path.suffix == ".toml" and path.name.partition(".")[0] == STEM
