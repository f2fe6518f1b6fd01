"""The sessions of each block as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.card_rows import CardRow
from cli.pages.season_blocks import SeasonBlock
from cli.pages.session_cards import SessionCard
from cli.paint.calendar_grid import phase_colour
from cli.paint.labels import labelled
from profiles.amount import ranged

HEADS: Final = (("", 2), ("exercise", None), ("dose", 18), ("load", 10), ("reserve", 7), ("tempo", 5), ("rest", 5))


def cards(blocks: Sequence[SeasonBlock]) -> RenderableType:
    """Every block with its cards."""
    return Group(*map(_block, blocks))


def _block(block: SeasonBlock) -> RenderableType:
    none = [] if block.cards else [Text("   No strength sessions in this block.\n", "italic")]
    return Group(heading(block), *map(card, block.cards), *none)


def heading(block: SeasonBlock) -> RenderableType:
    weeks = f"week{'s' * (len(block.weeks) > 1)} {words.numbers(week.number for week in block.weeks)}"
    title = f"Block {block.number}: {block.name}, {words.span(block.first, block.last)}, {weeks}"
    return Group(Line(Text(title, f"bold {phase_colour(block)}"), align="left", style=phase_colour(block)), Text())


def card(one: SessionCard) -> RenderableType:
    head = Table.grid(padding=(0, 1, 0, 0))
    when = f"   {one.days}; {len(one.dates)} of {words.count(one.weeks, 'week')}"
    head.add_row(
        Text(f" {one.letter} ", "bold reverse"),
        Text.assemble((f"{one.place}, {ranged(one.minutes)} min{', circuit' * one.circuit}", "bold"), when),
    )
    dates = "" if one.week_by_week else ", ".join(words.day(each.date) for each in one.dates)
    warm_up = words.drills(one.warm_up)
    if one.not_always:
        names = ", ".join(words.word(drill.exercise) for drill in one.not_always)
        warm_up += f"; {one.shorter} without {names}"
    parts: list[RenderableType] = [
        labelled([("Dates", dates), ("Warm-up", warm_up), ("Lighter", one.lighter)]),
        _work(one.rows),
    ]
    if one.week_by_week:
        parts.append(week_by_week(one))
    if one.cooldown or one.why:
        why = f"Why {one.weekday or 'then'}"
        parts.append(labelled([("Cooldown", words.drills(one.cooldown)), (why, one.why)]))
    return Group(head, *(Padding(part, (0, 0, 1, 3)) for part in parts))


def _work(rows: Sequence[CardRow]) -> Table:
    table = Table(box=None, expand=True, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for head, width in HEADS:
        table.add_column(head, width=width, ratio=None if width else 1)
    for row in rows:
        cells = row.amount, row.load, row.reserve, row.tempo, row.rest
        table.add_row(Text(row.marker, "dim"), Text(row.name, "bold"), *map(Text, cells))
    return table


def week_by_week(one: SessionCard) -> Table:
    """What each date asks for: sets and reps, kilograms where they are new, `+` for the next load that there is."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("week by week", max_width=24)
    for each in one.dates:
        table.add_column(words.day(each.date), no_wrap=True)
    for index, row in enumerate(one.rows):
        table.add_row(Text(row.name), *(Text(each.amounts[index]) for each in one.dates))
    return table
