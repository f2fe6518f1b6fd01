"""Add-ons, notes and week-by-week doses as a person reads them."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from cli.pages.beside_sessions import AddonDates, Topic
from cli.pages.page import page_of
from cli.pages.words import TIMES
from cli.paint.beside import addons, notes
from cli.paint.calendar_grid import calendar
from cli.paint.cards import week_by_week
from profiles.amount import Amount
from profiles.plan import Drill, Plan, Routine, Today
from writing import addon, day, item, judged, plan, profile, session

STRETCH = Routine(minutes=20, drills=(Drill(exercise="cat_cow", dose=Amount.parse("10 reps")),))


def drawn(part: RenderableType, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def calendar_of(held: Plan) -> str:
    return drawn(calendar(page_of(judged(held))))


def test_an_add_on_says_its_minutes_when_it_comes_and_its_drills() -> None:
    said = drawn(
        addons([AddonDates("mobility", "Mobility session", 20, STRETCH.drills, (day("wed"),), "Wed 6 Jan", "")])
    )
    assert [line.split() for line in said.splitlines() if line.strip()] == [
        ["Mobility", "session,", "20", "min"],
        ["When", "Wed", "6", "Jan"],
        ["What", "Cat-cow", "10"],
    ]


def test_an_add_on_is_shown_on_its_day_of_the_calendar_and_in_its_legend() -> None:
    held = plan(profile(weeks=12), addon(day("wed"), "mobility")).with_texts({"mobility": STRETCH}, ())
    said = calendar_of(held)
    assert said.count("mobility") == 2
    assert "mobility 20 min" in said


def test_weeks_that_run_high_or_are_cut_back_are_marked_in_the_margin() -> None:
    said = calendar_of(plan(profile(), running={2: "high", 3: "cut_back"}))
    assert [word for word in said.split() if word in ("high", "cutback")] == ["high", "cutback"] * 2
    assert "high much more running than most weeks have" in said
    assert "cutback taken lightly" in said


def test_a_season_whose_weeks_are_alike_explains_no_mark() -> None:
    said = calendar_of(plan(profile()))
    assert "running than" not in said
    assert "lightly" not in said


def test_notes_are_beside_their_topics() -> None:
    lines = drawn(notes([Topic("Effort", "Stop early.", ("DOS-47",)), Topic("Food", "Eat.", ())])).splitlines()
    assert [line.rstrip() for line in lines] == ["Effort    Stop early.", "Food      Eat."]


def test_each_date_is_a_column_and_each_exercise_a_line() -> None:
    squat = item("back_squat", "heavy", 3)
    held = [
        session(day("tue", week), squat.model_copy(update={"today": Today(sets=3, reps=5 + week)})) for week in (1, 2)
    ]
    (card,) = page_of(judged(plan(profile(), *held))).cards
    lines = [line.split() for line in drawn(week_by_week(card)).replace(TIMES, "x").splitlines()]
    assert lines == [["week", "by", "week", "5", "Jan", "12", "Jan"], ["Back", "squat", "3x6", "3x7"]]
