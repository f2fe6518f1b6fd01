"""What was done for long enough gives way to the next rung of its ladder."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.equipment import FLOOR
from profiles.exercise import LEVELS, Exercise, Experience, catalogue
from profiles.plan import Item, Plan, Style
from profiles.profile import Profile
from profiles.season import Phase
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class RungsGiveWay(PlanRule):
    """Work without a load is at the top of its range after some weeks; only a harder form of it still trains more.

    A favourite may stay, and so may what helps a current injury and what the runner states few reps of.
    """

    sentence = (
        "An exercise of these styles ({styles}) that earlier blocks held in {sessions} sessions or more gives way "
        "where its place and the runner allow a harder rung of its ladder, of the same pattern or on one leg; unless "
        "it is a favourite, helps a current injury or the profile states fewer than {reps} reps of it (phases: "
        "{phases})."
    )
    guidance = ("PRG-38", "PRG-09", "PRG-10", "PRG-21", "PRG-22", "PRG-24")

    sessions: int = Field(ge=1, le=30, description="of earlier blocks that held it")
    reps: int = Field(ge=1, le=50, description="of it that show it mastered, where the profile states them")
    styles: tuple[Style, ...] = Field(description="styles whose harder forms are exercises of their own")
    phases: tuple[Phase, ...] = Field(description="phases in which it gives way")

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option in slot.options if slot.block.phase in self.phases else ():
                if option.style not in self.styles or self._stays(option.exercise, x.season.profile):
                    continue
                for place in slot.places:
                    if _climbs(option.exercise, x.season.profile, place):
                        done = x.practised(slot.block, (option.exercise.id,), self.sessions)
                        on.at_most(slot.holds(option) + slot.is_at(place) + done, 2, at=slot.where(option))

    def _stays(self, exercise: Exercise, profile: Profile) -> bool:
        helped = not set(exercise.helps).isdisjoint(profile.injuries.current)
        stated = profile.most_reps(exercise.id)
        return helped or exercise.id in profile.preferences.favour or (stated is not None and stated < self.reps)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        for block in plan.season.blocks:
            whole = [one for one in plan.sessions if one.block < block.number and not one.reduced]
            done = [{item.exercise for item in one.main} for one in whole]
            for slot, session in plan.slots(block).items() if block.phase in self.phases else ():
                for item in session.main:
                    held = sum(item.exercise in exercises for exercises in done)
                    if (
                        held >= self.sessions
                        and item.style in self.styles
                        and self._outgrown(item, session.place, plan)
                    ):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))

    def _outgrown(self, item: Item, place: str, plan: Plan) -> bool:
        who = plan.season.profile
        kit, sore, stated = (
            FLOOR.union(who.place_named(place).items),
            who.injuries.current,
            who.most_reps(item.exercise),
        )
        kept = any(injury in item.entry.helps for injury in sore) or item.exercise in who.preferences.favour
        rungs = [
            rung
            for rung in catalogue().values()
            if item.exercise in rung.easier and _leads_up(item.entry, rung, who.athlete.experience)
        ]
        sound = [rung for rung in rungs if rung.use == "main" and rung.worth and not set(rung.harms) & set(sore)]
        there = [rung for rung in sound if not rung.needs or any(kit.issuperset(need) for need in rung.needs)]
        wanted = any(rung.id not in who.preferences.exclude for rung in there)
        return wanted and not kept and (stated is None or stated >= self.reps)


def _climbs(exercise: Exercise, profile: Profile, place: str) -> bool:
    """Whether the runner may do a harder rung there that is worth it."""
    there = FLOOR | profile.place_named(place).items
    for rung in map(catalogue().__getitem__, exercise.harder):
        allowed = profile.injuries.spared_by(rung.id) and rung.id not in profile.preferences.exclude
        worth_it = rung.use == "main" and rung.worth > 0 and rung.doable_with(there)
        if allowed and worth_it and _within_reach(exercise, rung, profile.athlete.experience):
            return True
    return False


def _within_reach(exercise: Exercise, rung: Exercise, experience: Experience) -> bool:
    """Whether an easier rung that was done for long enough leads to a harder one at the runner's level.

    Beginners come to intermediate rungs of the same pattern so.
    """
    same, one_leg = rung.pattern == exercise.pattern, exercise.sides == "both" and rung.sides == "each"
    if LEVELS.index(rung.level) <= LEVELS.index(experience):
        return same or one_leg
    return same and rung.level == "intermediate"


def _leads_up(below: Exercise, above: Exercise, experience: Experience) -> bool:
    known = {"beginner": 1, "intermediate": 2, "advanced": 3}
    if below.pattern == above.pattern:
        return known[above.level] <= max(2, known[experience])
    return known[above.level] <= known[experience] and (below.sides, above.sides) == ("both", "each")
