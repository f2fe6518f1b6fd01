"""Every exercise can be done where its session is."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.prescription.dose import implement
from profiles.plan import Plan
from solver.rule import Rule, Violation
from solver.scope import Scope


class EquipmentAtHand(Rule[Decisions, Plan]):
    """A session stops at the first exercise whose equipment is missing."""

    sentence = "An exercise is chosen only where its equipment is at hand."
    guidance = ("EQP-01", "EQP-09", "EQP-11", "CON-14")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for place, at in slot.at.items():
                items = x.season.profile.place_named(place).items
                for option, chosen in slot.chosen.items():
                    if implement(option.exercise, option.style, items) is None:
                        on.at_most(chosen + at, 1, at=f"block {slot.block.number} {slot.letter} {option}")

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            for slot, session in plan.slots(block).items():
                there = {"mat", *plan.season.profile.place_named(session.place).items}
                for item in session.main:
                    needs = item.entry.needs
                    able = not needs or any(there.issuperset(need) for need in needs)
                    loaded = item.style not in ("heavy", "moderate") or item.load in there
                    weighted = item.style != "heavy" or not item.load.endswith("band")
                    if not (able and loaded and weighted):
                        yield self.missed(f"block {block.number} {slot} {item.exercise}.{item.style}")
