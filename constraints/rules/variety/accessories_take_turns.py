"""No accessory stands in most weeks of a season."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from constraints.prescription.templates import templates
from profiles.equipment import FLOOR
from profiles.exercise import LEVELS, Exercise, Pattern, catalogue
from profiles.plan import Item, Plan, Session
from profiles.profile import Profile
from profiles.season import Block, Phase, Season
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class AccessoriesTakeTurns(PlanRule):
    """Whoever has time for little would else do the shortest exercise of each purpose for months.

    A block counts with all its weeks before it is planned, so that it cannot pass the share. Calf work goes on, since
    holds are what is left of it where raises would tire for a run, and jumps do, since they climb by practice. What the
    runner wants and what a current injury needs may stay.
    """

    sentence = (
        "An accessory stands in no more sessions than one for each {one_in} weeks of {phases}, or in one "
        "letter of as many blocks as fall to it where the runner can do few of its pattern ({alike} are one). Calf "
        "work, jumps, favourites, templates and what helps a current injury are left out."
    )
    guidance = ("PRG-04", "PRG-16", "CON-32")

    one_in: int = Field(ge=1, le=10, description="weeks of these phases for each session with an accessory")
    alike: tuple[Pattern, ...] = Field(description="patterns that serve one purpose and take turns together")
    phases: tuple[Phase, ...] = Field(description="phases in which accessories take turns")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for block in x.blocks:
            options = [option for slot in x.slots[block][:1] for option in slot.options]
            exercises = {option.exercise.id: option.exercise for option in options}
            for exercise in exercises.values() if block.phase in self.phases else ():
                if not _kept(exercise, x.season.profile):
                    self._limit(on, x, block, exercise)

    def _limit(self, on: Scope, x: Decisions, block: Block, exercise: Exercise) -> None:
        """At most as many sessions of a week as are not too many after the blocks before."""
        weeks, (share, part) = len(x.season.weeks_in(block)), self._most(exercise, x.season)
        held, letters = x.count(block, lambda option: option.exercise.id == exercise.id), len(x.slots[block])
        for times in range(1, letters + 1):
            left = (max(share, part) if times == 1 else share) - times * weeks
            held += x.practised(block, (exercise.id,), left + 1) if left >= 0 else 1
        on.at_most(held, letters, at=InBlock(block.number, exercise=exercise.id))

    def _most(self, exercise: Exercise, season: Season) -> tuple[int, int]:
        """Sessions with an exercise at most: its share of the weeks, and the weeks of its part of the blocks."""
        blocks = [len(season.weeks_in(one)) for one in season.blocks if one.phase in self.phases]
        patterns = {exercise.pattern, *(self.alike if exercise.pattern in self.alike else ())}
        others = (one for one in catalogue().values() if one.pattern in patterns and not one.lasts)
        turns = max(1, sum(_doable(one, season.profile) for one in others))
        its_blocks = sorted(blocks, reverse=True)[: -(-len(blocks) // turns)]
        return sum(blocks) // min(self.one_in, turns), sum(its_blocks)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        weeks = {one.number: sum(week.block == one for week in plan.season.weeks) for one in plan.season.blocks}
        asked = [one for one in plan.season.blocks if one.phase in self.phases]
        lengths = sorted((weeks[one.number] for one in asked), reverse=True)
        who, held = plan.season.profile, {item.entry.pattern for session in plan.sessions for item in session.main}
        main = [(one.block, {item.exercise for item in one.main}) for one in plan.sessions if not one.reduced]
        taking = {pattern: max(1, len(_taking_turns(pattern, self.alike, who))) for pattern in held}
        for block in asked:
            letters = plan.slots(block).values()
            before = [one for one in main if one[0] < block.number]
            for item in {item.exercise: item for session in letters for item in session.main}.values():
                turns = taking[item.entry.pattern]
                share, part = sum(lengths) / min(self.one_in, turns), sum(lengths[: math.ceil(len(lengths) / turns)])
                here = sum(_in(item, session) for session in letters)
                done = sum(item.exercise in exercises for _, exercises in before)
                often = max(0, int((share - done) // weeks[block.number]))
                fits = often or int(done + weeks[block.number] <= part)
                if here > fits and not _stays(item, who):
                    yield self.missed(InBlock(block.number, exercise=item.exercise), here - fits)


def _in(item: Item, session: Session) -> bool:
    return any(other.exercise == item.exercise for other in session.main)


def _kept(exercise: Exercise, profile: Profile) -> bool:
    """Whether it goes on for months: a lift, calf work, or what the runner wants or needs."""
    said = (templates()[name].exercises for name in profile.strength.templates.values())
    wanted = frozenset(profile.preferences.favour).union(*said)
    helps = not set(exercise.helps).isdisjoint(profile.injuries.current)
    climbs = exercise.pattern == "plantarflexion" or exercise.kind == "plyometric"
    return exercise.lasts or climbs or exercise.id in wanted or helps


def _doable(exercise: Exercise, profile: Profile) -> bool:
    able = LEVELS.index(exercise.level) <= LEVELS.index(profile.athlete.experience)
    outgrown = exercise.until is not None and LEVELS.index(exercise.until) < LEVELS.index(profile.athlete.experience)
    allowed = profile.injuries.spared_by(exercise.id) and exercise.id not in profile.preferences.exclude
    there = [FLOOR, *(FLOOR | place.items for place in profile.places.values())]
    equipped = any(exercise.doable_with(items) for items in there)
    return exercise.use == "main" and able and not outgrown and allowed and equipped


def _stays(item: Item, who: Profile) -> bool:
    entry, sore = item.entry, who.injuries.current
    lasts = entry.kind in ("compound", "plyometric") or entry.knee is not None
    parts = [part for said in who.strength.templates.values() for part in templates()[said].main]
    asked = any(part.exercise == item.exercise for part in parts if part.style)
    return lasts or asked or item.exercise in who.preferences.favour or any(one in entry.helps for one in sore)


def _taking_turns(pattern: Pattern, alike: tuple[Pattern, ...], who: Profile) -> set[str]:
    """The accessories of a pattern, or of one like it, that the runner's places, level, injuries and wishes allow."""
    levels = ("beginner", "intermediate", "advanced")
    mine = levels.index(who.athlete.experience)
    kits = [FLOOR.union(items) for items in (FLOOR, *(place.items for place in who.places.values()))]
    return {
        name
        for name, entry in catalogue().items()
        if (entry.pattern == pattern or {entry.pattern, pattern} <= set(alike))
        and entry.use == "main"
        and entry.kind != "compound"
        and entry.level in levels[: mine + 1]
        and entry.until not in levels[:mine]
        and name not in who.preferences.exclude
        and not set(entry.harms) & set(who.injuries.current)
        and (not entry.needs or any(kit.issuperset(need) for kit in kits for need in entry.needs))
    }
