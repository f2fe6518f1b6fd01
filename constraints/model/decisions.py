"""The decision variables, every auxiliary of them, and the questions that rules ask.

For each slot of the blocks of a window these are decided: its exercises with their sets and its place (once per
block), and its days (once per week). Blocks before the window are data. Rules create no variables: each auxiliary is
defined here once, in both directions, so that no rule depends on another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from constraints.model.domain import Domain
from constraints.model.past import Past
from constraints.model.reduced import Reduced
from constraints.model.slot import Slot
from constraints.model.traits import TRAITS, Trait
from constraints.prescription.dose import LOADED, SessionNumbers
from constraints.prescription.options import Option
from profiles.exercise import Category, Pattern, catalogue
from profiles.plan import AddonKind, Style
from profiles.season import Block, Day, Season, Week
from solver.scope import Recurring

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from solver.cpsat.model import Amount, Model, Truth


class Decisions:
    """Every decision of a window, and the questions rules ask."""

    def __init__(
        self, model: Model, season: Season, window: Sequence[Block], domain: Domain, session: SessionNumbers,
        past: Past,
    ) -> None:  # fmt: skip
        self.season = season
        self.blocks = tuple(window)
        self.weeks = tuple(week for block in window for week in season.weeks_in(block))
        self.most_sets = session.sets[1]
        self._model, self._past = model, past
        self._sets_in = domain.sets
        self._known: dict[tuple[object, ...], Amount] = {}
        self._recurs: dict[Slot, Truth] = {}
        self._practised: dict[tuple[int, frozenset[str], int], Truth] = {}
        self._sets_held: dict[Block, dict[tuple[Slot, ...], tuple[Truth, ...]]] = {}
        self.slots = {block: self._slots_of(block, domain, session) for block in window}
        here = {day.date for day in self.days}
        self.reduced = {
            date: Reduced(model, date, there, session, season.profile.room_min(date))
            for date in sorted(season.exceptions)
            if (there := [slot for slot in self.all_slots() if date in slot.on])
        }
        self.addons = {
            (date, kind): model.boolean(f"{date:%m-%d}.{kind}")
            for kind, dates in domain.addons.items()
            for date in sorted(dates & here)
        }
        self._define()

    def _slots_of(self, block: Block, domain: Domain, session: SessionNumbers) -> tuple[Slot, ...]:
        weeks = [(week, [day for day in week.days if day.date in domain.days]) for week in self.season.weeks_in(block)]
        places = sorted({day.place for _, days in weeks for day in days})
        room = {day.date: self.season.profile.room_min(day.date) for _, days in weeks for day in days}
        return tuple(
            Slot(
                self._model,
                block,
                letter,
                domain.options[block.number],
                places,
                weeks,
                session,
                domain.sets[block.number],
                domain.minutes.get(block.number),
                room,
            )
            for letter in domain.slots[block.number]
            if places
        )

    def _define(self) -> None:
        """Slots are used in the order of their letters, and a day holds one thing, a session or an add-on.

        Each slot is held whole once: that is what its letter stands for.
        """
        for block, slots in self.slots.items():
            for one, next_one in pairwise(slots):
                self._model.cp.add_implication(next_one.used, one.used)
                if self.reduced:  # a letter that recurs comes before one that stands for single dates
                    self._model.cp.add(self.recurs(next_one) <= self.recurs(one))
            for slot in slots:
                whole = self._model.total(list(slot.on.values())) - self._partly(slot, slot.on)
                if slot.on.keys() & self.reduced:
                    self._model.cp.add(whole >= slot.used)
                    self._bind_to_usual_days(slot)
            for week in self.season.weeks_in(block):
                for day in week.days:
                    taken = [slot.on[day.date] for slot in slots if day.date in slot.on]
                    taken += [addon for (date, _), addon in self.addons.items() if date == day.date]
                    if len(taken) > 1:
                        self._model.cp.add_at_most_one(taken)

    def _bind_to_usual_days(self, slot: Slot) -> None:
        """On a short day or before a B race a letter is one that recurs; a pinned day may have a letter of its own."""
        pinned = {pin.date for pin in self.season.profile.strength.pins}
        if slot.on.keys() - self.reduced.keys():
            for date in slot.on.keys() & self.reduced.keys() - pinned:
                self._model.cp.add(slot.on[date] <= self.recurs(slot))

    def _partly(self, slot: Slot, dates: Iterable[dt.date]) -> Amount:
        """On how many of these days a slot is reduced."""
        return self._model.total([self.reduced[date].partly[slot] for date in dates if date in self.reduced])

    def whole_in(self, slot: Slot, week: Week) -> Amount:
        """Whether a week holds a slot whole."""
        return slot.in_week(week) - self._partly(slot, [day.date for day in week.days if day.date in slot.on])

    def recurs(self, slot: Slot) -> Truth:
        """Whether a slot is on a day that is no exception; a slot on exceptions only stands for these dates alone."""
        if slot not in self._recurs:
            usual = [on for date, on in slot.on.items() if date not in self.reduced]
            whole = len(usual) == len(slot.on)
            self._recurs[slot] = slot.used if whole else self._model.any(usual, f"{slot.name}.recurs")
        return self._recurs[slot]

    @property
    def days(self) -> Iterator[Day]:
        """The days of the window."""
        return (day for week in self.weeks for day in week.days)

    @property
    def calendar(self) -> tuple[Amount, ...]:
        """The variables that decide where and when: days and places of the slots."""
        return tuple(truth for slot in self.all_slots() for truth in (*slot.on.values(), *slot.at.values()))

    @property
    def content(self) -> tuple[IntVar, ...]:
        """The variables that decide what is done: exercises of the slots and their sets."""
        return tuple(variable for slot in self.all_slots() for variable in slot.content)

    def all_slots(self) -> Iterator[Slot]:
        return (slot for slots in self.slots.values() for slot in slots)

    def on(self, date: dt.date, trait: Trait = "session") -> Amount:
        """Whether a session with a trait is on a date; dates after the window hold none."""
        if (session := self._past.on(date)) is not None:
            return int(TRAITS[trait].of_session(session))
        key = (date, trait)
        if key not in self._known:
            self._known[key] = self._model.total([self.carries(slot, date, trait) for slot in self._slots_on(date)])
        return self._known[key]

    def addon_on(self, date: dt.date, *kinds: AddonKind) -> Amount:
        """Whether one of these add-ons is on a date; a day holds one thing, a session or an add-on."""
        if self._past.has_addon(date, kinds):
            return 1
        return self._model.total([self.addons[date, kind] for kind in kinds if (date, kind) in self.addons])

    def held_before(
        self, block: Block, exercises: Iterable[str], style: Style | None = None, *, since: dt.date = dt.date.min
    ) -> Truth:
        """Whether an earlier block holds one of these exercises, in a style if one is given.

        Blocks that ended before `since` do not count.
        """
        names = frozenset(exercises)
        earlier = {one.number for one in self.season.blocks if one.number < block.number and one.last >= since}
        if self._past.held(names, style, earlier):
            return 1
        chosen = [
            literal
            for slot in self.all_slots()
            if slot.block.number in earlier
            for option, literal in slot.chosen.items()
            if option.exercise.id in names and style in (None, option.style)
        ]
        return self._model.any(chosen, f"b{block.number}.after.{'.'.join(sorted(names))}")

    def practised(self, block: Block, exercises: Iterable[str], sessions: int) -> Truth:
        """Whether earlier blocks hold so many sessions with one of these exercises, by date, without reduced ones."""
        names = frozenset(exercises)
        key = (block.number, names, sessions)
        if key not in self._practised:
            done = [
                slot.days_with(names, without=[one.partly[slot] for one in self.reduced.values() if slot in one.partly])
                for slot in self.all_slots()
                if slot.block.number < block.number
            ]
            total = self._model.total([self._past.practised(names, block.number), *done])
            self._practised[key] = self._model.reaches(
                total, sessions, f"b{block.number}.{sessions}x.{'.'.join(sorted(names))}"
            )
        return self._practised[key]

    def carries(self, slot: Slot, date: dt.date, trait: Trait) -> Amount:
        """Whether a slot is on a date and has a trait."""
        if trait == "session":
            return slot.on[date]
        key = (slot.name, date, trait)
        if key not in self._known:
            has = self.reduced[date].has(trait) if date in self.reduced else slot.has(trait)
            self._known[key] = self._model.both(slot.on[date], has, f"{slot.name}.{date:%m-%d}.{trait}")
        return self._known[key]

    def longer_on(self, date: dt.date, minutes: int) -> Amount:
        """Whether a session on a date lasts longer than so many minutes."""
        longer: list[Amount] = [
            self._and_on(slot, date, slot.longer(minutes, self.season.profile.room_min(date)), f"longer.{minutes}")
            for slot in self._slots_on(date)
        ]
        return self._model.total([*longer, self.reduced[date].longer(minutes)] if date in self.reduced else longer)

    def left_out(self, date: dt.date) -> Iterator[tuple[Slot, Amount]]:
        """How many exercises the session of a date leaves out, for each slot that may be on the date and reduced.

        The amount is negative or 0 for a slot that is not.
        """
        if date in self.reduced:
            for slot in self.reduced[date].partly:
                yield slot, self.reduced[date].left_out(slot)

    def new_on(self, date: dt.date, *, since: dt.date) -> Amount:
        """How many exercises the session of an exception holds that are new; 0 or less where none is.

        They are new where no earlier block that ended on a day or later held them, and no session of the same letter
        stands before in the block.
        """
        if date not in self.reduced:
            return 0
        whole, (slot, *_) = self.reduced[date], self.reduced[date].partly
        new = [
            self._model.both(
                kept,
                self._model.no(self.held_before(slot.block, (option.exercise.id,), since=since)),
                f"{date:%m-%d}.new.{option}",
            )
            for option, kept in whole.kept.items()
        ]
        first = [
            self._model.both(one.on[date], self._model.no(self._stood(one, date)), f"{one.name}.{date:%m-%d}.first")
            for one in whole.partly
        ]
        return self._model.total([*new, *first], [1] * len(new) + [len(new)] * len(first)) - len(new)

    def _stood(self, slot: Slot, date: dt.date) -> Truth:
        """Whether a slot is on an earlier day."""
        return self._model.any([on for day, on in slot.on.items() if day < date], f"{slot.name}.before.{date:%m-%d}")

    def lifts_lacking(self, date: dt.date, least: int) -> Amount:
        """How many heavy lifts the session of a date keeps less than so many, if it is reduced; else 0 or less.

        A circuit is asked for none.
        """
        if date not in self.reduced or self.reduced[date].circuit:
            return 0
        partly = self._model.total(list(self.reduced[date].partly.values()))
        return least * partly - self.reduced[date].count(lambda option: option.style == "heavy")

    def elsewhere_on(self, date: dt.date, place: str) -> Amount:
        """Whether a session on a date belongs to another place."""
        return self._model.total(
            [
                self._model.both(slot.on[date], at, f"{slot.name}.{date:%m-%d}.at.{other}")
                for slot in self._slots_on(date)
                for other, at in slot.at.items()
                if other != place
            ]
        )

    def sessions(self, week: Week) -> Amount:
        """How many sessions a week holds."""
        return self.sessions_on([day.date for day in week.days])

    def sessions_on(self, dates: Iterable[dt.date]) -> Amount:
        """How many of these days hold a session."""
        return self._model.total([self.on(date) for date in dates])

    def addons_in(self, week: Week, *kinds: AddonKind) -> Amount:
        """How many days of a week hold one of these add-ons."""
        return self._model.total([self.addon_on(day.date, *kinds) for day in week.days])

    def taken(self, dates: Iterable[dt.date], *kinds: AddonKind) -> Amount:
        """How many of these days hold a session or one of these add-ons."""
        return self._model.total([self.on(date) + self.addon_on(date, *kinds) for date in dates])

    def sets(self, block: Block, which: Callable[[Option], bool]) -> Amount:
        """Sets of a kind in a full week of a block."""
        return self._model.total([slot.sets(which) for slot in self.slots[block]])

    def slots_with(self, block: Block, trait: Trait) -> Amount:
        """How many sessions of a full week of a block have a trait."""
        return self._model.total([slot.has(trait) for slot in self.slots[block]])

    def category_sets(self, block: Block, category: Category) -> Amount:
        """Sets that count for a category in a full week of a block."""
        return self._model.total([slot.category_sets(category) for slot in self.slots[block]])

    def weekly(self, block: Block, amount: Callable[[Slot], Amount]) -> Recurring:
        """What each full week of a block holds of an amount that each slot has."""
        of = {slot: amount(slot) for slot in self.slots[block]}
        cases = [(self._model.total([of[slot] for slot in held]), weeks) for held, weeks in self._held(block).items()]
        return Recurring(tuple(week for week in self.season.weeks_in(block) if week.full), tuple(cases))

    def weekly_count(self, block: Block, which: Callable[[Option], bool]) -> Recurring:
        """Exercises of a kind in each full week of a block."""
        return self.weekly(block, lambda slot: slot.count(which))

    def _held(self, block: Block) -> dict[tuple[Slot, ...], tuple[Truth, ...]]:
        """Each set of slots that a week of a block may hold whole, the largest first, and whether a full week does."""
        if block not in self._sets_held:
            slots, full = self.slots[block], [week for week in self.season.weeks_in(block) if week.full]
            sets = [held for size in range(len(slots), -1, -1) for held in combinations(slots, size)]
            letters = ["".join(slot.letter for slot in held) for held in sets]
            weeks = [[self._model.boolean(f"w{week.number:02}.holds.{name}") for name in letters] for week in full]
            for week, here in zip(full, weeks, strict=True):
                self._model.cp.add_exactly_one(here)
                for slot in slots:
                    there = [one for held, one in zip(sets, here, strict=True) if slot in held]
                    self._model.cp.add(self._model.total(there) == self.whole_in(slot, week))
            self._sets_held[block] = {held: tuple(here[index] for here in weeks) for index, held in enumerate(sets)}
        return self._sets_held[block]

    def count(self, block: Block, which: Callable[[Option], bool]) -> Amount:
        """Exercises of a kind in a full week of a block."""
        return self._model.total([slot.count(which) for slot in self.slots[block]])

    def letters(self, block: Block) -> tuple[str, ...]:
        """The letters of the sessions that a block may have."""
        return tuple(slot.letter for slot in self.slots[block])

    def weekdays(self, letter: str, week: Week) -> dict[int, Amount]:
        """Whether a slot is on a weekday (0 = Monday) of a week, for each weekday that is possible."""
        if week not in self.weeks:
            held = {day.date.weekday(): self._past.on(day.date) for day in week.days}
            return {weekday: 1 for weekday, session in held.items() if session and session.slot == letter}
        return {
            day.date.weekday(): slot.on[day.date]
            for slot in self.slots[week.block]
            if slot.letter == letter
            for day in week.days
            if day.date in slot.on
        }

    def on_weekdays(self, letter: str, week: Week, weekdays: Collection[int]) -> Amount:
        """Whether a slot is on one of these weekdays in a week."""
        return self._model.total([on for weekday, on in self.weekdays(letter, week).items() if weekday in weekdays])

    def letter_on(self, date: dt.date, letter: str) -> Amount:
        """Whether a certain slot is on a date."""
        return self._model.total([slot.on[date] for slot in self._slots_on(date) if slot.letter == letter])

    def repeats(self, block: Block, before: Block) -> dict[str, Amount]:
        """Accessories of a block before, and how many sessions of a block hold them again."""
        held = self.held_in(before)
        again: dict[str, list[Amount]] = {}
        for slot in self.slots[block]:
            for option, chosen in slot.chosen.items():
                if option.exercise.id in held and not option.exercise.lasts:
                    name = f"{slot.name}.{option}.again.{before.number}"
                    repeat = self._model.both(chosen, held[option.exercise.id], name)
                    again.setdefault(option.exercise.id, []).append(repeat)
        return {exercise: self._model.total(repeats) for exercise, repeats in again.items()}

    def carried_on(self, before: Block, block: Block, patterns: Collection[Pattern]) -> tuple[Truth, Amount]:
        """Whether a block before holds a loaded lift of these patterns, and how many such lifts of a block go on.

        A lift goes on where the block before holds it, or the rung below it, and it is no less heavy.
        """
        held = {
            (exercise, style): truth
            for style in LOADED
            for exercise, truth in self.held_in(before, style).items()
            if catalogue()[exercise].pattern in patterns
        }
        again: list[Truth] = []
        for slot in self.slots[block]:
            for option, chosen in slot.chosen.items() if held else ():
                if option.style in LOADED and option.exercise.pattern in patterns:
                    rungs, name = (option.exercise.id, *option.exercise.easier), f"{slot.name}.{option}.goes_on"
                    styles = LOADED[LOADED.index(option.style) :]
                    known = [held[rung, style] for rung in rungs for style in styles if (rung, style) in held]
                    again.append(self._model.both(chosen, self._model.any(known, f"{name}.before"), name))
        had = self._model.any([*held.values()], f"b{block.number}.had.{'.'.join(patterns)}")
        return had, self._model.total(again)

    def held_in(self, block: Block, style: Style | None = None) -> dict[str, Truth]:
        """The exercises that a block may hold, in a style if one is given, and whether it holds them.

        Of blocks up to the window: those before it are data.
        """
        if block not in self.slots:
            return dict.fromkeys(self._past.exercises_of(block.number, style), 1)
        held: dict[str, list[Truth]] = {}
        for slot in self.slots[block]:
            for option, chosen in slot.chosen.items():
                if style in (None, option.style):
                    held.setdefault(option.exercise.id, []).append(chosen)
        return {key: self._model.any(now, f"b{block.number}.holds.{key}") for key, now in held.items()}

    def _slots_on(self, date: dt.date) -> Iterator[Slot]:
        return (slot for slots in self.slots.values() for slot in slots if date in slot.on)

    def _and_on(self, slot: Slot, date: dt.date, literal: Truth, name: str) -> Amount:
        """Whether a slot is whole on a date, and a literal is true."""
        key = (slot.name, date, name)
        if key not in self._known:
            on = self.reduced[date].whole[slot] if date in self.reduced else slot.on[date]
            self._known[key] = self._model.both(on, literal, f"{slot.name}.{date:%m-%d}.{name}")
        return self._known[key]
