"""Sets that leave the planned reps in reserve: the reps and kilograms of a date follow from an estimate.

A set is a mass in kg (0 for bodyweight work) and its reps. The reserve of every set lies in one band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from constraints.prescription.loads import Estimate


class Set(NamedTuple):
    load_kg: float
    reps: int


@dataclass(frozen=True)
class Steps:
    """How far a set may move from one date to the next."""

    reps: int
    seconds: int
    load_percent: int
    most_percent: int
    refused_percent: int
    extra_reps: int
    extra_until: int
    """reps over which none are extra"""
    judged_from_percent: int
    """of the heaviest mass: from there on a next one has to be there"""

    def heavier(self, load_kg: float, masses: tuple[float, ...], body: float = 0) -> float | None:
        """The next mass: the most within the usual step, or the next there is; None where that is refused.

        `body` is what of the body is lifted with each of the implement: a step is refused by its share of the whole.
        """
        above = [mass for mass in masses if mass > load_kg + 1e-6]
        within = [mass for mass in above if mass <= load_kg * (1 + self.load_percent / 100) + 1e-6]
        after = within[-1] if within else above[0] if above else None
        return None if after is None or self._percent(load_kg, after, body) > self.refused_percent else after

    def known_to_rise(self, masses: tuple[float, ...]) -> bool:
        """Whether a next mass is there whichever is used now; the lightest, with their large steps, are soon left."""
        used = [mass for mass in masses[:-1] if 100 * mass >= self.judged_from_percent * masses[-1]]
        return bool(used) and all(self.heavier(mass, masses) for mass in used)

    def top(self, high: int, load_kg: float, masses: tuple[float, ...], sides: int = 1, body: float = 0) -> int:
        """The most reps with a mass: some more than the range has where the next mass is far, or there is none."""
        after = self.heavier(load_kg, masses, body)
        if after is not None and self._percent(load_kg, after, body) <= self.most_percent:
            return high
        return self.most(high, sides)

    def most(self, high: int, sides: int) -> int:
        """The most reps that a range up to `high` can have with any mass."""
        return max(high, min(high + self.extra_reps * sides, self.extra_until * sides))

    @staticmethod
    def _percent(load_kg: float, after: float, body: float) -> float:
        return round(100 * (after - load_kg) / (body + load_kg), 6)


@dataclass(frozen=True)
class Aim:
    """What a set of a date may be: within a range of reps and a band of reserve, with the masses there are."""

    reps: tuple[int, int]
    reserve: tuple[int, int]
    """least and most"""
    masses: tuple[float, ...]
    estimate: Estimate
    sides: int
    """2 where the reps of both sides are counted"""
    steps: Steps

    def left(self, one: Set) -> float:
        return self.estimate.left(one.load_kg, one.reps / self.sides)

    def holds(self, one: Set) -> bool:
        return one.load_kg in self.masses and self.reserve[0] <= self.left(one) + 1e-9 and not self.easy(one)

    def easy(self, one: Set) -> bool:
        """Whether it leaves more than the planned reserve."""
        return self.left(one) > self.reserve[1] + 1e-9

    def able(self, one: Set) -> bool:
        return self.left(one) >= self.reserve[0] - 1e-9

    def begun(self, load_kg: float) -> Set | None:
        """The fewest reps that leave no more than the planned reserve, or all there may be; None where too heavy."""
        low, top = self.reps[0], self.top(load_kg)
        if not self.able(Set(load_kg, low)):
            return None
        sets = (Set(load_kg, reps) for reps in range(low, top + 1, self.sides))
        return next((one for one in sets if not self.easy(one)), Set(load_kg, self.reps[1]))

    def top(self, load_kg: float) -> int:
        """The most reps with a mass."""
        if not load_kg:
            return self.reps[1]
        return self.steps.top(self.reps[1], load_kg, self.masses, self.sides, self.estimate.body_each)

    def opening(self, most_kg: float = float("inf")) -> Set | None:
        """A set at the upper end of the reserve, few reps first; None where every mass is too heavy."""
        begun = [one for mass in self.masses if mass <= most_kg + 1e-6 and (one := self.begun(mass))]
        fitting = [one for one in begun if self.holds(one)]
        bottom = [one for one in fitting if self.left(Set(one.load_kg, self.reps[0])) >= self.reserve[1] - 1e-9]
        if bottom:
            return bottom[-1]
        return fitting[0] if fitting else begun[-1] if begun else None

    def harder(self, one: Set) -> tuple[Set, Literal["more_reps", "more_load"]] | None:
        """More reps, or the next mass with fewer; None where neither leaves the reserve."""
        more = Set(one.load_kg, one.reps + self.steps.reps * self.sides)
        if more.reps <= self.top(one.load_kg) and self.able(more):
            return more, "more_reps"
        if after := self._heavier(one.load_kg):
            for mass in reversed([mass for mass in self.masses if one.load_kg < mass <= after]):
                if heavier := self.begun(mass):
                    return heavier, "more_load"
        return None

    @property
    def possible(self) -> bool:
        """Whether some mass leaves the reserve."""
        return bool(self.masses) and self.able(Set(self.masses[0], self.reps[0]))

    def opening_set(self, most_kg: float = float("inf")) -> Set:
        """The opening, with a heavier mass than the limit only where no lighter one is there."""
        opening = self.opening(most_kg) or self.opening()
        if opening is None:
            raise ValueError("every mass is too heavy: ask whether a set is possible first")
        return opening

    def reach(self, load_kg: float) -> float:
        """The heaviest mass that may follow one: the most that a week may add, or the next there is."""
        most_kg = load_kg * (1 + self.steps.most_percent / 100)
        return max(most_kg, self._heavier(load_kg) or 0)

    def topped(self, one: Set) -> bool:
        """Whether the place offers nothing harder, whatever it would leave in reserve."""
        return self._heavier(one.load_kg) is None and one.reps >= self.reps[1]

    def _heavier(self, load_kg: float) -> float | None:
        """The next mass; None of bodyweight work, too."""
        return self.steps.heavier(load_kg, self.masses, self.estimate.body_each) if load_kg else None
