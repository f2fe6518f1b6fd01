"""What a slot can hold: each exercise in each style, with its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from constraints.prescription.dose import (
    BODYWEIGHT,
    SessionNumbers,
    StyleNumbers,
    dose,
    implements,
    minutes,
    role_of,
    styles_of,
)
from profiles.exercise import Exercise, catalogue
from profiles.plan import Role, Style
from profiles.profile import Profile
from profiles.season import Phase

GRIPPING: Final = frozenset({"hinge", "horizontal_pull", "vertical_pull"})
"""Patterns that tire grip and back; two of them in turn would leave neither fresh."""


@dataclass(frozen=True, eq=False)
class Option:
    """An exercise in a style. Times are in whole minutes."""

    exercise: Exercise
    style: Style
    fewest: int
    """minutes with the fewest sets"""
    extra: int
    """minutes that one more set adds"""

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
        """Its side in a superset: a lower-body accessory pairs with upper-body or core work (STR-13)."""
        legs = ("moderate", "bodyweight", "calf", "soleus")
        if self.role == "accessory" and self.exercise.region == "lower" and self.style in legs:
            return "lower"
        if self.role in ("accessory", "core") and self.exercise.region in ("upper", "core"):
            return "other"
        return None

    @cached_property
    def pairs_freely(self) -> bool:
        """Whether it pairs with every option of the other side; a hinge and a pull do not pair (DOS-40)."""
        return self.superset is not None and self.exercise.pattern not in GRIPPING

    def __str__(self) -> str:
        return f"{self.exercise.id}.{self.style}"


def all_options(
    styles: Mapping[Style, StyleNumbers], session: SessionNumbers, profile: Profile, phase: Phase
) -> tuple[Option, ...]:
    """Every option of the catalogue in a phase, in its order."""
    return tuple(
        _option(exercise, style, styles, session, profile, phase)
        for exercise in catalogue().values()
        for style in styles_of(exercise)
    )


def _option(
    exercise: Exercise, style: Style, styles: Mapping[Style, StyleNumbers], session: SessionNumbers,
    profile: Profile, phase: Phase,
) -> Option:  # fmt: skip
    """An option with the time it takes with the slowest implement of the profile's places."""

    def longest(sets: int) -> int:
        return max(
            minutes(
                dose(exercise, style, sets, styles, profile.athlete.experience, phase, load),
                styles[style].rep_s,
                session.setup_s,
            )
            for load in there
        )

    items = [place.items for place in profile.places.values()]
    there = {BODYWEIGHT}.union(*(implements(exercise, style, one) for one in items))
    fewest = longest(session.sets[0])
    return Option(exercise, style, fewest, longest(session.sets[0] + 1) - fewest)
