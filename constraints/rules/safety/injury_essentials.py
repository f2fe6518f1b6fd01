"""Every injury gets its essential exercises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Injury, catalogue, loaded_by
from profiles.plan import Plan
from profiles.profile import ExerciseId
from profiles.season import Phase, weeks_between
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope

HOLD: Final = "first_hold"
"""What a current injury is asked for first, as a part of it."""


class InjuryEssentials(PlanRule):
    """Each injury has a typical weakness, and a few exercises train just that."""

    sentence = (
        "Each full week holds the essential exercises of each injury that the runner is prone to, and in blocks that "
        "begin {after_weeks} weeks or more after the season's start those of a current one, before that a hold for it "
        "and of its essentials those that neither load it nor tire the legs, as far as they spare it (weeks to the "
        "nearest whole one; phases: {phases})."
    )
    guidance = ("INJ-13", "INJ-09", "INJ-10", "INJ-12", "PHA-09")

    essentials: dict[Injury, dict[str, tuple[ExerciseId, ...]]] = Field(
        description="by injury: what is asked for, and the exercises that count as it"
    )
    first: dict[Injury, tuple[ExerciseId, ...]] = Field(
        description="holds of which one is asked for before, by current injury"
    )
    after_weeks: int = Field(ge=0, le=12, description="from the season's start, before those of a current injury")
    phases: tuple[Phase, ...] = Field(description="phases in which they are asked for")

    def would_count(self, injury: Injury, part: str, /) -> tuple[str, ...]:
        return self.first.get(injury, ()) if part == HOLD else self.essentials[injury].get(part, ())

    def post(self, on: Scope, x: Decisions, /) -> None:
        injuries = x.season.profile.injuries
        for block in x.blocks:
            late = weeks_between(x.season.first, block.first) >= self.after_weeks
            asked = dict.fromkeys(injuries.prone + injuries.current)
            parts = [(injury, *part) for injury in asked for part in self.essentials[injury].items()]
            parts += [(injury, HOLD, self.first.get(injury, ())) for injury in (() if late else injuries.current)]
            for injury, name, exercises in parts if block.phase in self.phases else ():
                early = not late and injury not in injuries.prone and name != HOLD
                kind = [one for one in exercises if injuries.spared_by(one) and not (early and _tires(one, injury))]
                held = x.weekly_count(block, lambda option: option.exercise.id in kind)
                on.at_least_each(held, 1 if kind else 0, at=lambda week: InWeek(week.number, of=injury, part=name))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        injuries = plan.season.profile.injuries
        sore = set(injuries.current)
        for week in plan.season.weeks:
            block = week.block
            done = {item.exercise for session in plan.credited(week) for item in session.main}
            early = (block.first - plan.season.profile.season.start).days + 3 < 7 * self.after_weeks
            for injury in sorted(sore.union(injuries.prone)) if week.full and block.phase in self.phases else ():
                asked = dict(self.essentials[injury])
                if early and injury not in injuries.prone:
                    parts = loaded_by()[injury]
                    asked = {name: tuple(one for one in ones if _gentle(one, parts)) for name, ones in asked.items()}
                if early and injury in sore:
                    asked[HOLD] = self.first.get(injury, ())
                for name, exercises in asked.items():
                    able = {exercise for exercise in exercises if sore.isdisjoint(catalogue()[exercise].harms)}
                    if able and done.isdisjoint(able):
                        yield self.missed(InWeek(week.number, of=injury, part=name))


def _tires(exercise: str, injury: Injury) -> bool:
    return catalogue()[exercise].loads_part(injury) or catalogue()[exercise].leg_work


def _gentle(exercise: str, parts: frozenset[str]) -> bool:
    entry = catalogue()[exercise]
    return parts.isdisjoint((entry.category, entry.pattern)) and not entry.leg_work
