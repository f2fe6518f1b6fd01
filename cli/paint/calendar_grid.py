"""The calendar: a row for each week, a column for each weekday."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages.words import (
    ADDONS,
    DOT,
    PHASE_COLOURS,
    SHORT_RUNS,
    WEEKDAYS,
    count,
    day,
    printable,
    span,
    word,
)
from profiles.plan import PLACED, Plan, Session
from profiles.run import Run
from profiles.season import Block, Day, Week

CELL: Final = 9
"""Characters of a day: as many as seven days and a margin leave of 80."""
MARGIN: Final = 9
BAR: Final = "\N{LEFT HALF BLOCK}"
SESSION: Final = "bold reverse"
ADDON: Final = "cyan"
RUNNING: Final = {"high": "high", "cut_back": "cutback"}
"""What the margin says of a week that runs more or less than others."""
RACES: Final = {"A": "bold white on red", "B": "bold red reverse", "C": "bold red"}

Cell = tuple[list[Text], list[Text]]
"""Lines for the runs of a day, and below them lines for the rest."""


def calendar(plan: Plan) -> RenderableType:
    """The whole season; a band of its phase's colour heads each block."""
    sessions: defaultdict[dt.date, list[Session]] = defaultdict(list)
    for session in plan.sessions:
        sessions[session.date].append(session)
    parts: list[RenderableType] = [_heads()]
    for block in plan.season.blocks:
        weeks = plan.season.weeks_in(block)
        parts.append(_band(block, len(weeks)))
        table = _grid()
        for week in weeks:
            table.add_row(*_row(week, sessions, plan))
        parts.append(table)
    return Group(*parts, Text(), _legend(plan))


def _grid() -> Table:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(width=MARGIN)
    for _ in WEEKDAYS:
        table.add_column(ratio=1)
    return table


def _heads() -> Table:
    table = _grid()
    table.add_row(Text("  week", "dim"), *(Text(name, "bold") for name in WEEKDAYS))
    return table


def _band(block: Block, weeks: int) -> Text:
    stage = f", {block.stage}" if block.stage != "main" else ""
    said = f"{word(block.phase).upper()}{stage}   block {block.number}, {count(weeks, 'week')}, "
    return Text(f"{BAR} {said}{span(block.first, block.last)}", f"bold {PHASE_COLOURS.get(block.phase, '')}")


def _row(week: Week, sessions: Mapping[dt.date, Sequence[Session]], plan: Plan) -> list[Text]:
    days = {day.date.weekday(): day for day in week.days}
    cells = [_cell(days[at], sessions.get(days[at].date, ()), plan) if at in days else ([], []) for at in range(7)]
    height = max(1, *(len(above) for above, _ in cells))
    drawn = [_stack(above + [Text()] * (height - len(above)) + below) for above, below in cells]
    lines = max(2 + (week.running in RUNNING), *(len(text.plain.split("\n")) for text in drawn))
    return [_margin(week, lines), *drawn]


def _margin(week: Week, lines: int) -> Text:
    """The bar of the phase, the week's number and its Monday."""
    monday = week.days[0].date - dt.timedelta(days=week.days[0].date.weekday())
    bar = Text(BAR, PHASE_COLOURS.get(week.phase, ""))
    said = [Text(f" {week.number}", "bold"), Text(f" {day(monday)}", "dim")]
    said += [Text(f" {RUNNING[week.running]}", "italic")] if week.running in RUNNING else []
    said += [Text()] * (lines - len(said))
    return _stack([Text.assemble(bar, line) for line in said])


def _cell(at: Day, sessions: Sequence[Session], plan: Plan) -> Cell:
    above = [_run(run) for run in at.runs]
    below = [_session(session) for session in sessions]
    if at.race:
        above.append(Text(f"RACE {at.race.priority}", RACES[at.race.priority]))
        below.insert(0, Text(_fit(_short(printable(at.race.name)), CELL), "bold red"))
    if kind := plan.addon_on(at.date, *PLACED):
        below.append(Text(ADDONS[kind], ADDON))
    if at.away:
        below.append(Text("away", "italic dim"))
    return above or [Text(DOT, "dim")], below


def _run(run: Run) -> Text:
    text = _fit(SHORT_RUNS.get(run.kind, run.kind), CELL - 1 - len(str(run.minutes)))
    return Text(f"{text.upper() if run.key else text} {run.minutes}", "bold" if run.key else "")


def _session(session: Session) -> Text:
    room = CELL - len(session.slot) - len(str(session.minutes)) - 2
    return Text(f"{session.slot} {_fit(printable(session.place), room)} {session.minutes}", SESSION)


def _short(name: str) -> str:
    """As many whole words of a name as fit into a day; of a long word, its beginning."""
    first, *more = name.split() or [""]
    for name_part in more:
        if cell_len(f"{first} {name_part}") > CELL:
            break
        first = f"{first} {name_part}"
    return first


def _fit(text: str, room: int) -> str:
    return text if cell_len(text) <= room else set_cell_size(text, room).rstrip()


def _stack(lines: Sequence[Text]) -> Text:
    return Text("\n").join(lines)


def _legend(plan: Plan) -> Text:
    days = plan.season.days.values()
    kinds = {run.kind for day in days for run in day.runs}
    lines = [
        Text.assemble(
            ("A gym 40", SESSION), " session, place, minutes   easy 45 run, minutes   ", ("LONG 90", "bold"), " key run"
        ),
        Text(f"{DOT} no run"),
    ]
    if any(day.race for day in days):
        lines[1].append("   ").append("RACE A", RACES["A"]).append(" race, priority")
    if any(day.away for day in days):
        lines[1].append("   ").append("away", "italic dim").append(" no strength that day")
    placed = [kind for kind in PLACED if any(addon.kind == kind for addon in plan.addons)]
    if placed:
        said = ", ".join(
            f"{ADDONS[kind]} {plan.routines[kind].minutes} min" for kind in placed if kind in plan.routines
        )
        lines.append(Text.assemble((said, ADDON)))
    if kinds & SHORT_RUNS.keys():
        lines.append(Text(", ".join(f"{SHORT_RUNS[kind]} {kind}" for kind in sorted(kinds & SHORT_RUNS.keys()))))
    return _stack(lines)
