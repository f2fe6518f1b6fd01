"""Session A comes first in the week."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class LettersFollowTheWeek(Rule[Decisions, Plan]):
    """Letters are names, not ranks; read in the order of the week they are easy to remember."""

    sentence = "In the first full week of a block the sessions stand in the order of their letters."
    guidance = ("SCH-48", "SCH-49")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block, slots in x.slots.items():
            weeks = x.season.weeks_in(block)
            week = next((week for week in weeks if len(week.days) == 7), weeks[0])
            for one, other in combinations(slots, 2):
                for day in week.days:
                    later = [
                        one.on[after.date] for after in week.days if after.date > day.date and after.date in one.on
                    ]
                    if day.date in other.on:
                        at = f"week {week.number} {one.letter} {other.letter}"
                        on.at_most(other.on[day.date] + x.model.total(later), 1, at=at)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            weeks = plan.season.weeks_in(block)
            week = ([week for week in weeks if len(week.days) == 7] or weeks)[0]
            for first, second in combinations(sorted(plan.in_week(week), key=lambda session: session.slot), 2):
                if second.date < first.date:
                    yield self.missed(f"week {week.number} {first.slot} {second.slot}")
