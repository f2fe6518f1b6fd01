"""What add-ons consist of, and the days of those that follow the runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import Field

from constraints.prescription.drills import usual_amount
from constraints.prescription.templates import Amounted, TemplatePart, templates
from profiles.amount import Amount
from profiles.equipment import FLOOR
from profiles.exercise import LEVELS, Exercise, catalogue
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


def following_runs(season: Season, end: Mapping[AddonKind, int]) -> Iterator[Addon]:
    """Activation before each hard or long run, and the daily routine; races need the first too (RUL-06).

    The routine is left out on as many days before an A or B race as `end` says of it.
    """
    kinds, calm = asked_for(season.profile), end.get("daily_mobility", 0)
    races = [race.date for race in season.profile.races if race.priority in ("A", "B")]
    for date, day in season.days.items():
        if "activation" in kinds and day.key:
            yield Addon(date=date, kind="activation")
        near = any(0 <= (race - date).days <= calm for race in races)
        if "daily_mobility" in kinds and day.race is None and not near:
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
    """The template's, or what suits the runner better in their place; each exercise once."""
    held = set[str]()
    for part in templates()[row.template].main:
        fit = (one for one in _choices(part, profile) if one.exercise not in held and _spares(one.entry, profile))
        found = next((one for one in fit if kind == "test" or not _too_hard(one.entry, profile)), None)
        if found:
            held.add(found.exercise)
            usual = usual_amount(found.entry, profile.athlete.experience, row.reps)
            dose = _to_the_limit(found) if kind == "test" else _stated(found) or usual
            yield Drill(exercise=found.exercise, dose=dose)


def _choices(part: TemplatePart, profile: Profile) -> Iterator[Amounted]:
    """What may stand for a part, the first choice first."""
    injuries = {*profile.injuries.current, *profile.injuries.prone}
    if injuries.isdisjoint(part.entry.helps):
        yield from (one for one in part.if_it_helps if not injuries.isdisjoint(one.entry.helps))
    yield part
    yield from part.instead


def _spares(exercise: Exercise, profile: Profile) -> bool:
    """Whether some place allows it, the runner does not refuse it, and no sore part is harmed or moved by it.

    A routine is the same all season, and so is what is sore now: it stays with holds.
    """
    there = FLOOR.union(*(place.items for place in profile.places.values()))
    wanted = exercise.id not in profile.preferences.unwanted and exercise.doable_with(there)
    return wanted and profile.injuries.spared_by(exercise.id) and not profile.injuries.held_first(exercise.id)


def _too_hard(exercise: Exercise, profile: Profile) -> bool:
    """Whether it is above the runner's level, or a beginner can do an easier form, unless reps of it are stated."""
    level = profile.athlete.experience
    if profile.most_reps(exercise.id):
        return False
    easier = (catalogue()[name] for name in exercise.easier)
    alike = any(rung.moves == exercise.moves and _spares(rung, profile) for rung in easier)
    return LEVELS.index(exercise.level) > LEVELS.index(level) or (level == "beginner" and alike)


def _to_the_limit(part: Amounted) -> Amount:
    return Amount("seconds" if part.entry.hold_s else "reps", each_side=part.entry.sides == "each")


def _stated(part: Amounted) -> Amount | None:
    """The template's own amount; none where it states neither reps nor seconds."""
    ends = part.seconds or part.reps
    if ends is None:
        return None
    return Amount(
        "seconds" if part.seconds else "reps", ends, part.sets or (1, 1), each_side=part.entry.sides == "each"
    )
