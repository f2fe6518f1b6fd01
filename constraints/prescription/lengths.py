"""How long a session's main work takes, in seconds: at most, and with the doses of a date.

The solver counts half minutes: in whole seconds the same sessions take up to eight times as long to prove best, in
whole minutes each exercise wastes half a minute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from constraints.prescription.dose import HALF_MINUTE_S, StyleNumbers, rep_s
from constraints.prescription.effort import Steps
from constraints.prescription.loads import LighterSets
from profiles.plan import Dose, Item, Style


def halves(seconds: int) -> int:
    """Half minutes, begun ones included."""
    return -(-seconds // HALF_MINUTE_S)


def set_s(dose: Dose, row: StyleNumbers, amount: int) -> int:
    """A set of so many reps or seconds without its rest."""
    return amount * (1 if dose.seconds else rep_s(dose, row)) * (2 if dose.each_side else 1)


def longest_set_s(dose: Dose, row: StyleNumbers) -> int:
    """A set at the top of its range without its rest, at the usual or at the slower tempo."""
    _, most = dose.seconds or dose.reps or (0, 0)
    usual_s = set_s(dose, row, most)
    if dose.slower is None:
        return usual_s
    return max(usual_s, set_s(dose.model_copy(update={"tempo": dose.slower.tempo}), row, dose.slower.reps[1]))


def with_extra_reps(dose: Dose, sides: int, steps: Steps) -> Dose:
    """The dose with the extra reps that a date may ask for where a load rises in large steps."""
    if dose.reps is None:
        return dose
    low, high = dose.reps
    return dose.model_copy(update={"reps": (low, steps.most(high, sides))})


def reached(dose: Dose, weeks: int, sides: int, steps: Steps) -> Dose:
    """The dose up to where so many weeks bring it that begins at the bottom of its range."""
    (low, high), step = dose.seconds or dose.reps or (1, 1), steps.seconds if dose.seconds else steps.reps * sides
    most = low + step * (weeks - 1)
    if most > high:
        return dose
    span = (low, max(most, low + 1))
    return dose.model_copy(update={"seconds" if dose.seconds else "reps": span, "slower": None})


def main_s(items: Sequence[Item], styles: Mapping[Style, StyleNumbers], setup_s: int, lighter: LighterSets) -> int:
    """The main work with the doses of its date; items done in turn rest once a round, as long as the longest rest."""
    total = sum(setup_s + _sets(item) * _set_s(item, styles) + _lighter_s(item, lighter) for item in items)
    for _, group in groupby(enumerate(items), key=lambda one: one[1].superset or -one[0] - 1):
        total += _rests_s([item for _, item in group])
    return total


def _rests_s(together: Iterable[Item]) -> int:
    rests = [(_sets(item), item.dose.rest_s) for item in together]
    rounds, _ = max(rests)
    return sum(max(rest for sets, rest in rests if sets > done) for done in range(rounds))


def _sets(item: Item) -> int:
    return item.today.sets if item.today else item.dose.sets


def _set_s(item: Item, styles: Mapping[Style, StyleNumbers]) -> int:
    today = item.today
    if today is None:
        return longest_set_s(item.dose, styles[item.style])
    dose = item.dose.model_copy(update={"tempo": today.tempo}) if today.tempo else item.dose
    return set_s(dose, styles[item.style], today.reps or today.seconds or 0)


def _lighter_s(item: Item, lighter: LighterSets) -> int:
    return lighter.set_s * len(item.today.lighter_sets) if item.today else lighter.seconds(item.style, item.load)
