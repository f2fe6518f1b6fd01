"""What stands beside the sessions: add-ons with their drills and dates, and notes by topic."""

from __future__ import annotations

from collections import Counter

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from cli.pages import words
from cli.paint.labels import labelled
from profiles.plan import AddonKind, Plan, Routine

FEW = 8
"""Dates that are told one by one; more of them are counted by weekday."""


def addons(plan: Plan) -> RenderableType:
    """Each kind of add-on, what it consists of, and when it comes."""
    return Group(*(_addon(plan, kind, routine) for kind, routine in plan.routines.items()))


def _addon(plan: Plan, kind: AddonKind, routine: Routine) -> RenderableType:
    head = Text(f" {words.word(kind).capitalize()}, {routine.minutes} min", "bold cyan")
    return Group(
        head, Padding(labelled([("When", _when(plan, kind)), ("What", words.drills(routine.drills))]), (0, 0, 1, 3))
    )


def _when(plan: Plan, kind: AddonKind) -> str:
    dates = [addon.date for addon in plan.addons if addon.kind == kind]
    if len(dates) <= FEW:
        return ", ".join(f"{words.WEEKDAYS[date.weekday()]} {words.day(date)}" for date in dates)
    days = Counter(words.WEEKDAYS[date.weekday()] for date in dates)
    return ", ".join(f"{day} {words.times(times)}" for day, times in days.most_common())


def notes(plan: Plan) -> RenderableType:
    """Each topic with its notes; where they come from stands in the plan's file."""
    topics = dict.fromkeys(note.topic for note in plan.notes)
    said = [(topic, " ".join(note.text for note in plan.notes if note.topic == topic)) for topic in topics]
    return labelled([(topic.capitalize(), text) for topic, text in said])
