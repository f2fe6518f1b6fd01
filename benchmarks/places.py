"""Draws places: their equipment, their weekdays, and the lifts that the athlete knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.calendars import Said
from benchmarks.population import Kind, Population
from benchmarks.seeded_draws import SeededDraws
from profiles.profile import HOME, Weekday

GYM: Final = frozenset({"barbell", "cable", "machines"})
"""Any of it makes a place fit for the gym's doctrine."""


def draw_places(
    rng: SeededDraws, kind: Kind, people: Population, days: Sequence[Weekday]
) -> tuple[Said, dict[Weekday, str]]:
    """The equipment of the places, and the weekdays that are not at home."""
    home: Said = {"equipment": list(rng.one(people.equipment[rng.by_weight(kind.home)]))}
    if rng.chance(15):
        home["jumps"] = False
    if "barbell" in home["equipment"] and "rack" not in home["equipment"]:
        home["heavy"] = False
    places: Said = {} if home == {"equipment": []} else {HOME: home}
    away = rng.by_weight(kind.away_from_home)
    if away == "none":
        return places, {}
    there: Said = {"equipment": list(rng.one(people.equipment[away]))}
    if rng.chance(50):
        there["travel_min"] = rng.between(10, 30, 5)
    return {**places, away: there}, dict.fromkeys(rng.some(days, rng.between(1, 3)), away)


def draw_lifts(rng: SeededDraws, people: Population, person: Said, places: Said) -> Said:
    """Lifts of athletes with experience, depending on the equipment."""
    if person["experience"] == "beginner" or not rng.chance(60):
        return {}
    body_kg = person.get("body_kg", 65)
    ability = 80 if person["experience"] == "intermediate" else 110
    items = items_at(places)
    known = {name: share for item, lifts in people.lifts.items() if item in items for name, share in lifts.items()}
    found: Said = {}
    for name in rng.some(list(known), rng.between(1, 3)):
        best_kg = round(body_kg * known[name] * ability / 10_000)
        found[name] = f"{round(best_kg * 0.8)} x 6 @ {rng.between(1, 3)}" if rng.chance(60) else best_kg
    return found


def items_at(places: Said) -> set[str]:
    """The items at any of the places, without masses."""
    return {text.split()[0] for place in places.values() for text in place.get("equipment", ())}
