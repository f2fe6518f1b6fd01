"""A squad at a glance: a line for each athlete; and a week for the gym's door, who lifts where and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.paint.plain import Plain
from cli.squad.entry import PLANNED, Entry, told_apart
from profiles.plan import Session
from profiles.run import Half

NUMBERS: Final = (
    "weeks",
    "times\n/week",
    "min\n/week",
    "cover.\nmissed",
    "con-\nflicts",
    "tiers\nproven",
    "sec-\nonds",
)
WIDE: Final = 76
"""Characters that all the numbers ask for; where there are less, only the first FEW stand there."""
FEW: Final = 4
STYLES: Final = {"planned": "green", "edited": "yellow"}
"""Colours of the good states; the others are red."""


def render_summary(entries: Sequence[Entry], *, width: int, ascii_only: bool) -> RenderableType:
    """Athlete, race, and what was found, with sums and means below; a narrow page leaves out the last numbers."""
    shown = len(NUMBERS) if width >= WIDE else FEW
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_footer=True, footer_style="dim")
    with_plan = [entry for entry in entries if entry.state in PLANNED]
    table.add_column("athlete", str(len(entries)), overflow="fold", min_width=8)
    table.add_column("race", overflow="fold", min_width=6)
    table.add_column("on", justify="right", no_wrap=True)
    for name, total in [*zip(NUMBERS, _totals(entries, with_plan), strict=True)][:shown]:
        table.add_column(name, total, justify="right", no_wrap=True)
    table.add_column("state", f"{len(with_plan)} planned", min_width=11, overflow="fold")
    for name, entry in zip(told_apart(entries), entries, strict=True):
        said = [words.printable(name), *_race(entry), *list(_cells(entry))[:shown]]
        table.add_row(*map(Text, said), Text(entry.state, STYLES.get(entry.state, "bold red")))
    return Plain(table) if ascii_only else table


def _race(entry: Entry) -> tuple[str, str]:
    return words.printable(entry.race), words.day(entry.race_day) if entry.race_day else ""


def _cells(entry: Entry) -> Iterator[str]:
    yield str(entry.weeks or "")
    if entry.state in PLANNED:
        yield f"{entry.sessions_a_week:.1f}"
        yield f"{entry.minutes_a_week:.0f}"
        yield str(entry.coverage)
    else:
        yield from ("", "", "")
    yield str(len(entry.why)) if entry.state == "conflict" else ""
    yield f"{entry.proven}/{entry.tiers}" if entry.tiers else ""
    yield f"{entry.seconds:.1f}" if entry.seconds else ""


def _totals(entries: Sequence[Entry], with_plan: Sequence[Entry]) -> Iterator[str]:
    weeks = sum(entry.weeks for entry in with_plan)
    yield ""
    yield f"{sum(entry.sessions for entry in with_plan) / weeks:.1f}" if weeks else ""
    yield f"{sum(entry.minutes for entry in with_plan) / weeks:.0f}" if weeks else ""
    yield str(sum(entry.coverage for entry in with_plan))
    yield str(sum(len(entry.why) for entry in entries if entry.state == "conflict") or "")
    yield f"{sum(entry.proven for entry in with_plan)}/{sum(entry.tiers for entry in with_plan)}" if with_plan else ""
    yield f"{sum(entry.seconds for entry in entries):.1f}"


@dataclass(frozen=True)
class Visit:
    """An athlete's session on the gym's door."""

    session: Session
    athlete: str
    half: Half | Literal[""]
    """of the day, where the profile says it"""


def render_week(monday: dt.date, visits: Sequence[Visit], *, ascii_only: bool) -> RenderableType:
    """A table for each place: a line for each session, by day; the place with the most sessions first."""
    sunday = monday + dt.timedelta(days=6)
    title = Text(f"Who lifts where and when, {words.span(monday, sunday)}", "bold")
    by_place = {
        place: list(several)
        for place, several in groupby(sorted(visits, key=_by_place), key=lambda visit: visit.session.place)
    }
    places = sorted(by_place, key=lambda place: (-len(by_place[place]), place))
    doors = [_door(place, by_place[place]) for place in places]
    page = Group(title, *doors) if doors else Group(title, Text("Nobody lifts in this week."))
    return Plain(page) if ascii_only else page


def _by_place(visit: Visit) -> tuple[str, dt.date, str, str]:
    return visit.session.place, visit.session.date, visit.half, visit.athlete


def _door(place: str, visits: Sequence[Visit]) -> Table:
    title = f"{words.printable(place)}: {words.count(len(visits), 'session')}"
    table = Table(
        title=Text(title, "bold cyan"), title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False
    )
    for head in ("day", "", "athlete", "session"):
        table.add_column(head, overflow="fold")
    table.add_column("min", justify="right")
    table.add_column("that day's runs")
    for date, several in groupby(visits, key=lambda visit: visit.session.date):
        for index, visit in enumerate(several):
            day = "" if index else f"{words.WEEKDAYS[date.weekday()]} {words.day(date)}"
            said = (visit.half, words.printable(visit.athlete), visit.session.slot, str(visit.session.minutes))
            table.add_row(Text(day, "bold"), *map(Text, said), Text(_runs(visit.session)))
    return table


def _runs(session: Session) -> str:
    sides = ("after", session.after), ("before", session.before)
    return "; ".join(f"{side} {', '.join(map(str, runs))}" for side, runs in sides if runs)
