"""Every exercise can be done where its session is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import implement
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class EquipmentAtHand(PlanRule):
    """A session stops at the first exercise whose equipment is missing."""

    sentence = "An exercise is chosen only where its equipment is at hand."
    guidance = ("EQP-01", "EQP-09", "EQP-11", "CON-14")

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        """The domain without the options whose equipment is at no place of any day."""
        places = {season.days[date].place for date in domain.days}
        there = [season.profile.place_named(name).items for name in sorted(places)]

        @cache
        def doable(option: Option) -> bool:
            return any(implement(option.exercise, option.style, items) is not None for items in there)

        return domain.with_options({block: tuple(filter(doable, options)) for block, options in domain.options.items()})

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for place in slot.places:
                items = x.season.profile.place_named(place).items
                for option in slot.options:
                    if implement(option.exercise, option.style, items) is None:
                        on.at_most(slot.holds(option) + slot.is_at(place), 1, at=slot.where(option))

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
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))
