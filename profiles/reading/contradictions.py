"""Checks between fields: contradictions in a profile, or in a plan that was edited by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from profiles.exercise import catalogue
from profiles.lift import MOST_REPETITIONS, Lift
from profiles.plan import Plan, Session
from profiles.profile import HOME, WEEKS, Profile, plurals
from profiles.reading.locate import KeyPath

EXERCISES_FILE: Final = "profiles/catalogue/exercises.toml"
YEARS: Final = (1900, 9990)
"""Years allowed for a season: rules look some weeks before its first day and after its last."""


@dataclass(frozen=True)
class Contradiction:
    key_path: KeyPath
    message: str
    found: str | None = None
    allowed: tuple[str, ...] = ()
    listed_in: str = ""


def contradictions(profile: Profile) -> Iterator[Contradiction]:
    """All contradictions in a profile, table by table."""
    last = None
    if profile.season.weeks is None and not profile.races:
        yield Contradiction(("season",), "it has no end: write `weeks`, or a race under [[races]]")
    elif not YEARS[0] <= profile.season.start.year <= YEARS[1]:
        allowed = f"allowed are the years {YEARS[0]} to {YEARS[1]}"
        yield Contradiction(("season", "start"), f"found {profile.season.start}; {allowed}")
    else:
        try:
            last = profile.last_day
        except OverflowError:
            yield Contradiction(("season", "start"), "the season runs past the end of the calendar, the year 9999")
    if last is not None:
        yield from _length(profile, last)
        yield from _outside(profile, last)
    yield from _twice(profile)
    yield from _places(profile)
    yield from _lifts(profile)
    yield from _injuries(profile)
    yield from _preferences(profile)


def _length(profile: Profile, last: dt.date) -> Iterator[Contradiction]:
    start = profile.season.start
    weeks = ((last - start).days + 7) // 7
    if last >= start and not WEEKS[0] <= weeks <= WEEKS[1]:
        message = f"from {start} to {last} the season has {weeks} weeks; allowed are {WEEKS[0]} to {WEEKS[1]}"
        yield Contradiction(("season", "start"), message)


def _outside(profile: Profile, last: dt.date) -> Iterator[Contradiction]:
    """Dates before the first or after the last day. A span of days away may begin before or end after the season."""
    first = profile.season.start
    for path, begin, end in _dates(profile):
        if end < first:
            yield Contradiction(path, f"{end} is before the season's first day, {first}")
        elif begin > last:
            yield Contradiction(path, f"{begin} is after the season's last day, {last}")


def _dates(profile: Profile) -> Iterator[tuple[KeyPath, dt.date, dt.date]]:
    for index, race in enumerate(profile.races):
        yield ("races", index, "date"), race.date, race.date
    for date in profile.runs.on:
        yield ("runs", "on", date.isoformat()), date, date
    for date in profile.strength.on:
        yield ("strength", "on", date.isoformat()), date, date
    for index, span in enumerate(profile.strength.away):
        yield ("strength", "away", index), span.first, span.last
    for index, pin in enumerate(profile.strength.pins):
        yield ("strength", "pins", index), pin.date, pin.date
    for index, date in enumerate(profile.strength.down):
        yield ("strength", "down", index), date, date


def _twice(profile: Profile) -> Iterator[Contradiction]:
    """Two races or two pins on one date; a goal that is listed twice."""
    races: dict[dt.date, str] = {}
    for index, race in enumerate(profile.races):
        if race.date in races:
            message = f"two races on {race.date}: {races[race.date]!r} and {race.name!r}"
            yield Contradiction(("races", index, "date"), message)
        races.setdefault(race.date, race.name)
    pins: dict[dt.date, str] = {}
    for index, pin in enumerate(profile.strength.pins):
        if pin.date in pins:
            message = f"two pins on {pin.date}: {pins[pin.date]!r} and {str(pin)!r}"
            yield Contradiction(("strength", "pins", index), message)
        pins.setdefault(pin.date, str(pin))
    goals = profile.athlete.goals
    for index, goal in enumerate(goals):
        if goal in goals[:index]:
            yield Contradiction(("athlete", "goals", index), f"{goal!r} is duplicated")


def _places(profile: Profile) -> Iterator[Contradiction]:
    places = tuple(dict.fromkeys((HOME, *profile.places)))
    for weekday, place in profile.strength.place.items():
        if place not in places:
            yield Contradiction(("strength", "place", weekday), f"unknown place {place!r}", place, places)


def _lifts(profile: Profile) -> Iterator[Contradiction]:
    """Of bodyweight work the most reps are stated, once, under its id or the plural of it."""
    for name, lift in profile.lifts.items():
        exercise = plurals().get(name, name)
        if exercise != name and exercise in profile.lifts:
            yield Contradiction(("lifts", name), f"{exercise!r} is given as well; one of them is enough")
        if catalogue()[exercise].loads:
            continue
        if exercise not in plurals().values():
            yield Contradiction(
                ("lifts", name), f"{name!r} is no lift: neither a load nor a number of reps is its measure"
            )
        elif lift != Lift(int(lift.kg)) or lift.kg > MOST_REPETITIONS:
            allowed = f"write the most reps in one set, a whole number up to {MOST_REPETITIONS}: {name} = 12"
            yield Contradiction(("lifts", name), f"{str(lift)!r}: {exercise} is done with bodyweight; {allowed}")


def _injuries(profile: Profile) -> Iterator[Contradiction]:
    for index, injury in enumerate(profile.injuries.prone):
        if injury in profile.injuries.current:
            message = f"{injury!r} is both prone and current; current is enough"
            yield Contradiction(("injuries", "prone", index), message)


def _preferences(profile: Profile) -> Iterator[Contradiction]:
    liked = profile.preferences.favour
    for name, exercises in (("avoid", profile.preferences.avoid), ("exclude", profile.preferences.exclude)):
        for index, exercise in enumerate(exercises):
            if exercise in liked:
                message = f"{exercise!r} is under favour as well; a favourite cannot be under {name}"
                yield Contradiction(("preferences", name, index), message)


def misplaced(plan: Plan) -> Iterator[Contradiction]:
    """Errors in a plan that rules and renderers cannot handle."""
    if not plan.blocks:
        yield Contradiction(("blocks",), "the plan has no blocks")
    blocks = tuple(str(block.number) for block in plan.blocks)
    first, last = plan.profile.season.start, plan.profile.last_day
    dates: set[dt.date] = set()
    for index, session in enumerate(plan.sessions):
        path = ("sessions", index)
        if not first <= session.date <= last:
            yield Contradiction((*path, "date"), f"{session.date} is outside the season, {first} to {last}")
        if session.date in dates:
            yield Contradiction((*path, "date"), f"two sessions on {session.date}")
        if blocks and str(session.block) not in blocks:
            yield Contradiction((*path, "block"), f"unknown block {session.block}", allowed=blocks)
        dates.add(session.date)
        yield from _unknown_exercises(session, path)


def _unknown_exercises(session: Session, path: KeyPath) -> Iterator[Contradiction]:
    for part in ("warm_up", "main", "cooldown"):
        for index, entry in enumerate(getattr(session, part)):
            name = entry.exercise
            if name not in catalogue():
                at = (*path, part, index, "exercise")
                yield Contradiction(at, f"unknown exercise {name!r}", name, tuple(catalogue()), EXERCISES_FILE)
