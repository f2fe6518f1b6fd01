"""Renders the proof, the shortfalls and the broken walls of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.shortfalls import Missed, Shortfalls
from cli.pages.tier_proof import TierProof
from cli.paint.labels import labelled


def broken(walls: Sequence[Missed]) -> RenderableType:
    """The walls that the plan breaks, highlighted."""
    text = Text("This plan must not be followed as it is.\n")
    for wall in walls:
        text.append(f"\n{wall.asked}\n", "bold").append(f"  {wall.where}\n")
    text.rstrip()
    return Panel(text, title=Text(" BROKEN RULES ", "bold white on red"), border_style="bold red", box=box.HEAVY)


def proof(tiers: TierProof) -> RenderableType:
    """The cost of each tier, and its proven lower bound."""
    if not tiers.rows:
        return Text(tiers.says)
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for head in ("tier", "cost", "bound", "proven"):
        table.add_column(head, justify="right" if head in ("cost", "bound") else "left", no_wrap=True)
    table.add_column("what it counts", ratio=1)
    for row in tiers.rows:
        proven = Text("yes", "green") if row.proven else Text("no", "bold red")
        table.add_row(Text(row.name, "bold"), str(row.cost), str(row.bound), proven, Text(row.counts))
    return Group(table, Text(), Text(tiers.says))


def shortfalls(found: Shortfalls) -> RenderableType:
    """The shortfalls one by one, then sentences about all of them, and a line for each tier with the rest."""
    parts = list(map(_missed, found.named))
    if found.says:
        below = "\n" if found.named or found.smaller else ""
        parts.append(Text(f"{found.says}{below}", "dim" if found.named else ""))
    smaller = [
        Text.assemble((f"{words.word(one.tier).capitalize()}, smaller things: ", "bold"), one.says)
        for one in found.smaller
    ]
    return Group(*parts, *smaller)


def _missed(one: Missed) -> RenderableType:
    because = " ".join(
        f"{cause.state[:-1]} ({', '.join(words.WEEKDAYS[day] for day in cause.weekdays)})." for cause in one.causes
    )
    said = labelled([("missed", one.where), ("asked", one.asked), ("because", because)])
    return Group(Text(one.state, "bold"), Padding(said, (0, 0, 1, 3)))
