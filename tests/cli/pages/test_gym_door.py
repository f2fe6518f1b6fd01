"""Who lifts where and when, as a value."""

from __future__ import annotations

from cli.pages.gym_door import Door, DoorLine, DoorWeek, Visit, door_week
from profiles.run import Run
from writing import MONDAY, day, session


def test_places_with_more_sessions_come_first_and_lines_by_day_half_and_name() -> None:
    runs = {"after": (Run.parse("intervals 60 am"),), "before": (Run.parse("easy 30 pm"),)}
    ana = session(day("tue"), place="gym").model_copy(update=runs)
    visits = (
        Visit(session(day("fri"), minutes=30), "Cleo\x1b", ""),
        Visit(ana, "Ana", "pm"),
        Visit(session(day("tue"), place="gym"), "Zoë", "am"),
    )
    identity, text = "2027-W01-A", "after intervals 60 am; before easy 30 pm"
    assert door_week(MONDAY, visits) == DoorWeek(
        MONDAY,
        (
            Door(
                "gym",
                (
                    DoorLine(day("tue"), "am", "Zoë", identity, "A", 40, ""),
                    DoorLine(day("tue"), "pm", "Ana", identity, "A", 40, text),
                ),
            ),
            Door("home", (DoorLine(day("fri"), "", "Cleo ", identity, "A", 30, ""),)),
        ),
    )


def test_a_week_ends_on_its_sunday() -> None:
    assert door_week(MONDAY, ()).sunday == day("sun")
