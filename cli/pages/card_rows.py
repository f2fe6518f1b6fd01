"""The main work of a card, a row for each exercise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from constraints.prescription.dose import BODYWEIGHT, StyleNumbers, is_light
from profiles.amount import ranged
from profiles.plan import Dose, Item, Style
from profiles.profile import Profile

EASY: Final = "easy"
AND_MORE: Final = "+"
"""Behind a reserve: at least so many reps are left."""


@dataclass(frozen=True)
class CardRow:
    """An exercise of the main work; empty fields are not shown."""

    marker: str
    """`1`, `2a`, `2b`: the order; items with one number are done in turn"""
    exercise: str
    name: str
    dose: Dose
    amount: str
    load: str
    reserve: str
    tempo: str
    rest: str


@dataclass(frozen=True)
class Effort:
    """What decides how near to the limit the sets of a session go."""

    profile: Profile
    styles: Mapping[Style, StyleNumbers]
    eased: bool
    """whether the phase asks for less than could be done"""

    def reserve(self, item: Item) -> str:
        """`2-3`; `easy`; `2+` where a load is light, or nothing says how many reps of bodyweight work are possible."""
        if item.dose.reserve is None:
            return ""
        if self.eased:
            return EASY
        known = self.profile.most_reps(item.exercise) or self.profile.lift(item.exercise)
        open_end = is_light(item.dose, self.styles[item.style]) or (item.load == BODYWEIGHT and not known)
        return f"{item.dose.reserve[0]}{AND_MORE}" if open_end else ranged(item.dose.reserve)


def card_rows(items: Sequence[Item], effort: Effort) -> tuple[CardRow, ...]:
    return tuple(_row(mark, item, effort) for mark, item in zip(marks(items), items, strict=True))


def _row(marker: str, item: Item, effort: Effort) -> CardRow:
    return CardRow(
        marker=marker,
        exercise=item.exercise,
        name=words.word(item.exercise),
        dose=item.dose,
        amount=words.dose(item.dose),
        load=words.word(item.load),
        reserve=effort.reserve(item),
        tempo=item.dose.tempo or "",
        rest=f"{item.dose.rest_s} s" if item.dose.rest_s else "",
    )


def marks(items: Sequence[Item]) -> list[str]:
    """`1`, `2a`, `2b`, `3`: the order of the items; letters join a superset."""
    found: list[str] = []
    numbers: dict[int, int] = {}
    letters: Counter[int] = Counter()
    position = 0
    for item in items:
        if item.superset is None or item.superset not in numbers:
            position += 1
        if item.superset is None:
            found.append(str(position))
        else:
            number = numbers.setdefault(item.superset, position)
            found.append(f"{number}{'abcdefgh'[letters[item.superset]]}")
            letters[item.superset] += 1
    return found
