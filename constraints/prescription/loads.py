"""Kilograms: what a place can load, and the first load that follows from a known lift."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from profiles.equipment import Equipment
from profiles.frozen import Frozen
from profiles.lift import Lift
from profiles.plan import Style
from profiles.profile import Place


class Implement(Frozen):
    """What an implement can weigh where the profile does not say: from its lightest, step by step."""

    least_kg: float = Field(gt=0, description="the empty bar, the lightest dumbbell, the first plate of a stack")
    step_kg: float = Field(gt=0, description="from one load to the next")
    most_kg: float = Field(gt=0)


class LoadNumbers(Frozen):
    """How a first load follows from a lift, and what implements weigh."""

    epley_reps: int = Field(ge=20, le=40, description="Epley's divisor: a set of r reps is 1RM / (1 + r / this)")
    share_percent: dict[Style, tuple[int, int]] = Field(description="of the 1RM, least and most, by style")
    implements: dict[Equipment, Implement]
    because: tuple[str, ...]


def one_rep_max(lift: Lift, numbers: LoadNumbers) -> float:
    """Estimated 1RM in kg (Epley, 1985), from the reps done and those that were left."""
    reps = lift.reps + lift.reserve
    return lift.kg if reps == 1 else lift.kg * (1 + reps / numbers.epley_reps)


def first_load(lift: Lift, style: Style, reps: int, reserve: int, numbers: LoadNumbers) -> float:
    """Kilograms that leave `reserve` reps after `reps`, kept within the style's share of the 1RM."""
    share = 1 / (1 + (reps + reserve) / numbers.epley_reps)
    if style in numbers.share_percent:
        least, most = numbers.share_percent[style]
        share = min(max(share, least / 100), most / 100)
    return one_rep_max(lift, numbers) * share


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
    """The heaviest mass up to a limit; the lightest where all are above it. None where there are no masses."""
    lighter = [mass for mass in masses if mass <= load_kg + 1e-6]
    return lighter[-1] if lighter else (masses[0] if masses else None)
