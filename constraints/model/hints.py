"""Values that the search of a block tries first: the days and main lifts of the block before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from constraints.model.decisions import Decisions
from constraints.model.slot import Slot
from profiles.pin import SLOTS
from profiles.plan import Session

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

FIRST: Final = SLOTS[:2]
"""Sessions of a week in the first block's hint."""


def start_of(x: Decisions, past: Sequence[Session]) -> Mapping[int, int]:
    """Values to try first, by the index of a variable.

    The days and main lifts of a block usually suit the next one too; accessories are to change, so that the search
    near the hint chooses them freely. The hint of the first block is two sessions a week with the fewest sets.
    """
    last = max((session.block for session in past), default=0)
    before: dict[str, list[Session]] = {}
    for session in past:
        if session.block == last:
            before.setdefault(session.slot, []).append(session)
    hints = (_like(slot, before.get(slot.letter, [])) if before else _simplest(slot) for slot in x.all_slots())
    return {variable.index: value for slot in hints for variable, value in slot}


def _like(slot: Slot, before: Sequence[Session]) -> Iterator[tuple[IntVar, int]]:
    weekdays = {session.date.weekday() for session in before}
    held = {item.exercise: item.style for session in before[:1] for item in session.main}
    yield slot.used, bool(before)
    if not isinstance(slot.circuit, int):
        yield slot.circuit, any(session.circuit for session in before)
    for date, on in slot.on.items():
        yield on, date.weekday() in weekdays
    for option, chosen in slot.chosen.items():
        if option.exercise.lasts and option.exercise.id in held:
            yield chosen, option.style == held[option.exercise.id]


def _simplest(slot: Slot) -> Iterator[tuple[IntVar, int]]:
    yield slot.supersets, 0
    if slot.letter not in FIRST:
        yield slot.used, 0
    yield from ((extra, 0) for extra in slot.extra.values() if not isinstance(extra, int))
