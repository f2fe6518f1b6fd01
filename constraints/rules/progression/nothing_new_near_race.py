"""Nothing is new near the race."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.options import Option
from profiles.plan import Item, Plan
from profiles.profile import Profile
from profiles.season import Phase
from profiles.where import InBlock, OnDate
from solver.rule import Violation
from solver.scope import Scope


class NothingNewNearRace(PlanRule):
    """A new exercise causes soreness, and the last weeks before a race leave no time to recover from it."""

    sentence = (
        "Leg work, a jump, a compound lift or a carry is one that an earlier block held (phases: {phases}); in the "
        "{b_days} days before a B race it may also be one that a session of the same letter held before."
    )
    guidance = ("PRG-26", "PHA-15", "CON-67", "CON-69")

    phases: tuple[Phase, ...] = Field(description="phases in which these exercises are not new")
    b_days: int = Field(ge=0, le=7, description="before a B race, in which they are not new either")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            late = slot.block.phase in self.phases and slot.block.number > 1
            for option in slot.options if late else ():
                if _tiring(option):
                    known = x.held_before(slot.block, (option.exercise.id,))
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(option))
        for week in x.weeks:
            for day in week.days if week.number > 1 else ():
                if any(0 < gap <= self.b_days for gap in _to_b_races(x.season.profile, day.date)):
                    on.at_most(x.new_on(day.date, _tiring), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        first, *later = plan.season.blocks
        known = {item.exercise for item in plan.items(first)}
        for block in later:
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    if _tires(item) and item.exercise not in known:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
            known |= {item.exercise for item in plan.items(block)}
        yield from self._before_b_races(plan)

    def _before_b_races(self, plan: Plan) -> Iterator[Violation]:
        held, stood = dict[str, int](), set[tuple[int, str]]()
        for session in plan.sessions:
            letter = (session.block, session.slot)
            near = any(0 < gap <= self.b_days for gap in _to_b_races(plan.season.profile, session.date))
            if near and letter not in stood and plan.season.week_at(session.date).number > 1:
                new = [one for one in session.main if held.get(one.exercise, session.block) >= session.block]
                if count := sum(map(_tires, new)):
                    yield self.missed(OnDate(session.date), count)
            stood.add(letter)
            for item in session.main:
                held.setdefault(item.exercise, session.block)


def _tiring(option: Option) -> bool:
    return option.legs or option.exercise.kind in ("plyometric", "compound", "carry")


def _tires(item: Item) -> bool:
    return item.entry.leg_work or item.entry.kind in ("plyometric", "compound", "carry")


def _to_b_races(profile: Profile, date: dt.date) -> list[int]:
    """Days to each of them."""
    return [(race.date - date).days for race in profile.races if race.priority == "B"]
