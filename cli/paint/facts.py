"""The guides' facts, the doctrines and the template sessions."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.pages.doctrine_lines import TitledLines
from cli.pages.guide_facts import HEADS, GuideFact, SectionCounts
from cli.paint.labels import labelled


def render_fact(fact: GuideFact) -> RenderableType:
    """One fact, its guide and section, and where it is used."""
    said = [("From", "; ".join(fact.sources)), ("At work", ", ".join(fact.at_work)), ("Left out", fact.left_out)]
    return Group(Text.assemble((fact.id, "bold cyan"), f"  {fact.says}"), labelled(said))


def render_facts(facts: Sequence[GuideFact]) -> RenderableType:
    """A line for each fact."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for fact in facts:
        table.add_row(fact.id, Text.assemble(fact.says, (f" ({fact.sources[0]})", "dim")))
    return table


def render_coverage(counts: SectionCounts) -> RenderableType:
    """A row for each section of the guidance, and the sum."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1))
    table.add_column("", style="bold")
    for head in HEADS:
        table.add_column(head, justify="right")
    for section, numbers in counts.rows:
        table.add_row(section, *map(str, numbers))
    table.add_section()
    table.add_row("all", *map(str, counts.total))
    left_out = [Text(f"  {fact.id}: {fact.left_out}") for fact in counts.left_out]
    return Group(table, Text(counts.says), Text(), Text("Left out, and why:"), *left_out)


def render_lines(several: Sequence[TitledLines]) -> RenderableType:
    """Each under its title."""
    parts: list[RenderableType] = []
    for one in several:
        parts.append(Text.assemble((one.id, "bold cyan"), f"  {one.title}"))
        parts.append(Padding(Text("\n".join(one.lines)), (0, 0, 1, 2)))
    return Group(*parts)
