"""What a slot can hold: each exercise in each style, with its time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from constraints.prescription.dose import (
    BODYWEIGHT,
    SessionNumbers,
    StyleNumbers,
    dose,
    implements,
    light,
    role_of,
    styles_of,
)
from constraints.prescription.effort import Steps
from constraints.prescription.lengths import halves, longest_set_s, reached, with_extra_reps
from constraints.prescription.loads import LoadNumbers
from profiles.exercise import Exercise, catalogue
from profiles.plan import Role, Style
from profiles.profile import Profile
from profiles.season import Phase

GRIPPING: Final = frozenset({"hinge", "horizontal_pull", "vertical_pull"})
"""Patterns that tire grip and back; two of them in turn would leave neither fresh."""


@dataclass(frozen=True, eq=False)
class Option:
    """An exercise in a style, with the half minutes that it takes at most."""

    exercise: Exercise
    style: Style
    fewest: int
    """with the fewest sets"""
    extra: int
    """what one more set adds"""
    in_circuit: int
    """with the fewest sets, without their rests"""
    lighter_s: int
    """seconds of its lighter sets, which belong to the warm-up"""
    plates: bool
    """whether some place has a bar for it"""

    @cached_property
    def role(self) -> Role:
        return role_of(self.exercise, self.style)

    @cached_property
    def heavy(self) -> bool:
        return self.style == "heavy" or self.exercise.heavy == "always"

    @cached_property
    def legs(self) -> bool:
        return self.exercise.leg_work

    @cached_property
    def loaded(self) -> bool:
        """Whether it is always done with an implement; others take one where there is one."""
        return self.style in ("heavy", "moderate") or self.exercise.never_unloaded

    @cached_property
    def superset(self) -> str | None:
        """Its side in a superset: a lower-body accessory pairs with upper-body or core work (STR-13).

        Prehab has so little rest that a pair would save none.
        """
        legs = ("moderate", "bodyweight", "calf", "soleus")
        if self.role == "accessory" and self.exercise.region == "lower" and self.style in legs:
            return "lower"
        if self.style != "prehab" and self.role in ("accessory", "core") and self.exercise.region in ("upper", "core"):
            return "other"
        return None

    @cached_property
    def suits_circuits(self) -> bool:
        """Whether it can be done in turn with others: not what needs its full rest, or plates to be changed."""
        return self.role not in ("power", "heavy_compound") and not self.plates

    @cached_property
    def grips(self) -> bool:
        return self.exercise.pattern in GRIPPING

    @cached_property
    def pairs_freely(self) -> bool:
        """Whether it pairs with every option of the other side; a hinge and a pull do not pair (DOS-40)."""
        return self.superset is not None and not self.grips

    def __str__(self) -> str:
        return f"{self.exercise.id}.{self.style}"


def all_options(
    styles: Mapping[Style, StyleNumbers], session: SessionNumbers, steps: Steps, loads: LoadNumbers, profile: Profile,
    phase: Phase, among: Collection[str] | None = None, weeks: int | None = None,
) -> tuple[Option, ...]:  # fmt: skip
    """Every option of the catalogue in a phase, in its order, or those of certain exercises.

    With the time that they take up to so many weeks from the season's start, or at any time.
    """
    return tuple(
        _option(exercise, style, styles, session, steps, loads, profile, phase, weeks)
        for exercise in catalogue().values()
        if among is None or exercise.id in among
        for style in styles_of(exercise)
    )


def _option(
    exercise: Exercise, style: Style, styles: Mapping[Style, StyleNumbers], session: SessionNumbers, steps: Steps,
    loads: LoadNumbers, profile: Profile, phase: Phase, weeks: int | None,
) -> Option:  # fmt: skip
    """An option with the time it takes with the slowest implement of the profile's places."""
    row, sides = styles[style], 2 if exercise.sides == "alternating" else 1
    offers = {(BODYWEIGHT, False)}
    for place in profile.places.values():
        for load in implements(exercise, style, place.items):
            offers.add((load, load in loads.implements or bool(place.masses(load))))
    longest = work = 0
    known = profile.most_reps(exercise.id) or profile.lift(exercise.id)  # its doses need not begin at the bottom
    for load, weighs in offers:
        usual = dose(exercise, style, session.sets[0], styles, profile.athlete.experience, phase, load)
        for one in (usual, light(usual, row, exercise)):
            most = with_extra_reps(one, sides, steps) if weighs else one
            most = most if weeks is None or known else reached(most, weeks, sides, steps)
            work = max(work, longest_set_s(most, row))
            longest = max(longest, longest_set_s(most, row) + most.rest_s)
    fewest = halves(session.setup_s + session.sets[0] * longest)
    extra = halves(session.setup_s + (session.sets[0] + 1) * longest) - fewest
    lighter_s = max(loads.lighter_sets.seconds(style, load) for load, _ in offers)
    in_circuit = halves(session.setup_s + session.sets[0] * work)
    plates = any(load in loads.lighter_sets.loads for load, _ in offers)
    return Option(exercise, style, fewest, extra, in_circuit, lighter_s, plates)
