"""Kilograms: what a place can load, and what a runner can lift of it, estimated from a known lift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import Field

from profiles.equipment import Equipment
from profiles.exercise import Exercise
from profiles.frozen import Frozen
from profiles.lift import Lift
from profiles.plan import Dose, LighterSet, Style
from profiles.profile import Place, Profile


class Implement(Frozen):
    """What an implement can weigh where the profile does not say: from its lightest, step by step."""

    least_kg: float = Field(gt=0, description="the empty bar, the lightest dumbbell, the first plate of a stack")
    step_kg: float = Field(gt=0, description="from one load to the next")
    most_kg: float = Field(gt=0)


class LighterStep(Frozen):
    """One of the sets on the way to a heavy lift's load."""

    percent: int = Field(ge=20, le=95, description="of the load")
    reps: int = Field(ge=1, le=10)


class LighterSets(Frozen):
    """What comes before the first set of a heavy lift."""

    loads: tuple[Equipment, ...] = Field(description="the implements before whose heavy sets they are done")
    steps: tuple[LighterStep, ...] = Field(description="lightest first")
    set_s: int = Field(ge=20, le=180, description="seconds one takes, its plates and its rest included")

    def asked(self, style: Style, load: str) -> bool:
        return style == "heavy" and load in self.loads

    def seconds(self, style: Style, load: str) -> int:
        return len(self.steps) * self.set_s if self.asked(style, load) else 0

    def before(self, load_kg: float | None, masses: tuple[float, ...]) -> tuple[LighterSet, ...]:
        """The sets before one of this load; none where a place has nothing lighter, no kilograms for no known load."""
        if load_kg is None:
            return tuple(LighterSet(percent=step.percent, reps=step.reps) for step in self.steps)
        lighter = tuple(mass for mass in masses if mass < load_kg)
        return tuple(
            LighterSet(
                percent=step.percent,
                reps=step.reps,
                load_kg=at_most(load_kg * step.percent / 100, lighter) or lighter[0],
            )
            for step in self.steps
            if lighter
        )


class LoadNumbers(Frozen):
    """How loads follow from a lift, what is heavy, and what implements weigh."""

    epley_reps: int = Field(ge=20, le=40, description="Epley's divisor: a set of r reps is 1RM / (1 + r / this)")
    heavy_percent: int = Field(ge=50, le=90, description="of a known 1RM, which a load must reach to be heavy")
    heavy_body_percent: dict[str, int] = Field(
        description="of the body's mass, which a load must reach to be heavy where no lift is known, by exercise or "
        "pattern"
    )
    usual_body_kg: float = Field(ge=40, le=100, description="taken where the profile states no body mass")
    body_percent: dict[str, int] = Field(
        description="of the body's mass, lifted together with the load, by exercise or pattern"
    )
    found_by_hand: tuple[str, ...] = Field(
        description="patterns of which a place's only mass is no load unless a lift is known"
    )
    lighter_sets: LighterSets
    implements: dict[Equipment, Implement]
    because: tuple[str, ...]


@dataclass(frozen=True)
class Estimate:
    """What a runner can lift of an exercise with one implement, by Epley's formula (1985). Masses in kg."""

    best: float
    """the one-rep maximum, with the part of the body that is lifted"""
    body: float
    """that part"""
    pieces: int
    """how many of the implement are lifted at once; 0 for bodyweight"""
    epley_reps: int

    def left(self, load_kg: float, reps: float) -> float:
        """Reps in reserve after a set."""
        return self.epley_reps * (self.best / (self.body + self.pieces * load_kg) - 1) - reps

    def share(self, load_kg: float) -> float:
        """Of the one-rep maximum."""
        return (self.body + self.pieces * load_kg) / self.best

    @property
    def body_each(self) -> float:
        """The part of the body that is lifted with each of the implement."""
        return self.body / self.pieces if self.pieces else 0

    def scaled(self, percent: float) -> Estimate:
        return replace(self, best=self.best * percent / 100)


def one_rep_max(lift: Lift, numbers: LoadNumbers, body: float = 0, pieces: int = 1) -> float:
    """Estimated 1RM in kg (Epley, 1985), from the reps done and those that were left."""
    reps, total = lift.reps + lift.reserve, body + pieces * lift.kg
    return total if reps == 1 else total * (1 + reps / numbers.epley_reps)


def estimate_of(exercise: Exercise, load: str, profile: Profile, numbers: LoadNumbers) -> Estimate | None:
    """The estimate with an implement, or of bodyweight work; None where the profile does not say what can be lifted."""
    if not exercise.loads:
        most = profile.most_reps(exercise.id)
        return Estimate(1 + most / numbers.epley_reps, 1, 0, numbers.epley_reps) if most else None
    lift = profile.lift(exercise.id)
    if lift is None or load not in exercise.loads:
        return None
    body = _percent(numbers.body_percent, exercise) / 100 * _body_kg(profile, numbers)
    stated = _pieces(exercise, _stated_with(exercise, lift, profile, numbers), numbers)
    best = one_rep_max(lift, numbers, body, stated)
    return Estimate(best, body, _pieces(exercise, load, numbers), numbers.epley_reps)


