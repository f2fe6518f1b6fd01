"""What a page shows besides sessions: add-ons with drills and dates, instructions for exercises, notes by topic."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from profiles.exercise import catalogue
from profiles.plan import AddonKind, Drill, Plan
from profiles.profile import plurals

CALENDAR: Final = "calendar"
"""The topic of notes on the runner's own runs; they are said first."""
FEW: Final = 8
"""Most dates that are listed one by one; more of them are counted by weekday."""


@dataclass(frozen=True)
class AddonDates:
    """A kind of add-on, its drills, and its dates."""

    kind: AddonKind
    name: str
    minutes: int
    drills: tuple[Drill, ...]
    dates: tuple[dt.date, ...]
    when: str
    enter: str
    """what of a test's result belongs into the profile, since doses follow from it; empty for the others"""


@dataclass(frozen=True)
class Cue:
    """How an exercise is done."""

    exercise: str
    name: str
    says: str


@dataclass(frozen=True)
class Topic:
    name: str
    says: str
    facts: tuple[str, ...]
    """ids of the guides' facts behind it"""


def addon_dates(plan: Plan) -> tuple[AddonDates, ...]:
    found = []
    for kind, routine in plan.routines.items():
        dates = tuple(addon.date for addon in plan.addons if addon.kind == kind)
        name = words.word(kind).capitalize()
        enter = _enter(routine.drills) if kind == "test" else ""
        found.append(AddonDates(kind, name, routine.minutes, routine.drills, dates, _when(dates), enter))
    return tuple(found)


def _enter(drills: Sequence[Drill]) -> str:
    """`push_ups = your reps, under [lifts]; then plan again`, for those drills whose most reps a profile may state."""
    key_of = {exercise: key for key, exercise in plurals().items()}
    keys = [key_of[drill.exercise] for drill in drills if drill.exercise in key_of]
    stated = " and ".join(f"{key} = your reps" for key in keys)
    return f"{stated}, under [lifts] in your profile; the next plan begins there" if keys else ""


def _when(dates: Sequence[dt.date]) -> str:
    if len(dates) <= FEW:
        return ", ".join(f"{words.WEEKDAYS[date.weekday()]} {words.day(date)}" for date in dates)
    days = Counter(words.WEEKDAYS[date.weekday()] for date in dates)
    return ", ".join(f"{day} {words.times(times)}" for day, times in days.most_common())


def cues(plan: Plan) -> tuple[Cue, ...]:
    """Each exercise once, in the order of the page."""
    seen: dict[str, None] = {}
    for session in plan.sessions:
        parts = session.warm_up, session.main, session.cooldown
        seen |= {part.exercise: None for several in parts for part in several}
    seen |= {drill.exercise: None for routine in plan.routines.values() for drill in routine.drills}
    entries = [catalogue()[name] for name in seen if name in catalogue()]
    return tuple(Cue(entry.id, entry.name, f"{entry.cue} {entry.caution}".rstrip()) for entry in entries)


def topics(plan: Plan) -> tuple[Topic, ...]:
    """The plan's notes, grouped by topic; not those on the runner's own runs."""
    return tuple(
        Topic(
            topic.capitalize(),
            " ".join(note.text for note in plan.notes if note.topic == topic),
            tuple(dict.fromkeys(fact for note in plan.notes if note.topic == topic for fact in note.because)),
        )
        for topic in dict.fromkeys(note.topic for note in plan.notes)
        if topic != CALENDAR
    )
