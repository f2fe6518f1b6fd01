"""The main lifts of the legs go on from block to block."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import LOADED, implement
from profiles.equipment import FLOOR
from profiles.exercise import Pattern, catalogue
from profiles.plan import Item, Plan
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class MainLiftsStay(PlanRule):
    """Strength in a lift grows over months; a lift that is dropped after one block starts again from the bottom.

    A lift that the profile states is what the runner did before the plan.
    """

    sentence = (
        "Of each of these lifts ({lifts}) that the main block before held with a load, one goes on, no less heavy: the "
        "same or the next rung of its ladder. Where it held none, one is done with a load that the profile states and "
        "some place of its days allows. Each week of a block without is missed (phases: {phases})."
    )
    guidance = ("CON-32", "PRG-16")

    lifts: dict[str, tuple[Pattern, ...]] = Field(description="a lift, and the patterns that count as it")
    phases: tuple[Phase, ...] = Field(description="phases in which the lifts of the block before go on")

    def post(self, on: Scope, x: Decisions, /) -> None:
        blocks = [block for block in x.season.blocks if block.stage == "main" and block.phase in self.phases]
        for before, block in zip([None, *blocks], blocks, strict=False):
            for name, patterns in self.lifts.items() if block in x.blocks else ():
                at, times = InBlock(block.number, of=name), len(x.season.weeks_in(block))
                held, again = x.carried_on(before, block, patterns) if before else (0, 0)
                on.at_most(held - again, 0, at=at, times=times)
                if stated := _stated(x.season, block, patterns):
                    done = x.count(block, lambda option: option.style in LOADED and option.exercise.id in stated)
                    on.at_least(held + done, 1, at=InBlock(block.number, of=name, part="stated"), times=times)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        before: dict[str, list[Item]] = {}
        for block in plan.season.blocks:
            if block.stage == "introduction" or block.phase not in self.phases:
                continue
            loaded = [item for item in plan.items(block) if item.style in ("heavy", "moderate")]
            for name, patterns in self.lifts.items():
                now = [item for item in loaded if item.entry.pattern in patterns]
                if not _gone_on(before.get(name, []), now, _known(plan, block, patterns)):
                    weeks = sum(week.block == block for week in plan.season.weeks)
                    part = "" if before.get(name) else "stated"
                    yield self.missed(InBlock(block.number, of=name, part=part), weeks)
                before[name] = now


def _stated(season: Season, block: Block, patterns: Collection[Pattern]) -> list[str]:
    """The lifts that the profile states, that nothing bars, and that some place of its days can load."""
    profile = season.profile
    places = {day.place for week in season.weeks_in(block) for day in week.days if day.minutes}
    kits = [profile.place_named(place).items for place in sorted(places)]
    return [
        name
        for name in profile.lifts
        if name in catalogue() and catalogue()[name].pattern in patterns
        if profile.injuries.spared_by(name) and name not in profile.preferences.exclude
        if any(implement(catalogue()[name], "moderate", items) for items in kits)
    ]


def _known(plan: Plan, block: Block, patterns: Collection[Pattern]) -> set[str]:
    who = plan.season.profile
    days = [day for week in plan.season.weeks if week.block == block for day in week.days]
    kits = [who.place_named(day.place).items for day in days if day.minutes]
    entries = [catalogue()[name] for name in set(who.lifts) & set(catalogue())]
    return {
        entry.id
        for entry in entries
        if entry.pattern in patterns and entry.id not in who.preferences.exclude
        if not set(entry.harms) & set(who.injuries.current)
        if any(kit.intersection(entry.loads) and entry.doable_with(FLOOR | kit) for kit in kits)
    }


def _gone_on(held: Collection[Item], now: Collection[Item], known: Collection[str]) -> bool:
    """Whether one of the lifts goes on; where none was held, whether one that is known is done or none is known."""
    if not held:
        return not known or any(item.exercise in known for item in now)
    return any(
        then.exercise in (item.exercise, *item.entry.easier) and (item.style == "heavy" or then.style == "moderate")
        for then in held
        for item in now
    )
