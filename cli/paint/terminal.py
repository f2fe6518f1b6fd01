"""Renders a plan's page for a terminal: the calendar and the cards, and below them the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.rule import Rule as Line
from rich.table import Column, Table
from rich.text import Text

from cli.pages import words
from cli.pages.page import Page
from cli.pages.season_head import RaceLine, SeasonHead
from cli.paint.beside import addons, glossary, notes
from cli.paint.calendar_grid import calendar
from cli.paint.cards import cards
from cli.paint.plain import Plain
from cli.paint.verdict import broken, proof, shortfalls

WIDEST: Final = 100
"""Longest line, in characters, that is easy to read."""


def render_page(page: Page) -> RenderableType:
    parts: list[RenderableType] = [broken(page.broken), Text()] if page.broken else []
    parts += [_head(page.head), Text()]
    if page.warnings:
        parts += [_heading("First of all")]
    for warning in page.warnings:
        parts += [Text(warning, "bold"), Text()]
    parts += [calendar(page), Text(), cards(page.blocks)]
    if page.addons:
        parts += [_heading("Beside the sessions"), addons(page.addons), Text()]
    if page.cards:
        parts += [_heading("How it is done"), glossary(page.cues), Text()]
    parts += [_heading("What could not be had"), shortfalls(page.shortfalls), Text()]
    if page.topics:
        parts += [_heading("Good to know"), notes(page.topics), Text()]
    parts += [_heading("Before you start")]
    for paragraph in page.closing:
        parts += [Text(paragraph.says, "bold" if paragraph.warning else ""), Text()]
    parts += [_heading("What was proven"), proof(page.proof, page.shortfalls)]
    return Plain(_Readable(Group(*parts)))


@dataclass(frozen=True)
class _Readable:
    """Limits the width of a page to what is easy to read."""

    inside: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from console.render(self.inside, options.update_width(min(options.max_width, WIDEST)))


def _heading(said: str) -> Group:
    return Group(Line(Text(said, "bold"), align="left", style="dim"), Text())


def _head(head: SeasonHead) -> RenderableType:
    weeks, sessions = words.count(head.weeks, "week"), words.count(head.sessions, "session")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_row("Season", Text(f"{words.span(head.first, head.last)}, {weeks}, {sessions}"))
    table.add_row("Races", _races(head.races) if head.races else Text("none"))
    table.add_row("Doctrine", Text(head.doctrine))
    for index, said in enumerate(head.own_rules):
        table.add_row("" if index else "Own rules", Text(said))
    for index, file in enumerate(head.read_from):
        table.add_row("" if index else "Read from", Text(f"over {file}" if index else file))
    title = Text(f" Strength plan: {head.athlete} ", "bold")
    return Panel(table, title=title, box=box.ROUNDED, padding=(0, 1))


def _races(races: Sequence[RaceLine]) -> RenderableType:
    table = Table.grid("", Column(max_width=30, overflow="fold"), "", "", "", padding=(0, 2, 0, 0))
    for race in races:
        style = {"A": "bold red", "B": "bold"}.get(race.priority, "")
        said = words.full_day(race.date), race.distance, f"after {words.count(race.days, 'day')}"
        table.add_row(Text(race.priority, style), Text(race.name, style), *map(Text, said))
    return table
