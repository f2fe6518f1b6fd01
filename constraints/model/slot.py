"""The variables of one slot of one block, and what rules ask about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from constraints.model.traits import TRAITS, Trait
from constraints.prescription.dose import SessionNumbers
from constraints.prescription.options import Option
from profiles.exercise import Category
from profiles.season import Block, Day, Week
from profiles.where import InBlock
from solver.cpsat.model import Model

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.cpsat.model import Amount, Truth


class Slot:
    """One session of a block: on which days it is, at which place, with which exercises and how many sets of each.

    Rules ask its methods, `options`, `places` and `used`; the other variables are the planner's.
    """

    def __init__(
        self, model: Model, block: Block, letter: str, options: Sequence[Option], places: Sequence[str],
        weeks: Sequence[tuple[Week, Sequence[Day]]], session: SessionNumbers, most_sets: int,
        most_minutes: int | None, room: Mapping[dt.date, int],
    ) -> None:  # fmt: skip
        """`room` are the minutes that each of its days has for it. Short days may hold it as a circuit; without such
        days it is none, and nothing is added.
        """
        self.block, self.letter, self.options, self.places = block, letter, options, places
        self._model, self._session = model, session
        self._known: dict[str, Truth] = {}
        self._category_sets: dict[Category, Amount] = {}
        self._most_sets = most_sets
        self.name = f"b{block.number}.{letter}"
        self.on = {
            day.date: model.boolean(f"w{week.number:02}.{letter}.{day.date:%a}") for week, days in weeks for day in days
        }
        self._in_week = {week.number: model.total([self.on[day.date] for day in days]) for week, days in weeks}
        self.used = model.boolean(f"{self.name}.used")
        self.at = {place: model.boolean(f"{self.name}.at.{place}") for place in places}
        self.chosen = {option: model.boolean(f"{self.name}.{option}") for option in options}
        spread = most_sets - session.sets[0]
        self.extra: dict[Option, int | IntVar] = {
            option: model.integer(0, spread, f"{self.name}.{option}.more") if spread else 0 for option in options
        }
        self.supersets = model.integer(0, session.supersets, f"{self.name}.supersets")
        short = {date for date in self.on if session.short(room[date])}
        self.circuit: Truth = model.boolean(f"{self.name}.circuit") if short else 0
        self._define(spread, min((session.drills_min(room[date])[0] for date in self.on), default=0))
        self._define_circuit(spread, short)
        _, self._most_time = model.range(self._time)
        if most_minutes is not None:
            self._most_time = min(self._most_time, max(0, 2 * most_minutes - session.around(most_minutes)))
            model.cp.add(self._time <= self._most_time * self.used)

    def _define(self, spread: int, shortest_warm_up: int) -> None:
        cp = self._model.cp
        for days in self._in_week.values():
            cp.add(days <= self.used)
        cp.add(self._model.total(list(self.on.values())) >= self.used)
        cp.add(self._model.total(list(self.at.values())) == self.used)
        cp.add(self._model.total(list(self.chosen.values())) >= self.used)
        for option, chosen in self.chosen.items():
            cp.add_implication(chosen, self.used)
            if spread:
                cp.add(self.extra[option] <= spread * chosen)
        for same in self._by_exercise.values():
            if len(same) > 1:
                cp.add_at_most_one(same)
        for side in ("lower", "other"):
            cp.add(self.supersets <= self.count(lambda option: option.superset == side))
        cp.add(self.supersets <= self.count(lambda option: option.pairs_freely))
        if ramped := {option: chosen for option, chosen in self.chosen.items() if option.lighter_s}:
            lighter_s = self._model.total(ramped.values(), [option.lighter_s for option in ramped])
            cp.add(lighter_s <= 60 * shortest_warm_up)

    def _define_circuit(self, spread: int, short: Collection[dt.date]) -> None:
        """A circuit has some exercises with the fewest sets, none that needs its full rest, and one that grips."""
        circuit, cp = self.circuit, self._model.cp
        if isinstance(circuit, int):
            return
        cp.add_implication(circuit, self.used)
        cp.add(self.count() >= self._session.circuit.least).only_enforce_if(circuit)
        for date, on in self.on.items():
            if date not in short:
                cp.add_implication(circuit, ~on)
        for option, chosen in self.chosen.items():
            if not option.suits_circuits:
                cp.add_implication(circuit, ~chosen)
            if spread:
                cp.add(self.extra[option] <= spread - spread * circuit)
        cp.add(self.supersets <= self._session.supersets - self._session.supersets * circuit)
        if len(gripping := [chosen for option, chosen in self.chosen.items() if option.grips]) > 1:
            cp.add(self._model.total(gripping) <= 1).only_enforce_if(circuit)
        cp.add(self._time <= 2 * self._session.circuit.most_min - self._around_short).only_enforce_if(circuit)

    @property
    def _around_short(self) -> int:
        """Half minutes of warm-up and cooldown on a short day; only such days hold circuits."""
        return self._session.around(self._session.circuit.most_min)

    @cached_property
    def _time(self) -> Amount:
        """Half minutes of the main work at most; of a circuit, with what is around it beyond that of a short day."""
        if isinstance(self.circuit, int):
            return self.work
        straight = self.work
        turns = self._model.total(self.chosen.values(), [option.in_circuit for option in self.options])
        turns += (self._session.around_circuit - self._around_short) * self.used
        _, most = self._model.range(straight)
        time, cp = self._model.integer(0, most, f"{self.name}.time"), self._model.cp
        cp.add(time == straight).only_enforce_if(~self.circuit)
        cp.add(time == turns).only_enforce_if(self.circuit)
        cp.add(time >= turns)  # tightens the linear relaxation: nothing is shorter than a circuit
        return time

    def where(self, option: Option | None = None, *, exercise: str = "", of: str = "") -> InBlock:
        """The place of the slot, of one of its options, or of an exercise or a kind of thing in it."""
        if option is not None:
            return InBlock(self.block.number, self.letter, option.exercise.id, option.style)
        return InBlock(self.block.number, self.letter, exercise, of=of)

    @property
    def content(self) -> Iterator[IntVar]:
        yield from self.chosen.values()
        yield from (extra for extra in self.extra.values() if not isinstance(extra, int))
        yield self.supersets
        if not isinstance(self.circuit, int):
            yield self.circuit

    def holds(self, option: Option) -> Truth:
        return self.chosen[option]

    def is_at(self, place: str) -> Truth:
        return self.at[place]

    def in_week(self, week: Week) -> Amount:
        """Whether a week has it."""
        return self._in_week[week.number]

    def count(self, which: Callable[[Option], bool] | None = None) -> Amount:
        """How many exercises it holds, or how many of a kind."""
        return self._model.total([chosen for option, chosen in self.chosen.items() if which is None or which(option)])

    def count_of(self, *exercises: str) -> Amount:
        """How many of these exercises it holds, in whatever style."""
        return self._model.total([chosen for exercise in exercises for chosen in self._by_exercise.get(exercise, ())])

    def days_with(self, exercises: Collection[str], without: Sequence[Truth] = ()) -> Amount:
        """On how many days it is and holds one of these exercises; days are not counted where `without` is true."""
        name = f"{self.name}.{'.'.join(sorted(exercises))}"
        chosen = [one for exercise in sorted(exercises) for one in self._by_exercise.get(exercise, ())]
        holds, most = self._model.any(chosen, name), len(self.on)
        days = self._model.total([*self.on.values(), *without], [1] * most + [-1] * len(without))
        if isinstance(holds, int):
            return days if holds else 0
        found = self._model.integer(0, most, f"{name}.days")
        self._model.cp.add(found <= days)
        self._model.cp.add(found <= most * holds)
        self._model.cp.add(found >= days - most * (1 - holds))
        return found

    @cached_property
    def _by_exercise(self) -> dict[str, list[IntVar]]:
        found: dict[str, list[IntVar]] = {}
        for option, chosen in self.chosen.items():
            found.setdefault(option.exercise.id, []).append(chosen)
        return found

    def sets(self, which: Callable[[Option], bool]) -> Amount:
        """How many sets of a kind it holds."""
        return self._sets([option for option in self.chosen if which(option)])

    def sets_of(self, option: Option) -> Amount:
        return self._sets([option])

    def _sets(self, options: Sequence[Option]) -> Amount:
        terms = [term for option in options for term in (self.chosen[option], self.extra[option])]
        return self._model.total(terms, (self._session.sets[0], 1) * len(options))

    @cached_property
    def work(self) -> Amount:
        """Half minutes of the main work at most."""
        terms: list[Amount] = [self.supersets]
        factors = [-self._session.superset_saves]
        for option, chosen in self.chosen.items():
            terms += [chosen, self.extra[option]]
            factors += [option.fewest, option.extra]
        return self._model.total(terms, factors)

    def category_sets(self, category: Category) -> Amount:
        """Sets that count for a category.

        The integer variables tighten the linear relaxation: five sets of at most three need two exercises, where the
        relaxation alone would accept one and two thirds.
        """
        if category not in self._category_sets:

            def counted(option: Option) -> bool:
                return option.exercise.category == category and option.exercise.counts

            held, done = self.count(counted), self.sets(counted)
            _, most = self._model.range(held)
            exercises = self._model.integer(0, most, f"{self.name}.{category}")
            sets = self._model.integer(0, most * self._most_sets, f"{self.name}.{category}.sets")
            self._model.cp.add(exercises == held)
            self._model.cp.add(sets == done)
            self._model.cp.add(sets <= self._most_sets * exercises)
            self._category_sets[category] = sets
        return self._category_sets[category]

    def has(self, trait: Trait) -> Truth:
        """Whether it has a trait; it has the trait `session` when it is used."""
        if trait == "session":
            return self.used
        if trait not in self._known:
            literals = [chosen for option, chosen in self.chosen.items() if TRAITS[trait].of_option(option)]
            self._known[trait] = self._model.any(literals, f"{self.name}.{trait}")
        return self._known[trait]

    def longer(self, minutes: int, room_min: int | None = None) -> Truth:
        """Whether it may last longer than so many minutes on a day with so much room, or enough, drills included.

        Both directions are linear constraints that use the longest work a session can hold, so that the linear
        relaxation already limits the work on a short day.
        """
        left = 2 * minutes - self._session.around(room_min)
        key = f"longer.{left}"
        if key not in self._known:
            if left < 0:
                self._known[key] = self.used
            elif left >= self._most_time:
                self._known[key] = 0
            else:
                longer = self._model.boolean(f"{self.name}.{key}")
                self._model.cp.add(self._time >= (left + 1) * longer)
                above = self._most_time - left
                self._model.cp.add(self._time <= left * self.used + above * longer)
                self._known[key] = longer
        return self._known[key]
