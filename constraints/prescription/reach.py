"""What is too hard for this runner wherever it could be done: not too much for a day or a phase, but at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from constraints.prescription.dose import WEIGHTS, StyleNumbers, dose, implements
from constraints.prescription.loads import LoadNumbers, estimate_of, loadable
from constraints.prescription.options import Option
from profiles.plan import Style
from profiles.profile import Profile
from profiles.season import Phase


def within_reach(
    option: Option, styles: Mapping[Style, StyleNumbers], loads: LoadNumbers, profile: Profile, phase: Phase
) -> bool:
    """Whether the runner can do enough reps of it, with the lightest load of some place; true where nobody knows."""
    fewest, most = styles[option.style].fewest, profile.most_reps(option.exercise.id)
    if fewest is not None and most is not None and most <= fewest:
        return False
    found = list(_leave_enough(option, styles, loads, profile, phase)) if profile.lift(option.exercise.id) else []
    return any(found) or not found


def _leave_enough(
    option: Option, styles: Mapping[Style, StyleNumbers], loads: LoadNumbers, profile: Profile, phase: Phase
) -> Iterator[bool]:
    """For each implement of each place, whether the lightest load leaves the planned reserve after the fewest reps."""
    exercise, style = option.exercise, option.style
    for place in profile.places.values():
        for load in implements(exercise, style, place.items):
            masses = loadable(place, load, loads.implements)
            estimate = estimate_of(exercise, load, profile, loads)
            asked = dose(exercise, style, 1, styles, profile.athlete.experience, phase, load)
            if estimate is None or not masses or asked.reps is None or asked.reserve is None:
                yield True
                continue
            reps = asked.reps[0] / (2 if exercise.sides == "alternating" else 1)
            yield estimate.left(masses[0], reps) >= asked.reserve[0]


def weights_at_hand(profile: Profile) -> bool:
    """Whether some place has an implement that can make an exercise heavy."""
    return any(not WEIGHTS.isdisjoint(place.items) for place in profile.places.values())
