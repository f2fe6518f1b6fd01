"""Short texts, each beside its label."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text


def labelled(said: Sequence[tuple[str, str]]) -> Table:
    """A line for each label with a text."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=9, style="dim")
    table.add_column(ratio=1)
    for label, text in said:
        if text:
            table.add_row(Text(label), Text(text))
    return table
