"""Nothing is new near the race."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.options import Option
from profiles.exercise import Exercise
from profiles.plan import Item, Plan
from profiles.season import Phase
from profiles.where import InBlock, OnDate
from solver.rule import Violation
from solver.scope import Scope


class NothingNewNearRace(PlanRule):
    """A new exercise causes soreness, and the last weeks before a race leave no time to recover from it."""

    sentence = (
        "Leg work, a jump, a compound lift or a carry is one that an earlier block held (phases: {phases}); in the "
        "{b_days} days before a B race it may also be one that a session of the same letter held before; in {easy} it "
        "may also be the easiest of its ladder."
    )
    guidance = ("PRG-26", "PHA-15", "CON-67", "CON-69")

    phases: tuple[Phase, ...] = Field(description="phases in which these exercises are not new")
    easy: tuple[Phase, ...] = Field(description="phases in which only the easiest of a ladder is new")
    b_days: int = Field(ge=0, le=7, description="before a B race, in which they are not new either")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            late = slot.block.phase in (*self.phases, *self.easy) and slot.block.number > 1
            for option in slot.options if late else ():
                if _tiring(option) and not (slot.block.phase in self.easy and _easiest(option.exercise)):
                    known = x.held_before(slot.block, (option.exercise.id,))
                    on.at_most(slot.holds(option) - known, 0, at=slot.where(option))
        for week in x.weeks:
            for day in week.days if week.number > 1 else ():
                ahead = [race.date - day.date for race in x.season.profile.races if race.priority == "B"]
                if any(0 < gap.days <= self.b_days for gap in ahead):
                    on.at_most(x.new_on(day.date, _tiring), 0, at=OnDate(day.date))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        first, *later = plan.season.blocks
        known = {item.exercise for item in plan.items(first)}
        for block in later:
            for slot, session in plan.slots(block).items() if block.phase in {*self.phases, *self.easy} else ():
                for item in session.main:
                    gentle = block.phase in self.easy and item.entry.level == "beginner" and not item.entry.easier
                    if _tires(item) and item.exercise not in known and not gentle:
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
            known |= {item.exercise for item in plan.items(block)}
        yield from self._before_b_races(plan)

    def _before_b_races(self, plan: Plan) -> Iterator[Violation]:
        held, stood = dict[str, int](), set[tuple[int, str]]()
        races = [race.date for race in plan.season.profile.races if race.priority == "B"]
        for session in plan.sessions:
            letter = (session.block, session.slot)
            near = any(1 <= (race - session.date).days <= self.b_days for race in races)
            if near and letter not in stood and plan.season.week_at(session.date).number > 1:
                new = [one for one in session.main if held.get(one.exercise, session.block) >= session.block]
                if count := sum(map(_tires, new)):
                    yield self.missed(OnDate(session.date), count)
            stood.add(letter)
            for item in session.main:
                held.setdefault(item.exercise, session.block)


def _tiring(option: Option) -> bool:
    return option.legs or option.exercise.kind in ("plyometric", "compound", "carry")


def _easiest(exercise: Exercise) -> bool:
    return exercise.level == "beginner" and not exercise.easier


def _tires(item: Item) -> bool:
    return item.entry.leg_work or item.entry.kind in ("plyometric", "compound", "carry")
