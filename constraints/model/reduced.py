"""The session of a date that may leave out part of what its letter holds in the block."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from constraints.model.slot import Slot
from constraints.model.traits import TRAITS, Trait
from constraints.prescription.dose import SessionNumbers
from constraints.prescription.options import Option

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.cpsat.model import Amount, Model, Truth


class Reduced:
    """What the session of a date keeps, whichever slot is on it; all of it where the session is not reduced.

    A reduced session has the fewest sets of what it keeps, done straight, or as a circuit on a day that is short
    enough for one. It keeps some exercises and leaves out one at least.
    """

    def __init__(
        self, model: Model, date: dt.date, slots: Sequence[Slot], session: SessionNumbers, room_min: int
    ) -> None:
        """On a date with so many minutes of room."""
        self._model, self._date, self._session, self._room_min = model, date, session, room_min
        self.circuit = session.short(room_min)
        self._known: dict[str, Truth] = {}
        options = dict.fromkeys(option for slot in slots for option in slot.options)
        self.kept: dict[Option, IntVar] = {option: model.boolean(f"{date:%m-%d}.keeps.{option}") for option in options}
        self.whole: dict[Slot, IntVar] = {}
        self.partly: dict[Slot, IntVar] = {}
        for slot in slots:
            self.whole[slot] = model.boolean(f"{slot.name}.{date:%m-%d}.whole")
            self.partly[slot] = model.boolean(f"{slot.name}.{date:%m-%d}.reduced")
            self._define(slot)
        for kept in self.kept.values():
            model.cp.add_bool_or([slot.on[date] for slot in slots] + [~kept])

    def _define(self, slot: Slot) -> None:
        cp, on, partly = self._model.cp, slot.on[self._date], self.partly[slot]
        cp.add(self.whole[slot] + partly == on)
        for option, chosen in slot.chosen.items():
            cp.add_bool_or([~on, ~self.kept[option], chosen])
            cp.add_bool_or([~self.whole[slot], ~chosen, self.kept[option]])
        kept = self.count()
        cp.add(kept >= self._session.reduced_least).only_enforce_if(partly)
        cp.add(slot.count() - kept >= 1).only_enforce_if(partly)
        if self.circuit:
            for option, one in self.kept.items():
                if not option.suits_circuits:
                    cp.add_implication(partly, ~one)
            if len(gripping := [one for option, one in self.kept.items() if option.grips]) > 1:
                cp.add(self._model.total(gripping) <= 1).only_enforce_if(partly)

    def count(self, which: Callable[[Option], bool] | None = None) -> Amount:
        """How many exercises it keeps, or how many of a kind."""
        return self._model.total([kept for option, kept in self.kept.items() if which is None or which(option)])

    def left_out(self, slot: Slot) -> Amount:
        """How many exercises it leaves out where a slot is reduced; 0 or less where it is not."""
        _, most = self._model.range(slot.count())
        return slot.count() - self.count() - most + most * self.partly[slot]

    def has(self, trait: Trait) -> Truth:
        """Whether what is kept has a trait."""
        if trait not in self._known:
            literals = [kept for option, kept in self.kept.items() if TRAITS[trait].of_option(option)]
            self._known[trait] = self._model.any(literals, f"{self._date:%m-%d}.{trait}")
        return self._known[trait]

    def longer(self, minutes: int) -> Truth:
        """Whether it is reduced and lasts longer than so many minutes all the same."""
        key = f"{self._date:%m-%d}.longer.{minutes}"
        if key not in self._known:
            numbers = self._session
            halves = [option.in_circuit if self.circuit else option.fewest for option in self.kept]
            work = self._model.total(list(self.kept.values()), halves)
            left = 2 * minutes - (numbers.around_circuit if self.circuit else numbers.around(self._room_min))
            longer = self._known[key] = self._model.boolean(key)
            partly = self._model.total(list(self.partly.values()))
            self._model.cp.add(partly >= longer)
            self._model.cp.add(work >= left + 1).only_enforce_if(longer)
            for slot in self.partly.values():
                self._model.cp.add(work <= left).only_enforce_if(slot, ~longer)
        return self._known[key]
