"""Who lifts where and when, as a value."""

from __future__ import annotations

from cli.pages.gym_week import GymWeek, PlaceWeek, SessionLine, Visit, gym_week
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
    assert gym_week(MONDAY, visits) == GymWeek(
        MONDAY,
        (
            PlaceWeek(
                "gym",
                (
                    SessionLine(day("tue"), "am", "Zoë", identity, "A", 40, ""),
                    SessionLine(day("tue"), "pm", "Ana", identity, "A", 40, text),
                ),
            ),
            PlaceWeek("home", (SessionLine(day("fri"), "", "Cleo ", identity, "A", 30, ""),)),
        ),
    )


def test_a_week_ends_on_its_sunday() -> None:
    assert gym_week(MONDAY, ()).sunday == day("sun")
