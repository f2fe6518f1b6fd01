"""The decision variables, every auxiliary of them, and the questions that rules ask.

Decided are, for the blocks of one window: which exercises a slot holds and with how many sets (once per block), at
which place (once per block), and which days carry it (once per week). What lies before the window is data.
Rules own no variables; each auxiliary is defined here once, in both directions, so no rule depends on another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from constraints.options import Option
from constraints.prescription.dose import SessionNumbers
from constraints.templates import templates
from profiles.exercise import Category
from profiles.plan import Addon, AddonKind, Session, Style, Work
from profiles.season import Block, Day, Season, Week

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.engine import Amount, Model, Truth

Trait = Literal["session", "lifting", "legs", "heavy_legs", "upper", "impact", "work", "hip_thrust"]
TRAITS: dict[Trait, Callable[[Option], bool]] = {
    "lifting": lambda option: option.style not in ("hold", "prehab"),
    "legs": lambda option: option.legs,
    "heavy_legs": lambda option: option.legs and option.heavy,
    "upper": lambda option: option.exercise.region == "upper" and option.style in ("moderate", "bodyweight"),
    "impact": lambda option: option.exercise.impact == "high",
    "work": lambda option: option.exercise.kind not in ("mobility", "activation"),
    "hip_thrust": lambda option: option.exercise.hip_thrust and not option.heavy,
}
PAST_TRAITS: dict[Trait, Callable[[Session], bool]] = {
    "session": bool,
    "lifting": lambda session: session.lifting,
    "legs": lambda session: session.legs,
    "heavy_legs": lambda session: session.heavy_legs,
    "upper": lambda session: session.upper,
    "impact": lambda session: any(item.entry.impact == "high" for item in session.main),
    "work": lambda session: any(item.entry.kind not in ("mobility", "activation") for item in session.main),
    "hip_thrust": lambda session: any(item.entry.hip_thrust and not item.heavy for item in session.main),
}


TRAIT_OF: dict[Work, Trait] = {
    "any session": "session", "lifting": "lifting", "leg work": "legs", "heavy leg work": "heavy_legs",
}  # fmt: skip


@dataclass(frozen=True)
class Domain:
    """What may be decided at all: walls that strike out a day or an option are applied before variables are made."""

    slots: Mapping[int, tuple[str, ...]]
    """letters by block number"""
    days: frozenset[dt.date]
    options: Mapping[int, tuple[Option, ...]]
    """by block number"""
    sets: Mapping[int, int]
    """most sets of an exercise, by block number"""
    addons: Mapping[AddonKind, frozenset[dt.date]] = field(default_factory=dict)
    """days by kind, of those that are asked for"""
    minutes: Mapping[int, int] = field(default_factory=dict)
    """most minutes of a session, by block number; without an entry any"""


class Slot:
    """The variables of one slot of one block."""

    def __init__(
        self, model: Model, block: Block, letter: str, options: Sequence[Option], places: Sequence[str],
        weeks: Sequence[tuple[Week, Sequence[Day]]], session: SessionNumbers, most_sets: int,
        most_minutes: int | None,
    ) -> None:  # fmt: skip
        self.block, self.letter, self.options = block, letter, options
        self._model, self._session = model, session
        self._known: dict[str, Truth] = {}
        self.name = f"b{block.number}.{letter}"
        self.on = {
            day.date: model.boolean(f"w{week.number:02}.{letter}.{day.date:%a}") for week, days in weeks for day in days
        }
        self.present = {week.number: model.total([self.on[day.date] for day in days]) for week, days in weeks}
        self.used = model.boolean(f"{self.name}.used")
        self.at = {place: model.boolean(f"{self.name}.at.{place}") for place in places}
        self.chosen = {option: model.boolean(f"{self.name}.{option}") for option in options}
        spread = most_sets - session.sets[0]
        self.extra: dict[Option, int | IntVar] = {
            option: model.integer(0, spread, f"{self.name}.{option}.more") if spread else 0 for option in options
        }
        self.supersets = model.integer(0, session.supersets, f"{self.name}.supersets")
        self._define(spread)
        _, self._most_work = model.range(self.work_min)
        if most_minutes is not None:
            self._most_work = min(self._most_work, max(0, self._work(most_minutes)))
            model.cp.add(self.work_min <= self._most_work * self.used)

    def _define(self, spread: int) -> None:
        cp = self._model.cp
        for days in self.present.values():
            cp.add(days <= self.used)
        cp.add(self._model.total(list(self.on.values())) >= self.used)
        cp.add(self._model.total(list(self.at.values())) == self.used)
        cp.add(self._model.total(list(self.chosen.values())) >= self.used)
        styles: dict[str, list[IntVar]] = {}
        for option, chosen in self.chosen.items():
            cp.add_implication(chosen, self.used)
            if spread:
                cp.add(self.extra[option] <= spread * chosen)
            styles.setdefault(option.exercise.id, []).append(chosen)
        for same in styles.values():
            if len(same) > 1:
                cp.add_at_most_one(same)
        for side in ("lower", "other"):
            cp.add(self.supersets <= self.count(lambda option: option.superset == side))

    @property
    def content(self) -> Iterator[IntVar]:
        yield from self.chosen.values()
        yield from (extra for extra in self.extra.values() if not isinstance(extra, int))
        yield self.supersets

    def count(self, which: Callable[[Option], bool] | None = None) -> Amount:
        """How many exercises it holds, or how many of a kind."""
        return self._model.total([chosen for option, chosen in self.chosen.items() if which is None or which(option)])

    def sets(self, which: Callable[[Option], bool]) -> Amount:
        """How many sets of a kind it holds."""
        terms: list[Amount] = []
        factors: list[int] = []
        for option, chosen in self.chosen.items():
            if which(option):
                terms += [chosen, self.extra[option]]
                factors += [self._session.sets[0], 1]
        return self._model.total(terms, factors)

    @cached_property
    def work_min(self) -> Amount:
        """Minutes of the main work."""
        terms: list[Amount] = [self.supersets]
        factors = [-self._session.superset_saves_min]
        for option, chosen in self.chosen.items():
            terms += [chosen, self.extra[option]]
            factors += [option.fewest, option.extra]
        return self._model.total(terms, factors)

    def has(self, trait: Trait) -> Truth:
        """Whether it has a trait; it has the trait `session` when it is used."""
        if trait == "session":
            return self.used
        if trait not in self._known:
            literals = [chosen for option, chosen in self.chosen.items() if TRAITS[trait](option)]
            self._known[trait] = self._model.any(literals, f"{self.name}.{trait}")
        return self._known[trait]

    def longer(self, minutes: int) -> Truth:
        """Whether it lasts longer than so many minutes, warm-up and cooldown included.

        Both directions are sums, and as tight as the most minutes there can be make them: the relaxation then knows
        that a short day takes little work.
        """
        key = f"longer.{minutes}"
        if key not in self._known:
            room = self._work(minutes)
            if room < 0:
                self._known[key] = self.used
            elif room >= self._most_work:
                self._known[key] = 0
            else:
                longer = self._model.boolean(f"{self.name}.{key}")
                self._model.cp.add(self.work_min >= (room + 1) * longer)
                self._model.cp.add(self.work_min <= room * self.used + (self._most_work - room) * longer)
                self._known[key] = longer
        return self._known[key]

    def _work(self, minutes: int) -> int:
        """The minutes that warm-up and cooldown leave."""
        return minutes - self._session.warm_up_min - self._session.cooldown_min


class Decisions:
    """Every decision of a window, and the questions rules ask."""

    def __init__(
        self, model: Model, season: Season, window: Sequence[Block], domain: Domain, session: SessionNumbers,
        past: Sequence[Session] = (), past_addons: Sequence[Addon] = (),
    ) -> None:  # fmt: skip
        self.model, self.season, self.session_numbers = model, season, session
        self.blocks = tuple(window)
        self._most_sets = domain.sets
        self.weeks = tuple(week for block in window for week in season.weeks_in(block))
        self._past = {session.date: session for session in past}
        self._past_items: dict[str, set[tuple[int, Style]]] = {}
        """block and style of each exercise that was held"""
        for held in past:
            for item in held.main:
                self._past_items.setdefault(item.exercise, set()).add((held.block, item.style))
        self._past_addons = {(addon.date, addon.kind) for addon in past_addons}
        self._known: dict[tuple[object, ...], Amount] = {}
        self.slots: dict[Block, tuple[Slot, ...]] = {}
        for block in window:
            weeks = [(week, [day for day in week.days if day.date in domain.days]) for week in season.weeks_in(block)]
            places = sorted({day.place for _, days in weeks for day in days})
            self.slots[block] = tuple(
                Slot(
                    model,
                    block,
                    letter,
                    domain.options[block.number],
                    places,
                    weeks,
                    session,
                    domain.sets[block.number],
                    domain.minutes.get(block.number),
                )
                for letter in domain.slots[block.number]
                if places
            )
        here = {day.date for day in self.days}
        self.addons = {
            (date, kind): model.boolean(f"{date:%m-%d}.{kind}")
            for kind, dates in domain.addons.items()
            for date in sorted(dates & here)
        }
        for block, slots in self.slots.items():
            for one, next_one in pairwise(slots):
                model.cp.add_implication(next_one.used, one.used)
            for week in season.weeks_in(block):
                for day in week.days:
                    taken = [slot.on[day.date] for slot in slots if day.date in slot.on]
                    taken += [addon for (date, _), addon in self.addons.items() if date == day.date]
                    if len(taken) > 1:
                        model.cp.add_at_most_one(taken)

    @property
    def days(self) -> Iterator[Day]:
        """The days of the window."""
        return (day for week in self.weeks for day in week.days)

    @property
    def calendar(self) -> tuple[Amount, ...]:
        """What says where and when: the days and the places of the slots."""
        return tuple(truth for slot in self.all_slots() for truth in (*slot.on.values(), *slot.at.values()))

    @property
    def content(self) -> tuple[IntVar, ...]:
        """What says what is done: the exercises of the slots and their sets."""
        return tuple(variable for slot in self.all_slots() for variable in slot.content)

    def all_slots(self) -> Iterator[Slot]:
        return (slot for slots in self.slots.values() for slot in slots)

    def on(self, date: dt.date, trait: Trait = "session") -> Amount:
        """Whether a session with a trait is on a date; what comes after the window counts as nothing yet."""
        if date in self._past:
            return int(PAST_TRAITS[trait](self._past[date]))
        key = (date, trait)
        if key not in self._known:
            self._known[key] = self.model.total([self.carries(slot, date, trait) for slot in self._slots_on(date)])
        return self._known[key]

    def addon_on(self, date: dt.date, *kinds: AddonKind) -> Amount:
        """Whether one of these add-ons is on a date; a day holds one thing, a session or an add-on."""
        if any((date, kind) in self._past_addons for kind in kinds):
            return 1
        return self.model.total([self.addons[date, kind] for kind in kinds if (date, kind) in self.addons])

    def held_before(self, block: Block, exercises: Iterable[str], style: Style | None = None, weeks: int = 1) -> Truth:
        """Whether an earlier block of so many weeks holds one of these exercises, in a style if one is given."""
        names = frozenset(exercises)
        earlier = {
            one.number
            for one in self.season.blocks
            if one.number < block.number and len(self.season.weeks_in(one)) >= weeks
        }
        if any(
            held in earlier and style in (None, how) for name in names for held, how in self._past_items.get(name, ())
        ):
            return 1
        chosen = [
            literal
            for slot in self.all_slots()
            if slot.block.number in earlier
            for option, literal in slot.chosen.items()
            if option.exercise.id in names and style in (None, option.style)
        ]
        return self.model.any(chosen, f"b{block.number}.after.{'.'.join(sorted(names))}")

    def template(self, name: str) -> tuple[str, ...]:
        """The exercises of a template that a session may start from."""
        return tuple(dict.fromkeys(part.exercise for part in templates()[name].main if part.style))

    def carries(self, slot: Slot, date: dt.date, trait: Trait) -> Amount:
        """Whether a slot is on a date and has a trait."""
        if trait == "session":
            return slot.on[date]
        key = (slot.name, date, trait)
        if key not in self._known:
            self._known[key] = self.model.both(slot.on[date], slot.has(trait), f"{slot.name}.{date:%m-%d}.{trait}")
        return self._known[key]

    def longer_on(self, date: dt.date, minutes: int) -> Amount:
        """Whether a session on a date lasts longer than so many minutes."""
        return self.model.total(
            [self._and_on(slot, date, slot.longer(minutes), f"longer.{minutes}") for slot in self._slots_on(date)]
        )

    def elsewhere_on(self, date: dt.date, place: str) -> Amount:
        """Whether a session on a date belongs to another place."""
        return self.model.total(
            [
                self._and_on(slot, date, at, f"at.{other}")
                for slot in self._slots_on(date)
                for other, at in slot.at.items()
                if other != place
            ]
        )

    def sessions(self, week: Week) -> Amount:
        """How many sessions a week holds."""
        return self.model.total([self.on(day.date) for day in week.days])

    def sets(self, block: Block, which: Callable[[Option], bool]) -> Amount:
        """Sets of a kind in a full week of a block."""
        return self.model.total([slot.sets(which) for slot in self.slots[block]])

    def category_sets(self, block: Block, category: Category) -> Amount:
        """Sets of a category in a full week of a block.

        As whole numbers the sets bound the exercises that make them up from below: five sets of at most three take
        two exercises, where the relaxation would be content with one and two thirds.
        """
        key = (block.number, category)
        if key not in self._known:
            held = self.count(block, lambda option: option.exercise.category == category)
            done = self.sets(block, lambda option: option.exercise.category == category)
            _, most = self.model.range(held)
            exercises = self.model.integer(0, most, f"b{block.number}.{category}")
            sets = self.model.integer(0, most * self._most_sets[block.number], f"b{block.number}.{category}.sets")
            self.model.cp.add(exercises == held)
            self.model.cp.add(sets == done)
            self.model.cp.add(sets <= self._most_sets[block.number] * exercises)
            self._known[key] = sets
        return self._known[key]

    def count(self, block: Block, which: Callable[[Option], bool]) -> Amount:
        """Exercises of a kind in a full week of a block."""
        return self.model.total([slot.count(which) for slot in self.slots[block]])

    def weekday(self, slot_letter: str, week: Week) -> dict[int, Amount]:
        """On which weekday (0 = Monday) a slot is in a week: literals by weekday, of those that are possible."""
        if week not in self.weeks:
            return {
                day.date.weekday(): 1
                for day in week.days
                if day.date in self._past and self._past[day.date].slot == slot_letter
            }
        return {
            day.date.weekday(): slot.on[day.date]
            for slot in self.slots[week.block]
            if slot.letter == slot_letter
            for day in week.days
            if day.date in slot.on
        }

    def letter_on(self, date: dt.date, letter: str) -> Amount:
        """Whether a certain slot is on a date."""
        return self.model.total([slot.on[date] for slot in self._slots_on(date) if slot.letter == letter])

    def repeats(self, block: Block) -> dict[str, Amount]:
        """Exercises of the block before, and how many sessions of a block hold them again other than as a main lift."""
        before = self._before(block)
        again: dict[str, list[Amount]] = {}
        for slot in self.slots[block]:
            for option, chosen in slot.chosen.items():
                if option.exercise.id in before and option.role != "heavy_compound":
                    name = f"{slot.name}.{option}.again"
                    repeat = self.model.both(chosen, before[option.exercise.id], name)
                    again.setdefault(option.exercise.id, []).append(repeat)
        return {exercise: self.model.total(repeats) for exercise, repeats in again.items()}

    def _before(self, block: Block) -> dict[str, Truth]:
        """Exercises of the block before, decided or not."""
        number = block.number - 1
        for earlier in self.blocks:
            if earlier.number == number:
                held: dict[str, list[Truth]] = {}
                for slot in self.slots[earlier]:
                    for option, chosen in slot.chosen.items():
                        held.setdefault(option.exercise.id, []).append(chosen)
                return {key: self.model.any(now, f"b{number}.holds.{key}") for key, now in held.items()}
        past = (session for session in self._past.values() if session.block == number)
        return {item.exercise: 1 for session in past for item in session.main}

    def _slots_on(self, date: dt.date) -> Iterator[Slot]:
        return (slot for slots in self.slots.values() for slot in slots if date in slot.on)

    def _and_on(self, slot: Slot, date: dt.date, literal: Truth, name: str) -> Amount:
        key = (slot.name, date, name)
        if key not in self._known:
            self._known[key] = self.model.both(slot.on[date], literal, f"{slot.name}.{date:%m-%d}.{name}")
        return self._known[key]
