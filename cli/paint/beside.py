"""Renders what a page shows besides sessions: add-ons with drills and dates, cues, and notes by topic."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.beside_sessions import AddonDates, Cue, Topic
from cli.paint.labels import labelled


def addons(several: Sequence[AddonDates]) -> RenderableType:
    return Group(*map(_addon, several))


def _addon(one: AddonDates) -> RenderableType:
    head = Text(f" {one.name}, {one.minutes} min", "bold cyan")
    return Group(
        head,
        Padding(labelled([("When", one.when), ("What", words.drills(one.drills)), ("Enter", one.enter)]), (0, 0, 1, 3)),
    )


def glossary(cues: Sequence[Cue]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=24, style="bold")
    table.add_column(ratio=1, style="dim")
    for cue in cues:
        table.add_row(Text(cue.name), Text(cue.says))
    return table


def notes(topics: Sequence[Topic]) -> RenderableType:
    """Render the notes without their sources, which are in the plan's file."""
    return labelled([(topic.name, topic.says) for topic in topics])
