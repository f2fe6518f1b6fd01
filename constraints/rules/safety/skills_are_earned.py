"""Skills with one's own weight are learned on easier forms first."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.equipment import FLOOR
from profiles.exercise import catalogue
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.where import InBlock
from solver.rule import Violation
from solver.scope import Scope


class SkillsAreEarned(PlanRule):
    """Their load is the body and cannot be chosen, so that the easier form has to show whether the runner is ready."""

    sentence = (
        "Runners who are not advanced come to {skills} after {sessions} sessions or more, in earlier blocks, with an "
        "easier form; unless their profile states a rep of it or {reps} of an easier form, or "
        "no place allows an easier form."
    )
    guidance = ("PRG-18", "PRG-20", "PRG-24", "PRG-38", "DOS-25")

    sessions: int = Field(ge=1, le=30, description="of earlier blocks that held an easier form")
    reps: int = Field(ge=1, le=50, description="of an easier form that show it mastered")
    skills: dict[str, tuple[str, ...]] = Field(description="exercises, each with the easier forms that lead to it")

    def post(self, on: Scope, x: Decisions, /) -> None:
        if x.season.profile.athlete.experience == "advanced":
            return
        asked = {name: easier for name, easier in self.skills.items() if not self._mastered(name, x.season.profile)}
        for slot in x.all_slots():
            for option in slot.options:
                if (easier := asked.get(option.exercise.id)) is not None:
                    earned = x.practised(slot.block, easier, self.sessions)
                    on.at_most(slot.holds(option) - earned, 0, at=slot.where(option))

    def _mastered(self, name: str, profile: Profile) -> bool:
        """Whether the profile states enough reps, or no place allows an easier form."""
        there = [FLOOR, *(FLOOR | place.items for place in profile.places.values())]
        easier = self.skills[name]
        stated = any((profile.most_reps(one) or 0) >= self.reps for one in easier) or profile.most_reps(name)
        return bool(stated) or not any(catalogue()[one].doable_with(items) for one in easier for items in there)

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        if plan.season.profile.athlete.experience == "advanced":
            return
        for block in plan.season.blocks:
            whole = [one for one in plan.sessions if one.block < block.number and not one.reduced]
            done = [{item.exercise for item in one.main} for one in whole]
            for slot, session in plan.slots(block).items():
                for item in session.main:
                    easier = self.skills.get(item.exercise, ())
                    held = sum(not exercises.isdisjoint(easier) for exercises in done)
                    if easier and held < self.sessions and not _shown(item.exercise, easier, self.reps, plan):
                        yield self.missed(InBlock(block.number, slot, item.exercise, item.style))


def _shown(skill: str, easier: tuple[str, ...], reps: int, plan: Plan) -> bool:
    who = plan.season.profile
    able = {skill: 1, **dict.fromkeys(easier, reps)}
    needs = [catalogue()[name].needs or ((),) for name in easier]
    kits = [FLOOR, *(FLOOR.union(place.items) for place in who.places.values())]
    there = any(kit.issuperset(need) for each in needs for need in each for kit in kits)
    return not there or any((who.most_reps(name) or 0) >= least for name, least in able.items())
