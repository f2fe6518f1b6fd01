"""A session holds one rung of a ladder."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class OneRungOfALadder(PlanRule):
    """A second version of one movement takes the time of a movement that the session lacks."""

    sentence = "A session does not hold two neighbouring rungs of one ladder of exercises, nor two variants of one."
    guidance = ("PRG-38", "PRG-37")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            entries = {option.exercise.id: option.exercise for option in slot.options}
            rungs = {(low, high) for low, entry in entries.items() for high in entry.harder}
            rungs |= {(name, other) for name, entry in entries.items() for other in entry.variants if name < other}
            for one, other in sorted(rungs):
                if other in entries:
                    on.at_most(slot.count_of(one, other), 1, at=slot.where(exercise=one, of=other))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                held = {item.exercise for item in session.main}
                for item in session.main:
                    later = {other for other in item.entry.variants if other > item.exercise}
                    for other in sorted(held.intersection(later.union(item.entry.harder))):
                        yield self.missed(InBlock(block.number, slot, item.exercise, of=other))
