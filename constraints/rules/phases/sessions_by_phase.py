"""No week has more sessions than its phase allows."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.plan_rule import PlanRule
from profiles.pin import SLOTS
from profiles.plan import Plan
from profiles.season import Phase, Season
from profiles.where import InBlock, InWeek
from solver.rule import Violation
from solver.scope import Scope


class SessionsByPhase(PlanRule):
    """Most strength work is done far from the race and little close to it, when running matters most."""

    sentence = "At most this many sessions a week: {most}."
    guidance = ("SCH-34", "SCH-36", "SCH-38", "SCH-39", "PHA-01")

    most: dict[Phase, int] = Field(description="sessions a week, by phase")

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        return domain.with_slots({block.number: self.most[block.phase] for block in season.blocks})

    def post(self, on: Scope, x: Decisions, /) -> None:
        for week in x.weeks:
            on.at_most(x.sessions(week), self.most[week.phase], at=InWeek(week.number))
        for slot in x.all_slots():
            if SLOTS.index(slot.letter) >= self.most[slot.block.phase]:
                on.at_most(slot.used, 0, at=slot.where())

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for week in plan.season.weeks:
            over = len(plan.in_week(week)) - self.most[week.block.phase]
            if over > 0:
                yield self.missed(InWeek(week.number), over)
        for block in plan.season.blocks:
            for letter in SLOTS[self.most[block.phase] :]:
                if letter in plan.slots(block):
                    yield self.missed(InBlock(block.number, letter))
