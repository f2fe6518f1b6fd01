"""A squad's table and a week of its sessions, from hand-written entries and sessions, against golden files."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from cli.pages.gym_week import Visit, gym_week
from cli.pages.squad_lines import squad_lines
from cli.paint.squad_tables import render_summary, render_week
from cli.squad.entry import Entry
from profiles.run import Run
from writing import HEAVY, MONDAY, UPPER, day, session

GOLDEN = Path(__file__).parent / "golden"

ENTRIES = (
    Entry(
        file="ana.toml", name="Ana", state="planned", race="River Half", race_day=dt.date(2027, 5, 9), weeks=14,
        sessions=22, minutes=880, coverage=64, proven=5, tiers=5, seconds=0.93,
    ),
    Entry(
        file="ben.toml", name="Ben", state="edited", race="The Very Long Name Ultra of the North",
        race_day=dt.date(2027, 10, 10), weeks=40, sessions=81, minutes=3321, coverage=1204, proven=4, tiers=5,
        seconds=12.4,
    ),
    Entry(file="ben_2.toml", name="Ben", state="planned", weeks=8, sessions=12, minutes=300, proven=5, tiers=5),
    Entry(file="cleo.toml", name="Cleo", state="conflict", weeks=10, why=("one thing", "another"), seconds=0.2),
    Entry(file="dora.toml", name="dora", state="bad profile", why=("dora.toml: the file is empty",)),
)  # fmt: skip


def printed(page: RenderableType, width: int = 80, encoding: str = "utf-8") -> str:
    screen = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")
    Console(file=screen, width=width, color_system=None, legacy_windows=False).print(page)
    screen.seek(0)
    return "\n".join(line.rstrip() for line in screen.read().splitlines()) + "\n"


def summary(*entries: Entry) -> RenderableType:
    return render_summary(squad_lines(entries))


def week() -> RenderableType:
    return render_week(gym_week(MONDAY, visits()))


def golden(name: str, page: str) -> None:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(page, encoding="utf-8")
    assert page == file.read_text(encoding="utf-8")


def visits() -> Sequence[Visit]:
    after = session(day("tue"), HEAVY, place="gym").model_copy(update={"after": (Run.parse("intervals 60 pm"),)})
    before = session(day("fri"), UPPER, place="gym", slot="B").model_copy(update={"before": (Run.parse("easy 30 pm"),)})
    return (
        Visit(session(day("fri"), UPPER, minutes=30), "Cleo", "am"),
        Visit(after, "Ana", "pm"),
        Visit(session(day("tue"), HEAVY, place="gym"), "Zoë", "am"),
        Visit(before, "Ana", "am"),
    )


def test_the_summary_equals_its_golden_file() -> None:
    golden("squad", printed(summary(*ENTRIES)))


def test_the_week_equals_its_golden_file() -> None:
    golden("gym_week", printed(week()))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    pages = summary(*ENTRIES), week()
    assert max(len(line) for page in pages for line in printed(page, width).splitlines()) <= width


def test_ascii_is_ascii() -> None:
    for page in (summary(*ENTRIES), week()):
        assert printed(page, encoding="ascii").isascii()
    assert "Zo? " in printed(week(), encoding="ascii")


def test_names_cannot_move_the_cursor() -> None:
    odd = Entry(file="x.toml", name="\x1b[2J[red]x", state="planned", weeks=4, race="\x07", race_day=MONDAY)
    page = printed(summary(odd))
    assert "\x1b" not in page
    assert "[2J[red]x" in page


def test_an_empty_squad_is_a_table_without_lines() -> None:
    assert "0 planned" in printed(summary())


def test_a_week_without_sessions_says_so() -> None:
    assert "Nobody lifts in this week." in printed(render_week(gym_week(MONDAY, ())))


def test_places_with_more_sessions_come_first_and_days_in_order() -> None:
    page = printed(week())
    assert page.index("gym: 3 sessions") < page.index("home: 1 session")
    assert page.index("Zoë") < page.index("Ana"), "mornings before evenings"
