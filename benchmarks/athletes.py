"""One athlete of a squad, as tables: the same for a seed and a number, whatever the machine and the squad's size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, get_args

from benchmarks.calendars import Calendar, Said, draw_calendar
from benchmarks.habits import calm, draw_minutes, draw_run_exceptions, draw_runs, draw_strength_exceptions, draw_wishes
from benchmarks.places import GYM, draw_lifts, draw_places, items_at
from benchmarks.population import Kind, Population, population
from benchmarks.seeded_draws import SeededDraws
from profiles.exercise import Injury
from profiles.profile import Weekday
from profiles.run import DayRuns

INJURIES: Final[tuple[Injury, ...]] = get_args(Injury)


def athlete(seed: int, number: int) -> tuple[str, Said]:
    """A line that describes the athlete, and the tables of the profile."""
    rng = SeededDraws(f"{seed}/{number}")
    people = population()
    kind = people.kinds[rng.by_weight(people.shares)]
    person = _person(rng, kind, people)
    calendar = draw_calendar(rng, kind, people.courses)
    week = draw_runs(rng, kind)
    exceptions = draw_run_exceptions(rng, calendar, week)
    strength, places = _strength(rng, kind, people, calendar, week)
    tables: Said = {
        "athlete": person,
        "season": calendar.table(_doctrine(rng, people, week, strength, places)),
        "races": list(calendar.races),
        "runs": {**{day: str(runs) for day, runs in week.items()}, "on": exceptions},
        "strength": strength,
        "places": places,
        "lifts": draw_lifts(rng, people, person, places),
        "addons": _addons(rng),
        "injuries": _injuries(rng, kind),
        "preferences": _preferences(rng, people),
        "rules": _rules(rng, people),
    }
    return f"{person['name']}, {kind.title}: {_aim(calendar)}.", _said(tables)


def _said(tables: Mapping[str, Any]) -> Said:
    """Remove empty tables and lists."""
    filled: Said = {key: _said(value) if isinstance(value, Mapping) else value for key, value in tables.items()}
    return {key: value for key, value in filled.items() if value not in ({}, [], ())}


def _aim(calendar: Calendar) -> str:
    goals = [race["name"] for race in calendar.races if race.get("priority", "A") == "A"]
    return f"{calendar.weeks} weeks {'with ' + ' and '.join(goals) if goals else 'without a race'}"


def _person(rng: SeededDraws, kind: Kind, people: Population) -> Said:
    experience = rng.by_weight(kind.experience)
    weeks = rng.between(*kind.strength_weeks)
    person: Said = {
        "name": rng.one(people.names),
        "experience": experience,
        "strength_weeks": min(weeks, 12) if experience == "beginner" else weeks,
    }
    if rng.chance(40):
        person["body_kg"] = rng.between(50, 90)
    person["goals"] = rng.some(kind.goals, rng.between(0, 2))
    if rng.chance(8):
        person["gains_muscle_quickly"] = True
    return person


def _doctrine(
    rng: SeededDraws, people: Population, week: Mapping[Weekday, DayRuns], strength: Said, places: Said
) -> str:
    """A suitable doctrine: one needs free calm days, one a gym."""
    doctrine = rng.by_weight(people.doctrines)
    suits = {
        "four_categories": any(calm(day, week) for day in strength["minutes"]),
        "gym": not GYM.isdisjoint(items_at(places)),
    }
    return doctrine if suits.get(doctrine, True) else "reconciled"


def _strength(
    rng: SeededDraws, kind: Kind, people: Population, calendar: Calendar, week: Mapping[Weekday, DayRuns]
) -> tuple[Said, Said]:
    """The strength table and the places; a way to a place takes none of the minutes drawn."""
    minutes = draw_minutes(rng, week)
    places, place = draw_places(rng, kind, people, list(minutes))
    free = {day: opening.minutes for day, opening in minutes.items()}
    for day, where in place.items():
        minutes[day] = replace(minutes[day], minutes=free[day] + places[where].get("travel_min", 0))
    more = draw_strength_exceptions(rng, calendar, minutes)
    wishes = draw_wishes(rng, calendar, week, free, more)
    templates = {rng.one(("A", "B")): rng.one(people.templates)} if rng.chance(15) else {}
    exceptions = more.pop("on", {})
    said = {day: opening.plain() for day, opening in minutes.items()}
    return {"minutes": said, "place": place, **more, **wishes, "on": exceptions, "templates": templates}, places


def _addons(rng: SeededDraws) -> Said:
    """Only what differs from the defaults."""
    chances = {"mobility": 15, "tests": 25, "prehab": 20, "micro": 15, "activation": 20, "daily_mobility": 10}
    return {name: name not in ("mobility", "tests") for name, percent in chances.items() if rng.chance(percent)}


def _injuries(rng: SeededDraws, kind: Kind) -> Said:
    named = rng.some(INJURIES, 3)
    current = named[: rng.between(1, 2)] if rng.chance(kind.injured) else []
    left = [injury for injury in named if injury not in current]
    return {"current": current, "prone": left[: rng.between(1, 2)] if rng.chance(kind.prone) else []}


def _preferences(rng: SeededDraws, people: Population) -> Said:
    said: Said = {}
    left = list(people.likes)
    for name, percent in {"favour": 35, "avoid": 20, "exclude": 15}.items():
        named = rng.some(left, rng.between(1, 2)) if rng.chance(percent) else []
        said[name] = named
        left = [exercise for exercise in left if exercise not in named]
    return said


def _rules(rng: SeededDraws, people: Population) -> Said:
    if rng.chance(10):
        return {rng.one(people.weights): {"weight": rng.between(1, 9)}}
    return {"chill_day_every_week": {"days": 2}} if rng.chance(4) else {}
