"""The summary of a squad: a line for each athlete, with sums and means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from cli.squad.entry import PLANNED, Entry, State, told_apart

NUMBERS: Final = (
    "weeks",
    "times\n/week",
    "min\n/week",
    "cover.\nmissed",
    "con-\nflicts",
    "tiers\nproven",
    "sec-\nonds",
)
"""The numbers of a line, the most important first."""


@dataclass(frozen=True)
class SquadLine:
    athlete: str
    race: str
    race_day: dt.date | None
    numbers: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class SquadLines:
    lines: tuple[SquadLine, ...]
    totals: tuple[str, ...]
    """a sum or mean for each of the numbers"""
    planned: int


def squad_lines(entries: Sequence[Entry]) -> SquadLines:
    lines = (
        SquadLine(
            words.printable(name), words.printable(entry.race), entry.race_day, tuple(_numbers(entry)), entry.state
        )
        for name, entry in zip(told_apart(entries), entries, strict=True)
    )
    planned = [entry for entry in entries if entry.state in PLANNED]
    return SquadLines(tuple(lines), tuple(_totals(entries, planned)), len(planned))


def _numbers(entry: Entry) -> Iterator[str]:
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


def _totals(entries: Sequence[Entry], planned: Sequence[Entry]) -> Iterator[str]:
    weeks = sum(entry.weeks for entry in planned)
    yield ""
    yield f"{sum(entry.sessions for entry in planned) / weeks:.1f}" if weeks else ""
    yield f"{sum(entry.minutes for entry in planned) / weeks:.0f}" if weeks else ""
    yield str(sum(entry.coverage for entry in planned))
    yield str(sum(len(entry.why) for entry in entries if entry.state == "conflict") or "")
    yield f"{sum(entry.proven for entry in planned)}/{sum(entry.tiers for entry in planned)}" if planned else ""
    yield f"{sum(entry.seconds for entry in entries):.1f}"
