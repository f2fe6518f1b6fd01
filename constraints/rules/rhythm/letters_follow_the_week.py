"""Session A comes first in the week."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class LettersFollowTheWeek(PlanRule):
    """Letters do not rank sessions; in the order of the week they are easy to remember."""

    sentence = "In the first full week of a block the sessions stand in the order of their letters."
    guidance = ("SCH-48", "SCH-49")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            weeks = x.season.weeks_in(block)
            week = next((week for week in weeks if len(week.days) == 7), weeks[0])
            for one, other in combinations(x.letters(block), 2):
                for weekday, here in x.weekdays(other, week).items():
                    later = x.on_weekdays(one, week, range(weekday + 1, 7))
                    on.at_most(here + later, 1, at=InWeek(week.number, one, other))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            weeks = plan.season.weeks_in(block)
            week = ([week for week in weeks if len(week.days) == 7] or weeks)[0]
            for first, second in combinations(sorted(plan.in_week(week), key=lambda session: session.slot), 2):
                if second.date < first.date:
                    yield self.missed(InWeek(week.number, first.slot, second.slot))
