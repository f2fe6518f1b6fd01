"""What stands still although training goes on, and what would move it: time, reps or loads that are used up."""

from __future__ import annotations

from cli.pages import words
from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.loads import LoadNumbers, estimate_of, loadable
from profiles.exercise import catalogue
from profiles.plan import Item, Plan, Session, Style

SHOWN: tuple[Style, ...] = ("heavy", "moderate", "bodyweight", "hold")
"""Styles whose end is worth a word; in others the work may stay what it is."""


def standing(plan: Plan, loads: LoadNumbers) -> tuple[str, ...]:
    """A clause for each exercise of the base and build phases that stands still, from its first date on."""
    found: dict[str, str] = {}
    for session in plan.sessions:
        for item in session.main if session.phase in ("base", "build") else ():
            if item.style in SHOWN and item.exercise not in found and (why := _why(item, session, plan, loads)):
                found[item.exercise] = f"{words.word(item.exercise)} {why}"
    return tuple(found.values())


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
    ways.append("add weight" if item.dose.seconds else "" if item.load == BODYWEIGHT and ways[0] else slower)
    said = " or ".join(way for way in reversed(ways) if way)
    return f"{start} ({said})" if said else start


def _harder(item: Item, session: Session, plan: Plan) -> str:
    """The first rung up that the place, the runner's injuries and wishes allow, in words."""
    there, profile = plan.profile.place_named(session.place).items, plan.profile
    allowed = (name for name in item.entry.harder if name not in profile.preferences.exclude)
    doable = (name for name in allowed if catalogue()[name].doable_with(there) and profile.injuries.spared_by(name))
    return next((f"take {words.word(name)}" for name in doable), "")
