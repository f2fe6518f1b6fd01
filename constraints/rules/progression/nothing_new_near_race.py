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
        "Leg work, a jump, a compound lift or a carry is one of a block that ended at most {weeks} weeks before "
        "(phases: {phases}), and so is all work in the {a_days} days before an A race; in the {b_days} days before a B "
        "race all work is, or a session of the same letter held it before; in {easy} what is new is the easiest of its "
        "ladder, and no leg work on one leg, jump or carry."
    )
    guidance = ("PRG-26", "PHA-15", "CON-67", "CON-69")

    phases: tuple[Phase, ...] = Field(description="phases in which these exercises are not new")
    a_days: int = Field(ge=0, le=14, description="before an A race, in which no exercise is new, of whatever kind")
    easy: tuple[Phase, ...] = Field(description="phases in which only the easiest of a ladder is new")
    b_days: int = Field(ge=0, le=7, description="before a B race, in which they are not new either")
    weeks: int = Field(ge=1, le=26, description="since the block that held it, after which an exercise is new again")

    def post(self, on: Scope, x: Decisions, /) -> None:
        away = dt.timedelta(weeks=self.weeks)
        for slot in x.all_slots():
            late = slot.block.phase in (*self.phases, *self.easy) and slot.block.number > 1
            for option in slot.options if late else ():
                if not _gentle(option) if slot.block.phase in self.easy else _tiring(option):
                    known = x.held_before(slot.block, (option.exercise.id,), since=slot.block.first - away)
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(option))
        for day in x.days:
            if self._near_a(day.date, x.season.profile):
                self._post_known(on, x, day.date)
        for week in x.weeks:
            for day in week.days if week.number > 1 else ():
                ahead = [race.date - day.date for race in x.season.profile.races if race.priority == "B"]
                if any(0 < gap.days <= self.b_days for gap in ahead):
                    on.at_most(x.new_on(day.date, since=week.block.first - away), 0, at=OnDate(day.date))

    def _post_known(self, on: Scope, x: Decisions, date: dt.date) -> None:
        block = x.season.week_at(date).block
        since = block.first - dt.timedelta(weeks=self.weeks)
        for slot in x.slots[block] if block.number > 1 else ():
            for option in (one for one in slot.options if not _tiring(one)):
                known = x.held_before(block, (option.exercise.id,), since=since)
                held = slot.holds(option) + x.letter_on(date, slot.letter)
                on.at_most(held - known, 1, at=OnDate(date, slot.letter))

    def _near_a(self, date: dt.date, who: Profile) -> bool:
        return any(race.priority == "A" and 0 < (race.date - date).days <= self.a_days for race in who.races)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        first, *later = plan.season.blocks
        goals = [race.date for race in plan.profile.races if race.priority == "A"]
        last = {item.exercise: first.last for item in plan.items(first)}
        for block in later:
            for slot, session in plan.slots(block).items() if block.phase in {*self.phases, *self.easy} else ():
                for item in session.main:
                    new = (block.first - last.get(item.exercise, dt.date.min)).days > 7 * self.weeks
                    if new and (_hard(item) if block.phase in self.easy else _tires(item)):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
            for session in plan.sessions:
                if session.block == block.number and any(
                    dt.timedelta() < race - session.date <= dt.timedelta(days=self.a_days) for race in goals
                ):
                    small = {item.exercise for item in session.main if not _tires(item)}
                    ends = [last.get(name, dt.date.min) for name in sorted(small)]
                    if count := sum((block.first - end).days > 7 * self.weeks for end in ends):
                        yield self.missed(OnDate(session.date, session.slot), count)
            last |= {item.exercise: block.last for item in plan.items(block)}
        yield from self._before_b_races(plan)

    def _before_b_races(self, plan: Plan) -> Iterator[Violation]:
        held, stood = dict[str, dict[int, dt.date]](), set[tuple[int, str]]()
        blocks = {block.number: block for block in plan.season.blocks}
        races = [race.date for race in plan.season.profile.races if race.priority == "B"]
        for session in plan.sessions:
            letter, block = (session.block, session.slot), blocks[session.block]
            near = any(1 <= (race - session.date).days <= self.b_days for race in races)
            if near and letter not in stood and plan.season.week_at(session.date).number > 1:
                count = 0
                for item in session.main:
                    ends = [end for at, end in held.get(item.exercise, {}).items() if at < session.block]
                    count += all((block.first - end).days > 7 * self.weeks for end in ends)
                if count:
                    yield self.missed(OnDate(session.date), count)
            stood.add(letter)
            for item in session.main:
                held.setdefault(item.exercise, {})[session.block] = block.last


def _tiring(option: Option) -> bool:
    return option.legs or option.exercise.kind in ("plyometric", "compound", "carry")


def _gentle(option: Option) -> bool:
    one = option.exercise
    on_one_leg = option.legs and one.sides != "both"
    return one.level == "beginner" and not one.easier and one.kind not in ("plyometric", "carry") and not on_one_leg


def _tires(item: Item) -> bool:
    return item.entry.leg_work or item.entry.kind in ("plyometric", "compound", "carry")


def _hard(item: Item) -> bool:
    rung = item.entry.level != "beginner" or bool(item.entry.easier)
    lopsided = item.entry.leg_work and item.entry.sides in ("each", "alternating")
    return rung or lopsided or item.entry.kind in ("plyometric", "carry")