def _stated_with(exercise: Exercise, lift: Lift, profile: Profile, numbers: LoadNumbers) -> str:
    """The implement that a lift was done with: the preferred one of those that some place has in that mass."""
    for item in exercise.loads:
        for place in profile.places.values():
            if item in place.items and max(loadable(place, item, numbers.implements), default=0) >= lift.kg:
                return item
    return exercise.loads[0]


def _pieces(exercise: Exercise, load: str, numbers: LoadNumbers) -> int:
    """How often the mass of an implement counts against that of a bar, or against the body that is lifted with it.

    A dumbbell is in each hand then; what the arms lift is done a side with a kettlebell.
    """
    if not ("barbell" in exercise.loads or _percent(numbers.body_percent, exercise)):
        return 1
    return 2 if load == "dumbbells" or (load == "kettlebell" and exercise.region == "upper") else 1


def _body_kg(profile: Profile, numbers: LoadNumbers) -> float:
    return profile.athlete.body_kg or numbers.usual_body_kg


def _percent(by: Mapping[str, int], exercise: Exercise) -> int:
    """The number of an exercise, else that of its pattern; 0 where there is none."""
    return by.get(exercise.id, by.get(exercise.pattern, 0))


def too_light(exercise: Exercise, load: str, masses: tuple[float, ...], profile: Profile, numbers: LoadNumbers) -> bool:
    """Whether nothing that an implement can weigh at a place is heavy for this runner."""
    if not masses:
        return False
    estimate = estimate_of(exercise, load, profile, numbers)
    if estimate:
        return 100 * estimate.share(masses[-1]) < numbers.heavy_percent
    held_kg = masses[-1] * _pieces(exercise, load, numbers)
    return 100 * held_kg < _percent(numbers.heavy_body_percent, exercise) * _body_kg(profile, numbers)


Offer = tuple[str, tuple[float, ...], Dose]
"""An implement, what it can weigh at a place, and the dose with it."""


def best_offer(
    exercise: Exercise, style: Style, offers: Sequence[Offer], profile: Profile, numbers: LoadNumbers
) -> Offer:
    """The implement of a place that comes nearest to the load wanted; the first where no load is known to be.

    That is the heaviest load which leaves the planned reserve, or heavy work's heaviest where the lift is unknown.
    """
    reached = [_reached(exercise, style, offer, profile, numbers) for offer in offers]
    return offers[reached.index(max(reached))]


def _reached(exercise: Exercise, style: Style, offer: Offer, profile: Profile, numbers: LoadNumbers) -> float:
    """The share of what can be lifted that an offer reaches, up to the load wanted; -1 where all of it is too heavy."""
    load, masses, dose = offer
    estimate = estimate_of(exercise, load, profile, numbers)
    if not masses:
        return 0
    if estimate is None or dose.reps is None or dose.reserve is None:
        return masses[-1] * _pieces(exercise, load, numbers) if style == "heavy" else 0
    (low, high), (least, most) = dose.reps, dose.reserve
    able = [mass for mass in masses if estimate.left(mass, low) >= least - 1e-9]
    wanted = 1 / (1 + (high + most) / estimate.epley_reps)
    return min(estimate.share(able[-1]), wanted) if able else -1


def loadable(place: Place, item: str, implements: Mapping[Equipment, Implement]) -> tuple[float, ...]:
    """Every mass in kg an implement can have at a place, lightest first; empty for one without masses."""
    said = place.masses(item)
    usual = next((implement for name, implement in implements.items() if name == item), None)
    if not said:
        return _steps(usual.least_kg, usual.step_kg, usual.most_kg) if usual else ()
    bar = usual if item in ("barbell", "trap bar") else None
    found: set[float] = set()
    for masses in said:
        high = masses.most or masses.least
        if bar and masses.most is None:  # only the bar is stated; it takes the usual plates
            high = bar.most_kg
        found |= {*_steps(masses.least, usual.step_kg if usual else 1.0, high), high}
    return tuple(sorted(found))


def _steps(low: float, step: float, high: float) -> tuple[float, ...]:
    count = int((high - low) / step + 1e-9)
    return tuple(round(low + index * step, 2) for index in range(count + 1))


def at_most(load_kg: float, masses: tuple[float, ...]) -> float | None:
    """The heaviest mass up to a limit; None where there is none."""
    lighter = [mass for mass in masses if mass <= load_kg + 1e-6]
    return lighter[-1] if lighter else None
