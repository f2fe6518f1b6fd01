"""Several plans of one season side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages.doctrine_columns import DoctrineColumn, DoctrineColumns
from cli.paint.plain import Plain

BESIDE: Final = 3
"""Most doctrines that fit into 80 columns without splitting words."""


def render_comparison(compared: DoctrineColumns) -> RenderableType:
    """A column for each doctrine, with its description above; doctrines that do not fit form another table below."""
    legend = Table.grid(padding=(0, 2, 0, 0))
    legend.add_column(style="bold cyan", no_wrap=True)
    legend.add_column()
    for one in compared.columns:
        legend.add_row(one.doctrine, one.says)
    several = range(0, len(compared.columns), BESIDE)
    tables = [_table(compared.columns[first : first + BESIDE], compared) for first in several]
    return Plain(Group(legend, *(part for table in tables for part in (Text(), table))))


def _table(some: Sequence[DoctrineColumn], compared: DoctrineColumns) -> Table:
    """A table for some of the doctrines; values that differ between any of them are bold."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", style="dim")
    for one in some:
        table.add_column(one.name, overflow="fold")
    for row, label in enumerate(compared.labels):
        style = "" if compared.alike(row) else "bold"
        table.add_row(label, *(Text(one.figures[row], style) for one in some))
    return table
