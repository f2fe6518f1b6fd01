"""What add-ons consist of, and the days of those that follow the runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import Field

from constraints.prescription.drills import usual_amount
from constraints.prescription.templates import TemplatePart, templates
from profiles.amount import Amount
from profiles.equipment import FLOOR
from profiles.frozen import Frozen
from profiles.plan import Addon, AddonKind, Drill, Routine
from profiles.profile import Profile
from profiles.season import Season

ASKED: Final[dict[AddonKind, str]] = {
    "mobility": "mobility", "prehab": "prehab", "test": "tests", "micro": "micro", "activation": "activation",
    "daily_mobility": "daily_mobility",
}  # fmt: skip
"""The profile's key for each."""


class AddonNumbers(Frozen):
    """One kind of add-on."""

    minutes: int = Field(ge=3, le=40)
    template: str = Field(description="whose drills it holds")
    reps: tuple[int, int] = Field(description="of a drill for which no guide gives any")
    because: tuple[str, ...]


Addons = dict[AddonKind, AddonNumbers]


def asked_for(profile: Profile) -> tuple[AddonKind, ...]:
    """The add-ons that a profile wants."""
    return tuple(kind for kind, key in ASKED.items() if getattr(profile.addons, key))


def following_runs(season: Season) -> Iterator[Addon]:
    """Activation before each hard or long run, and the daily routine; races need the first too (RUL-06)."""
    kinds = asked_for(season.profile)
    for date, day in season.days.items():
        if "activation" in kinds and day.key:
            yield Addon(date=date, kind="activation")
        if "daily_mobility" in kinds and day.race is None:
            yield Addon(date=date, kind="daily_mobility")


def routines(placed: Iterable[Addon], numbers: Addons, profile: Profile) -> dict[AddonKind, Routine]:
    """What each kind consists of, for those kinds that a plan holds."""
    held = {addon.kind for addon in placed}
    return {
        kind: Routine(minutes=row.minutes, drills=tuple(_drills(kind, row, profile)))
        for kind, row in numbers.items()
        if kind in held
    }


def _drills(kind: AddonKind, row: AddonNumbers, profile: Profile) -> Iterator[Drill]:
    """The template's, without what the runner excludes, what hurts now, and what no place has the equipment for."""
    there = FLOOR.union(*(place.items for place in profile.places.values()))
    for part in templates()[row.template].main:
        able = part.entry.doable_with(there)
        wanted = part.exercise not in profile.preferences.exclude and profile.injuries.spared_by(part.exercise)
        if able and wanted:
            usual = usual_amount(part.entry, profile.athlete.experience, row.reps)
            yield Drill(exercise=part.exercise, dose=_to_the_limit(part) if kind == "test" else _stated(part) or usual)


def _to_the_limit(part: TemplatePart) -> Amount:
    return Amount("seconds" if part.entry.hold_s else "reps", each_side=part.entry.sides == "each")


def _stated(part: TemplatePart) -> Amount | None:
    """The template's own amount; none where it states neither reps nor seconds."""
    ends = part.seconds or part.reps
    if ends is None:
        return None
    return Amount(
        "seconds" if part.seconds else "reps", ends, part.sets or (1, 1), each_side=part.entry.sides == "each"
    )
