"""Add-ons, notes and week-by-week doses as a person reads them."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from cli.pages.words import TIMES
from cli.paint.beside import addons, notes
from cli.paint.calendar_grid import calendar
from cli.paint.cards import week_by_week
from profiles.amount import Amount
from profiles.plan import Drill, Note, Plan, Routine, Today
from writing import addon, day, item, plan, profile, session

STRETCH = Routine(minutes=20, drills=(Drill(exercise="cat_cow", dose=Amount.parse("10 reps")),))


def drawn(part: RenderableType, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def with_mobility(*weeks: int) -> Plan:
    held = plan(profile(weeks=12), *(addon(day("wed", week), "mobility") for week in weeks))
    return held.with_texts({"mobility": STRETCH}, ())


def test_few_dates_of_an_add_on_are_told_one_by_one() -> None:
    said = drawn(addons(with_mobility(1, 3)))
    assert "Mobility session, 20 min" in said
    assert "Wed 6 Jan, Wed 20 Jan" in said
    assert "Cat-cow 10" in said


def test_many_dates_are_counted_by_weekday() -> None:
    assert "Wed 9 times" in drawn(addons(with_mobility(*range(1, 10))))


def test_an_add_on_stands_on_its_day_of_the_calendar_and_in_its_legend() -> None:
    said = drawn(calendar(with_mobility(1)))
    assert said.count("mobility") == 2
    assert "mobility 20 min" in said


def test_weeks_that_run_high_or_are_cut_back_are_marked_in_the_margin() -> None:
    said = drawn(calendar(plan(profile(), running={2: "high", 3: "cut_back"})))
    assert [word for word in said.split() if word in ("high", "cutback")] == ["high", "cutback"]


def test_notes_are_gathered_by_topic() -> None:
    said = Note(topic="effort", text="Stop early.", because=("DOS-47",))
    more = Note(topic="effort", text="Rest well.", because=("DOS-48",))
    held = plan(profile()).with_texts({}, (said, more, Note(topic="food", text="Eat.", because=("REC-04",))))
    lines = [line.rstrip() for line in drawn(notes(held)).splitlines()]
    assert lines == ["Effort    Stop early. Rest well.", "Food      Eat."]


def test_each_date_says_its_sets_and_reps_and_its_load_where_it_is_new() -> None:
    def on(week: int, reps: int, kg: float | None, change: str) -> Today:
        return Today(sets=3, reps=reps, load_kg=kg, change=change)  # type: ignore[arg-type]

    heavy, row = item("back_squat", "heavy", 3), item("dumbbell_row", sets=2)
    days = [on(1, 5, 80, "start"), on(2, 6, 80, "more_reps"), on(3, 5, 82.5, "more_load")]
    rows = [Today(sets=2, reps=12, change="top"), Today(sets=2, reps=8, change="more_load"), Today(sets=2, reps=9)]
    held = [
        session(
            day("tue", week),
            heavy.model_copy(update={"today": days[week - 1]}),
            row.model_copy(update={"today": rows[week - 1]}),
        )
        for week in (1, 2, 3)
    ]
    lines = [line.split() for line in drawn(week_by_week(held)).replace(TIMES, "x").splitlines()]
    assert lines[1] == ["Back", "squat", "3x5", "80", "kg", "3x6", "3x5", "82.5", "kg"]
    assert lines[2] == ["Dumbbell", "row", "2x12", "2x8", "+", "2x9"]
