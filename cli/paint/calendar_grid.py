"""Renders the calendar: a row for each week, a column for each weekday."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.pages.page import Page
from cli.pages.season_blocks import DayCell, DaySession, SeasonBlock, SeasonWeek
from profiles.profile import Priority
from profiles.run import Run

CELL: Final = 9
"""Width of a day in characters: seven days and the margin fit into 80."""
MARGIN: Final = 9
BAR: Final = "\N{LEFT HALF BLOCK}"
SESSION: Final = "bold reverse"
ADDON: Final = "cyan"
RUNNING: Final = {"high": "high", "cut_back": "cutback"}
"""The mark in the margin for a week with more or less running than others."""
MEANS: Final = {
    "high": "much more running than most weeks have, so fewer sessions or sets",
    "cut_back": "taken lightly, or little running: a light session at most",
}
RACES: Final[dict[Priority, str]] = {"A": "bold white on red", "B": "bold red reverse", "C": "bold red"}

Cell = tuple[list[Text], list[Text]]
"""Lines for the runs of a day, and below them lines for the rest."""


def calendar(page: Page) -> RenderableType:
    """The whole season; each block begins with a line in the colour of its phase."""
    parts: list[RenderableType] = [_heads()]
    for block in page.blocks:
        parts.append(_band(block))
        table = _grid()
        for week in block.weeks:
            table.add_row(*_row(week, phase_colour(block)))
        parts.append(table)
    return Group(*parts, Text(), _legend(page))


def phase_colour(block: SeasonBlock) -> str:
    return words.PHASE_COLOURS.get(block.phase, "")


def _grid() -> Table:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(width=MARGIN)
    for _ in words.WEEKDAYS:
        table.add_column(ratio=1)
    return table


def _heads() -> Table:
    table = _grid()
    table.add_row(Text("  week", "dim"), *(Text(name, "bold") for name in words.WEEKDAYS))
    return table


def _band(block: SeasonBlock) -> Text:
    stage = f", {block.stage}" if block.stage else ""
    said = f"{words.word(block.phase).upper()}{stage}   block {block.number}, {words.count(len(block.weeks), 'week')}, "
    return Text(f"{BAR} {said}{words.span(block.first, block.last)}", f"bold {phase_colour(block)}")


def _row(week: SeasonWeek, colour: str) -> list[Text]:
    days = {day.date.weekday(): day for day in week.days}
    cells = [_cell(days[at]) if at in days else ([], []) for at in range(7)]
    height = max(1, *(len(above) for above, _ in cells))
    drawn = [_stack(above + [Text()] * (height - len(above)) + below) for above, below in cells]
    lines = max(2 + (week.running in RUNNING), *(len(text.plain.split("\n")) for text in drawn))
    return [_margin(week, lines, colour), *drawn]


def _margin(week: SeasonWeek, lines: int, colour: str) -> Text:
    """The bar of the phase, the week's number and its Monday."""
    said = [Text(f" {week.number}", "bold"), Text(f" {words.day(week.monday)}", "dim")]
    said += [Text(f" {RUNNING[week.running]}", "italic")] if week.running in RUNNING else []
    said += [Text()] * (lines - len(said))
    return _stack([Text.assemble(Text(BAR, colour), line) for line in said])


def _cell(day: DayCell) -> Cell:
    above = [_run(run) for run in day.runs]
    below = [_session(day.session)] if day.session else []
    if day.race:
        above.append(Text(f"RACE {day.race.priority}", RACES[day.race.priority]))
        below.insert(0, Text(_fit(_short(words.printable(day.race.name)), CELL), "bold red"))
    if day.addon:
        below.append(Text(words.ADDONS[day.addon], ADDON))
    if day.away:
        below.append(Text("away", "italic dim"))
    return above or [Text(words.DOT, "dim")], below


def _run(run: Run) -> Text:
    text = _fit(words.SHORT_RUNS.get(run.kind, run.kind), CELL - 1 - len(str(run.minutes)))
    return Text(f"{text.upper() if run.key else text} {run.minutes}", "bold" if run.key else "")


def _session(session: DaySession) -> Text:
    width = CELL - len(session.letter) - len(str(session.minutes)) - 2
    return Text(f"{session.letter} {_fit(session.place, width)} {session.minutes}", SESSION)


def _short(name: str) -> str:
    """The whole words of a name that fit into a day; a word that is too long is cut."""
    first, *more = name.split() or [""]
    for name_part in more:
        if cell_len(f"{first} {name_part}") > CELL:
            break
        first = f"{first} {name_part}"
    return first


def _fit(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width).rstrip()


def _stack(lines: Sequence[Text]) -> Text:
    return Text("\n").join(lines)


def _legend(page: Page) -> Text:
    days = [day for block in page.blocks for week in block.weeks for day in week.days]
    short = sorted({run.kind for day in days for run in day.runs} & words.SHORT_RUNS.keys())
    placed = {day.addon for day in days}
    lines = [
        Text.assemble(
            ("A gym 40", SESSION), " session, place, minutes   easy 45 run, minutes   ", ("LONG 90", "bold"), " key run"
        ),
        Text(f"{words.DOT} no run"),
    ]
    if any(day.race for day in days):
        lines[1].append("   ").append("RACE A", RACES["A"]).append(" race, priority")
    if any(day.away for day in days):
        lines[1].append("   ").append("away", "italic dim").append(" no strength that day")
    running = {week.running for block in page.blocks for week in block.weeks}
    lines += [Text.assemble((mark, "italic"), f" {MEANS[name]}") for name, mark in RUNNING.items() if name in running]
    if said := [f"{words.ADDONS[one.kind]} {one.minutes} min" for one in page.addons if one.kind in placed]:
        lines.append(Text(", ".join(said), ADDON))
    if short:
        lines.append(Text(", ".join(f"{words.SHORT_RUNS[kind]} {kind}" for kind in short)))
    return _stack(lines)
