"""What stands still although training goes on, and what would move it: time, reps or loads that are used up."""

from __future__ import annotations

from typing import Final

from cli.pages import words
from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.found import RISES
from constraints.prescription.loads import LoadNumbers, estimate_of, loadable
from profiles.equipment import FLOOR
from profiles.exercise import LEVELS, catalogue
from profiles.plan import Item, Plan, Session, Style, Today

SHOWN: tuple[Style, ...] = ("heavy", "moderate", "bodyweight", "hold")
"""Styles whose end is worth a word; in others the work may stay what it is."""
WEIGHTS: Final = frozenset({"dumbbells", "kettlebell", "plate"})
"""What a hold may be loaded with where it is done."""
CARRIED: Final = frozenset({"squat", "lunge", "plantarflexion", "bridge"})
"""Patterns of holds that a filled rucksack, worn or on the hips, makes harder."""
ADD_WEIGHT: Final = "add weight"
VEST: Final = "weight vest"
"""What a runner may take to any place."""


def standing(plan: Plan, loads: LoadNumbers) -> tuple[str, ...]:
    """A clause for each exercise of the base and build phases that stands still in the end, from its first date on."""
    found: dict[str, tuple[Today, str]] = {}
    for session in plan.sessions:
        for item in session.main if session.phase in ("base", "build") else ():
            today = item.today
            if today is None:
                continue
            if item.exercise in found and _goes_further(today, found[item.exercise][0]):
                del found[item.exercise]
            if item.style in SHOWN and item.exercise not in found and (why := _why(item, session, plan, loads)):
                found[item.exercise] = today, f"{words.word(item.exercise)} {why}"
    return tuple(said for _, said in found.values())


def _goes_further(today: Today, stood: Today) -> bool:
    """Whether it rises, or asks for more sets, reps or seconds than where it seemed to stand still."""
    more = (today.reps or today.seconds or 0) > (stood.reps or stood.seconds or 0)
    return today.change in RISES or more or today.sets > stood.sets


def _why(item: Item, session: Session, plan: Plan, loads: LoadNumbers) -> str:
    masses = loadable(plan.profile.place_named(session.place), item.load, loads.implements)
    today = item.today
    if today is None:
        return ""
    if today.load_kg is None and masses and estimate_of(item.entry, item.load, plan.profile, loads):
        return f"(every {item.load} there is too heavy for you: use a lighter one, or leave it out)"
    if today.change != "top":
        return ""
    start = f"from {words.day(session.date)}"
    heavier = [mass for mass in masses if today.load_kg and mass > today.load_kg]
    slower = "" if today.tempo else "lower it slower"
    if heavier:
        missing = f"a load is missing between {today.load_kg:g} and {heavier[0]:g} kg"
        return f"{start} ({missing}: {slower})" if slower else f"{start} ({missing})"
    ways = [_harder(item, session, plan)]
    unused = plan.profile.place_named(session.place).items.intersection(item.entry.loads)
    if item.dose.seconds:
        ways.append(_weight(item, session, plan))
    elif item.load == BODYWEIGHT and unused:
        ways.append(ADD_WEIGHT)
    elif item.load != BODYWEIGHT or not ways[0]:
        ways.append(slower)
    said = " or ".join(way for way in reversed(ways) if way)
    return f"{start} ({said})" if said else start


def _weight(item: Item, session: Session, plan: Plan) -> str:
    """What a hold without a weight may be loaded with: a weight that is there, a vest, or a rucksack for legs."""
    if item.load != BODYWEIGHT:
        return ""
    vest = any(VEST in place.items for place in plan.profile.places.values())
    if vest or WEIGHTS & plan.profile.place_named(session.place).items:
        return ADD_WEIGHT
    return "add a filled rucksack" if item.entry.pattern in CARRIED else ""


def _harder(item: Item, session: Session, plan: Plan) -> str:
    """The first rung up that place, level, injuries and wishes allow and the plan does not take from then on."""
    there, profile = FLOOR | plan.profile.place_named(session.place).items, plan.profile
    taken = {other.exercise for one in plan.sessions if one.block >= session.block for other in one.main}
    able = LEVELS[: LEVELS.index(profile.athlete.experience) + 1]
    for name in item.entry.harder:
        rung = catalogue()[name]
        allowed = name not in taken and name not in profile.preferences.unwanted and rung.level in able
        if allowed and rung.doable_with(there) and profile.injuries.spared_by(name):
            return f"take {words.inside(name)}"
    return ""
