"""Where the search of a block begins: with the sessions of the block before, as far as this one can hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from constraints.decisions import Decisions, Slot
from profiles.plan import Session

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def like_before(x: Decisions, past: Sequence[Session]) -> Mapping[int, int]:
    """Values to try first, by the index of a variable; none for a season's first block.

    People go on as they did, and so do good plans: the days, exercises and sets of a block usually suit the next.
    """
    last = max((session.block for session in past), default=0)
    before: dict[str, list[Session]] = {}
    for session in past:
        if session.block == last:
            before.setdefault(session.slot, []).append(session)
    slots = x.all_slots() if before else ()
    return {variable.index: value for slot in slots for variable, value in _hints(slot, before.get(slot.letter, []))}


def _hints(slot: Slot, before: Sequence[Session]) -> Iterator[tuple[IntVar, int]]:
    weekdays = {session.date.weekday() for session in before}
    sets = {(item.exercise, item.style): item.dose.sets for session in before[:1] for item in session.main}
    yield slot.used, bool(before)
    for date, on in slot.on.items():
        yield on, date.weekday() in weekdays
    for option, chosen in slot.chosen.items():
        yield chosen, (option.exercise.id, option.style) in sets
