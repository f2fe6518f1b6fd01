"""Renders the proof, the shortfalls and the broken walls of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.shortfalls import Missed, Shortfalls
from cli.pages.tier_proof import TierProof


def broken(walls: Sequence[Missed]) -> RenderableType:
    """The walls that the plan breaks, highlighted."""
    text = Text("This plan must not be followed as it is.\n")
    for wall in walls:
        text.append(f"\n{wall.asked}\n", "bold").append(f"  {wall.where}\n")
    text.rstrip()
    return Panel(text, title=Text(" BROKEN RULES ", "bold white on red"), border_style="bold red", box=box.HEAVY)


def proof(tiers: TierProof, found: Shortfalls) -> RenderableType:
    """The cost of each tier, and its proven lower bound; then every rule that is missed, and where."""
    if not tiers.rows:
        return Group(Text(tiers.says), *_all_missed(found))
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for head in ("tier", "cost", "bound", "proven"):
        table.add_column(head, justify="right" if head in ("cost", "bound") else "left", no_wrap=True)
    table.add_column("what it counts", ratio=1)
    for row in tiers.rows:
        proven = Text("yes", "green") if row.proven else Text("no", "bold red")
        table.add_row(Text(row.name, "bold"), str(row.cost), str(row.bound), proven, Text(row.counts))
    return Group(table, Text(), Text(tiers.says), *_all_missed(found))


def _all_missed(found: Shortfalls) -> Iterator[RenderableType]:
    lines = [(f"{one.state.removesuffix('.')}, but not", one.where) for one in found.missed]
    lines += [(f"{words.word(one.tier).capitalize()}, smaller things", one.says) for one in found.smaller]
    if lines:
        yield Text("\nWhat it cost, rule by rule; in brackets how much, if more than one:\n")
    yield from (Text.assemble((f"{what}: ", "bold"), where) for what, where in lines)


def shortfalls(found: Shortfalls) -> RenderableType:
    """Where something is missing, what and why."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(style="dim", max_width=18)
    table.add_column(ratio=1)
    for one in found.told:
        table.add_row(Text(one.where), Text(one.says))
    said = [Text(one) for one in (found.says, found.wish) if one]
    return Group(*([table] if found.told else []), *said)
