"""The main work of a card, a row for each exercise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cli.pages import words
from profiles.plan import Dose, Item


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


def card_rows(items: Sequence[Item]) -> tuple[CardRow, ...]:
    return tuple(_row(mark, item) for mark, item in zip(marks(items), items, strict=True))


def _row(marker: str, item: Item) -> CardRow:
    return CardRow(
        marker=marker,
        exercise=item.exercise,
        name=words.word(item.exercise),
        dose=item.dose,
        amount=words.dose(item.dose),
        load=words.word(item.load),
        reserve=words.reserve(item.dose),
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
