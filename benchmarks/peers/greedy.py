"""A scheduler like those of training apps: one pass over the days without search, exercises in rotation.

Its input is what a form would ask for: free days, places, equipment, experience, injuries and dislikes, sessions a
week and sets of each category. If possible it avoids hard and long runs and the days before them, and leaves a day
between sessions. It never changes an earlier choice.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.greedy_exercises import Menu
from benchmarks.peers.peer import Answer
from benchmarks.peers.season import judged, rule_of
from constraints.model.domain import Domain
from constraints.planning.assembly import plan_of
from constraints.planning.brief import Brief
from constraints.planning.narrowing import domain_of
from constraints.rules.phases.weekly_sessions import WeeklySessions
from profiles.plan import Addon, AddonKind, Session
from profiles.season import Block, Day, Week

A_WEEK: dict[AddonKind, int] = {"mobility": 1, "prehab": 2, "micro": 2}
"""Add-ons of a week; tests come in the first week of a block."""


@dataclass(frozen=True)
class Greedy:
    name: str
    says: str

    def solve(self, brief: Brief, limit_s: float) -> Answer:
        """Plan a season; the limit is ignored, because this is fast."""
        began = time.perf_counter()
        domain = domain_of(brief)
        walk = _Walk(brief, domain, Menu(brief, domain))
        sessions = [session for block in brief.season.blocks for session in walk.sessions(block)]
        sessions.sort(key=lambda session: session.date)
        plan = plan_of(brief, sessions, [*walk.addons({session.date for session in sessions})])
        seconds = time.perf_counter() - began
        report, tiers = judged(brief, plan)
        walls = Counter(violation.rule for violation in report.broken)
        note = ", ".join(f"{rule} {times}" for rule, times in walls.most_common())
        return Answer("found", tiers, plan, seconds, f"breaks {note}" if note else "", len(report.broken))


@dataclass(frozen=True)
class _Walk:
    brief: Brief
    domain: Domain
    menu: Menu

    def sessions(self, block: Block) -> Iterator[Session]:
        """Choose days week by week, then the exercises of each letter for the block."""
        days: dict[str, list[Day]] = {}
        for week in self.brief.season.weeks_in(block):
            for letter, day in self._days(week, days):
                days.setdefault(letter, []).append(day)
        missing = self.menu.missing(block, len(days))
        for letter in sorted(days):
            choice = self.menu.fill(block, letter, days[letter], missing)
            if choice.options:
                yield from self.brief.doctrine.prescription.sessions_for(
                    choice, block, days[letter], self.brief.profile
                )

    def _days(self, week: Week, known: dict[str, list[Day]]) -> Iterator[tuple[str, Day]]:
        """A letter for each chosen day: the first one that the week does not have yet and that has the day's place."""
        letters = list(self.domain.slots[week.block.number])
        for day in self._taken(week, self._due(week, len(letters))):
            fits = (letter for letter in letters if letter not in known or known[letter][0].place == day.place)
            letter = next(fits, None)
            if letter is not None:
                letters.remove(letter)
                yield letter, day

    def _due(self, week: Week, most: int) -> int:
        """Number of sessions of a week: fewer with a race, with much running, or if it is cut back."""
        rule = rule_of(self.brief, WeeklySessions)
        if rule is None:
            return most
        racing = any(day.race is not None and day.race.priority != "C" for day in week.days)
        least = rule.least[week.phase]
        return min(most, least, rule.lighter) if racing or week.running != "usual" else min(most, least)

    def _taken(self, week: Week, count: int) -> Sequence[Day]:
        """Calm days first, then other free days; with a day between them if possible."""
        free = [day for day in week.days if day.date in self.domain.days]
        taken: list[Day] = []
        for days, apart in ([day for day in free if self._calm(day)], 2), (free, 2), (free, 1):
            for day in days:
                near = any(abs((day.date - other.date).days) < apart for other in taken)
                if len(taken) < count and not near:
                    taken.append(day)
        return sorted(taken, key=lambda day: day.date)

    def _calm(self, day: Day) -> bool:
        later = self.brief.season.days.get(day.date + dt.timedelta(days=1))
        return not day.key and (later is None or not later.key)

    def addons(self, busy: set[dt.date]) -> Iterator[Addon]:
        """Each kind on the first suitable empty days of its week; none in race week."""
        taken = set(busy)
        for week in self.brief.season.weeks:
            for kind, dates in self.domain.addons.items() if week.phase != "race_week" else ():
                tested = kind == "test" and week.days[0].date == week.block.first
                suited = [day.date for day in week.days if day.date in dates - taken and self._suits(kind, day)]
                for date in suited[: A_WEEK.get(kind, int(tested))]:
                    taken.add(date)
                    yield Addon(date=date, kind=kind)

    def _suits(self, kind: AddonKind, day: Day) -> bool:
        """Whether a day suits: micro sessions follow an easy run, others need a calm day with enough time."""
        if kind == "micro":
            return bool(day.runs) and self._calm(day)
        return self._calm(day) and day.minutes >= self.brief.doctrine.tables.addons[kind].minutes
