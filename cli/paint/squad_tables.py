"""Renders the summary of a squad, and its sessions of one week: who trains where and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.gym_week import GymWeek, PlaceWeek
from cli.pages.squad_lines import NUMBERS, SquadLines
from cli.paint.plain import Plain
from cli.squad.entry import State

WIDE: Final = 76
"""Width that all the numbers need; in a narrower console only the first FEW are shown."""
FEW: Final = 4
STYLES: Final[Mapping[State, str]] = {"planned": "green", "edited": "yellow"}
"""Colours of the good states; the others are red."""


def render_summary(squad: SquadLines) -> RenderableType:
    """Athlete, race and results, with sums and means below; a narrow console leaves out the last numbers."""
    return Plain(_Summary(squad))


@dataclass(frozen=True)
class _Summary:
    squad: SquadLines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _table(self.squad, len(NUMBERS) if options.max_width >= WIDE else FEW)


def _table(squad: SquadLines, shown: int) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_footer=True, footer_style="dim")
    table.add_column("athlete", str(len(squad.lines)), overflow="fold", min_width=8)
    table.add_column("race", overflow="fold", min_width=6)
    table.add_column("on", justify="right", no_wrap=True)
    for name, total in [*zip(NUMBERS, squad.totals, strict=True)][:shown]:
        table.add_column(name, total, justify="right", no_wrap=True)
    table.add_column("state", f"{squad.planned} planned", min_width=11, overflow="fold")
    for line in squad.lines:
        day = words.day(line.race_day) if line.race_day else ""
        said = line.athlete, line.race, day, *line.numbers[:shown]
        table.add_row(*map(Text, said), Text(line.state, STYLES.get(line.state, "bold red")))
    return table


def render_week(week: GymWeek) -> RenderableType:
    """A table for each place: a line for each session, by day."""
    title = Text(f"Who lifts where and when, {words.span(week.monday, week.sunday)}", "bold")
    tables = map(_place_table, week.places) if week.places else [Text("Nobody lifts in this week.")]
    return Plain(Group(title, *tables))


def _place_table(week: PlaceWeek) -> Table:
    title = Text(f"{week.place}: {words.count(len(week.lines), 'session')}", "bold cyan")
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for head in ("day", "", "athlete", "session"):
        table.add_column(head, overflow="fold")
    table.add_column("min", justify="right")
    table.add_column("that day's runs")
    for date, several in groupby(week.lines, key=lambda line: line.date):
        for index, line in enumerate(several):
            day = "" if index else f"{words.WEEKDAYS[date.weekday()]} {words.day(date)}"
            said = line.half, line.athlete, line.letter, str(line.minutes), line.runs
            table.add_row(Text(day, "bold"), *map(Text, said))
    return table
