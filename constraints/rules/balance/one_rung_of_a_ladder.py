"""A session holds one rung of a ladder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.model.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope

if TYPE_CHECKING:
    from solver.cpsat.model import Amount


class OneRungOfALadder(Rule[Decisions, Plan]):
    """Two versions of one movement in a session crowd out a movement that is missing."""

    sentence = "A session does not hold two neighbouring rungs of one ladder of exercises."
    guidance = ("PRG-38", "PRG-37")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            held: dict[str, list[Amount]] = {}
            for option, chosen in slot.chosen.items():
                held.setdefault(option.exercise.id, []).append(chosen)
            entries = {option.exercise.id: option.exercise for option in slot.chosen}
            for low, high in sorted(
                {(rung, next_) for rung in held for next_ in entries[rung].harder if next_ in held}
            ):
                both = x.model.total([*held[low], *held[high]])
                on.at_most(both, 1, at=f"block {slot.block.number} {slot.letter} {low} {high}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                held = {item.exercise for item in session.main}
                for item in session.main:
                    for harder in held.intersection(item.entry.harder):
                        yield self.missed(f"block {block.number} {slot} {item.exercise} {harder}")
