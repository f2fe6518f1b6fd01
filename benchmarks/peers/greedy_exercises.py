"""Fills sessions without search: rotates through categories and takes the least recently used exercise that fits."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.peers.season import rule_of
from constraints.model.domain import Domain
from constraints.planning.brief import Brief
from constraints.prescription.dose import implement
from constraints.prescription.options import Option
from constraints.prescription.session import Choice
from constraints.rules.dose.enough_exercises import EnoughExercises
from constraints.rules.dose.exercises_at_most import ExercisesAtMost
from constraints.rules.dose.sessions_end_in_time import SessionsEndInTime
from constraints.rules.dose.weekly_category_sets import WeeklyCategorySets
from profiles.exercise import Category
from profiles.season import Block, Day


@dataclass
class Missing:
    """What a block still needs: sets by category, and the sessions left for them. `held` are its patterns."""

    sets: Counter[Category]
    sessions: int
    held: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> int:
        """Sets for the next session."""
        return -(-sum(self.sets.values()) // self.sessions)


@dataclass
class Menu:
    """The order of exercises; one that was taken moves to the end of its category."""

    brief: Brief
    domain: Domain
    _turns: dict[Category, deque[str]] = field(default_factory=dict)

    def missing(self, block: Block, sessions: int) -> Missing:
        rule = rule_of(self.brief, WeeklyCategorySets)
        return Missing(Counter(rule.least[block.phase] if rule else {}), sessions)

    def fill(self, block: Block, letter: str, days: Sequence[Day], missing: Missing) -> Choice:
        """Exercises until the time or the session's share of sets is used, but at least a few."""
        fewest, _ = self.brief.doctrine.tables.session.sets
        halves, share = self._halves(block, days), missing.share
        enough, most = rule_of(self.brief, EnoughExercises), rule_of(self.brief, ExercisesAtMost)
        least = enough.least[block.phase] if enough else 0
        chosen: dict[str, Option] = {}
        for category in _by_turns(missing):
            done = len(chosen) >= least and len(chosen) * fewest >= share
            full = most is not None and len(chosen) >= most.most
            option = None if done or full else self._next(category, block, days[0].place, halves, chosen, missing)
            if option is not None:
                chosen[option.exercise.id] = option
                halves -= option.fewest
                missing.sets[category] = max(0, missing.sets[category] - fewest)
                missing.held[option.exercise.pattern] += 1
        missing.sessions -= 1
        return Choice(letter, days[0].place, tuple((option, fewest) for option in chosen.values()), 0)

    def _halves(self, block: Block, days: Sequence[Day]) -> int:
        """Half minutes for the main work on the shortest of the days."""
        numbers, ends = self.brief.doctrine.tables.session, rule_of(self.brief, SessionsEndInTime)
        free = min(day.minutes for day in days) - self.brief.profile.place_named(days[0].place).travel_min
        lasts = min(free, ends.most[block.phase]) if ends else free
        return 2 * lasts - numbers.around(free)

    def _next(
        self, category: Category, block: Block, place: str, halves: int, chosen: dict[str, Option], missing: Missing
    ) -> Option | None:
        """Of the exercises that fit, first one for an injury, then a pattern missing in the week, then by rotation."""
        items = self.brief.profile.place_named(place).items
        held = {option.exercise.pattern for option in chosen.values()} if category == "core" else set[str]()
        fitting = {
            option.exercise.id: option
            for option in reversed(self.domain.options[block.number])
            if option.exercise.category == category and option.fewest <= halves and option.exercise.id not in chosen
            if option.exercise.pattern not in held
            if option.exercise.counts and implement(option.exercise, option.style, items) is not None
        }
        turns = self._turns.setdefault(category, deque())
        ranked = sorted(fitting.values(), key=lambda option: (not option.exercise.priority, option.exercise.id))
        turns.extend(option.exercise.id for option in ranked if option.exercise.id not in turns)
        prone = {*self.brief.profile.injuries.prone, *self.brief.profile.injuries.current}
        waiting = sorted(
            (fitting[name] for name in turns if name in fitting),
            key=lambda option: (prone.isdisjoint(option.exercise.helps), missing.held[option.exercise.pattern]),
        )
        if not waiting:
            return None
        turns.remove(waiting[0].exercise.id)
        turns.append(waiting[0].exercise.id)
        return waiting[0]


def _by_turns(missing: Missing) -> Iterator[Category]:
    """Categories with the most missing sets first; each has three turns."""
    for _ in range(3):
        yield from [category for category, _ in missing.sets.most_common()]
