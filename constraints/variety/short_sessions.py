"""No exercise without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.decisions import Decisions
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class ShortSessions(Rule[Decisions, Plan]):
    """What coverage does not ask for only makes the session longer."""

    sentence = "A session holds no more exercises than it needs."
    guidance = ("DOS-09", "DOS-18", "STR-30")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            on.at_most(slot.count(lambda option: True), 0, at=f"block {slot.block.number} {slot.letter}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                yield self.missed(f"block {block.number} {slot}", len(session.main))
