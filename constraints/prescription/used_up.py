"""What follows a range that is used up: more reps at the slower tempo, then a set more, where sessions have time.

Something is added only if all dates that are left in the block keep within their longest time with the doses that
they have: so nothing is taken back within a block. A set more must fit up to the race phase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from constraints.prescription.progression_numbers import ProgressionNumbers
from profiles.plan import Change, Item, Session, Today
from profiles.season import Season, Week

Key = tuple[str, str, int, float | None, str | None]
"""exercise, implement, the bottom of its range, kilograms and tempo; styles that begin alike go on together"""
ANEW: Final[tuple[Change, ...]] = ("ease", "again", "more_load")
"""Changes after which a range is gone through again."""


@dataclass(frozen=True)
class More:
    """What an exercise is asked for over its range."""

    reps: int
    """in all; 0 of holds"""
    a_set: bool = False
    dates: int = 0
    """with these reps and sets, up to now"""
    week: int = 0
    """of the last of them"""
    rose: int = 0
    """week of the last rep more"""
    goes_on: bool = True
    """whether there was time for another step"""


@dataclass
class UsedUp:
    """The way through the dated sessions of a season, first to last."""

    season: Season
    numbers: ProgressionNumbers
    most_sets: int
    minutes: Callable[[Session], int]
    more: dict[Key, More] = field(default_factory=dict)

    def filled(self, sessions: Sequence[Session]) -> tuple[Session, ...]:
        """The sessions with what each date has more."""
        filled: list[Session] = []
        for at, session in enumerate(sessions):
            left = sessions[at:]
            for item in session.main:
                if item.today is not None:
                    self._step(item, item.today, session, left)
            filled.append(self._with(session, self.more))
        return tuple(filled)

    def _step(self, item: Item, today: Today, session: Session, left: Sequence[Session]) -> None:
        """Note what an exercise has more from a date on; nothing where it starts its range again."""
        key, week = _key(item, today), self._week(session)
        if today.change in ANEW:
            self.more = {other: more for other, more in self.more.items() if other[:3] != key[:3]}
        elif _at_end(item, today) and week.running != "cut_back":
            having = [one for one in left if any(other.exercise == item.exercise for other in one.main)]
            held = [one for one in having if one.block == session.block]
            ahead = list(takewhile(self._keeps_sets, having))
            had = self.more.get(key, More(0))
            more = replace(had, reps=today.reps or 0, dates=0) if (today.reps or 0) > had.reps else had
            more = self._fitting(key, item, more, held)
            steps = self._steps(item, session, more)
            risen = next((one for one in steps if self._fits(key, one, ahead if one.a_set else held)), None)
            later = week.number != more.week and more.dates >= self.numbers.dates_a_rep and more.reps >= had.reps
            if risen and later and self._may_rise(today, week):
                self.more[key] = replace(risen, dates=1, week=week.number, goes_on=True)
            else:
                self.more[key] = replace(more, dates=more.dates + 1, week=week.number, goes_on=risen is not None)

    def _may_rise(self, today: Today, week: Week) -> bool:
        usual = week.running == "usual" and week.block.stage == "main"
        reps_rise = self.numbers.course[week.phase] not in ("keep", "ease")
        return today.change == "top" and usual and reps_rise

    def _keeps_sets(self, session: Session) -> bool:
        return session.phase in self.numbers.keep_sets

    def _week(self, session: Session) -> Week:
        return self.numbers.week_on(session.date, self.season)

    def _steps(self, item: Item, session: Session, more: More) -> Iterator[More]:
        """A rep more at the slower tempo, and a set more."""
        week, sides = self._week(session), _sides(item)
        most = max(item.dose.reps[1], self.numbers.extra_until * sides) if item.dose.reps else 0
        if item.today and item.today.tempo and more.reps + sides <= most:
            yield replace(more, reps=more.reps + sides, rose=week.number)
        if week.phase in self.numbers.more_sets and self._takes_a_set(item, session, week) and not more.a_set:
            yield replace(more, a_set=True)

    def _takes_a_set(self, item: Item, session: Session, week: Week) -> bool:
        main = week.block.stage == "main" and self._keeps_sets(session) and week.running == "usual"
        straight = item.superset is None and not session.circuit
        return main and straight and item.dose.sets < self.most_sets

    def _fitting(self, key: Key, item: Item, more: More, held: Sequence[Session]) -> More:
        """As much of it as the sessions of another block have time for."""
        least = item.today.reps or 0 if item.today else 0
        while (more.a_set or more.reps > least) and not self._fits(key, more, held):
            more = replace(more, a_set=False) if more.a_set else replace(more, reps=more.reps - _sides(item))
        return more

    def _fits(self, key: Key, more: More, held: Sequence[Session]) -> bool:
        tried = {**self.more, key: more}
        return all(self.minutes(self._with(one, tried)) <= self._longest(one) for one in held)

    def _longest(self, session: Session) -> int:
        return min(session.most_min, self.season.profile.room_min(session.date))

    def _with(self, session: Session, more: Mapping[Key, More]) -> Session:
        week = self._week(session)
        if week.running == "cut_back":
            return session
        main = tuple(
            item.model_copy(update={"today": self._today(item, item.today, its, session, week)})
            if item.today and (its := more.get(_key(item, item.today))) and _at_end(item, item.today)
            else item
            for item in session.main
        )
        return session.model_copy(update={"main": main})

    def _today(self, item: Item, today: Today, more: More, session: Session, week: Week) -> Today:
        one = 1 if more.a_set and self._takes_a_set(item, session, week) else 0
        change: Change = today.change
        if change == "top" and more.goes_on:
            change = "more_reps" if more.rose == week.number else "hold"
        reps = today.reps and max(more.reps, today.reps)
        return today.model_copy(update={"sets": today.sets + one, "reps": reps, "change": change})


def _sides(item: Item) -> int:
    """Reps of a step: alternating work counts both sides."""
    return 2 if item.entry.sides == "alternating" else 1


def _key(item: Item, today: Today) -> Key:
    low, _ = item.dose.reps or item.dose.seconds or (0, 0)
    return item.exercise, item.load, low, today.load_kg, today.tempo


def _at_end(item: Item, today: Today) -> bool:
    """Whether it is at the slower tempo, which begins where the range ends, or at the top of its range."""
    _, top = item.dose.reps or item.dose.seconds or (0, 0)
    return today.tempo is not None or (today.reps or today.seconds or 0) >= top
