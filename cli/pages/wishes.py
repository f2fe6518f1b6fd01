"""What the profile wishes for and the plan holds nowhere, or much less often than asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from cli.pages.lacking import BARS
from constraints.model.plan_rule import ExerciseRule, PlanRule
from constraints.planning.judge import Verdict
from constraints.prescription.templates import templates
from profiles.equipment import FLOOR
from profiles.exercise import catalogue
from profiles.plan import AddonKind, Plan
from profiles.profile import HOME, Place, Profile
from profiles.where import InBlock, InWeek

ADDONS: Final[tuple[tuple[AddonKind, str, str], ...]] = (
    ("micro", "micro_sessions_after_runs", "micro-sessions"),
    ("prehab", "prehab_twice_a_week", "prehab circuits"),
)
"""Add-ons that only a profile asks for, the rules that ask for them, and their plurals."""
NO_EQUIPMENT: Final = "it takes equipment that you do not have"


@dataclass(frozen=True)
class Unmet:
    """A wish that is not met."""

    weeks: frozenset[int]
    """where; empty for the whole season"""
    what: str
    why: str = ""


def unmet(verdict: Verdict, judges: Mapping[str, PlanRule]) -> Iterator[Unmet]:
    """The wishes that are not met in more than half of the weeks that ask for them, in the order of the profile."""
    wishes = _Wishes(verdict, judges)
    yield from wishes.goals()
    yield from wishes.templates()
    yield from wishes.addons()
    yield from wishes.favourites()


@dataclass(frozen=True)
class _Wishes:
    verdict: Verdict
    judges: Mapping[str, PlanRule]

    @property
    def plan(self) -> Plan:
        return self.verdict.plan

    @property
    def profile(self) -> Profile:
        return self.verdict.plan.profile

    def goals(self) -> Iterator[Unmet]:
        for goal in self.profile.athlete.goals:
            if weeks := self._much("goals_emphasised", goal):
                yield Unmet(weeks, f"fewer exercises than asked for your goal {words.word(goal)}")

    def templates(self) -> Iterator[Unmet]:
        for letter, name in self.profile.strength.templates.items():
            held = {part.exercise for one in self.plan.sessions if one.slot == letter for part in one.main}
            none = [exercise for exercise in templates()[name].exercises if exercise not in held]
            start = f"session {letter} was to start from {name}"
            if not held:
                yield Unmet(frozenset(), f"{start}: no week has a session {letter}")
            elif none:
                yield Unmet(frozenset(), f"{start}: it never holds {words.listed(map(words.inside, none), 'or')}")

    def addons(self) -> Iterator[Unmet]:
        for kind, rule, named in ADDONS:
            if not getattr(self.profile.addons, kind):
                continue
            if not any(addon.kind == kind for addon in self.plan.addons):
                yield Unmet(frozenset(), f"you asked for {named}: none found a day")
            elif weeks := self._much(rule):
                yield Unmet(weeks, f"fewer {named} than you asked for")

    def favourites(self) -> Iterator[Unmet]:
        held = {drill.exercise for routine in self.plan.routines.values() for drill in routine.drills}
        for session in self.plan.sessions:
            held |= {item.exercise for item in session.main}
            held |= {drill.exercise for drill in (*session.warm_up, *session.cooldown)}
        for favourite in self.profile.preferences.favour:
            said = f"you favour {words.inside(favourite)}"
            if favourite not in held:
                yield Unmet(frozenset(), f"{said}: it is in no session", self._barred(favourite))
            elif weeks := self._much("favourites", favourite):
                yield Unmet(weeks, f"{said}: it is in no session then")

    def _much(self, rule: str, of: str = "") -> frozenset[int]:
        """The weeks in which a wish is not met, if they are more than half of those that ask for it."""
        if rule not in self.judges:
            return frozenset()
        phases = self.judges[rule].model_dump()["phases"]
        asked = [week for week in self.plan.season.weeks if week.phase in phases and self.plan.in_week(week)]
        missed: set[int] = set()
        for one in self.verdict.report.paid:
            match one.at:
                case InBlock(number=number) if one.rule == rule and of in (one.at.of, one.at.exercise):
                    missed |= {week.number for week in asked if week.block.number == number}
                case InWeek(number=number) if one.rule == rule:
                    missed |= {week.number for week in asked if week.number == number}
        return frozenset(missed if 2 * len(missed) > len(asked) else ())

    def _barred(self, exercise: str) -> str:
        """Why an exercise is in no session, where that is plain."""
        season, brief = self.plan.season, self.verdict.brief
        if not self.profile.injuries.spared_by(exercise):
            return BARS["injuries_spared"]
        if not any(catalogue()[exercise].doable_with(FLOOR | place.items) for place in self._places()):
            return NO_EQUIPMENT
        walls = [rule for rule in brief.walls if isinstance(rule, ExerciseRule) and rule.id in BARS]
        options = [
            (option, block)
            for block in season.blocks
            for option in brief.doctrine.options(self.profile, block.phase)
            if option.exercise.id == exercise
        ]
        always = (wall for wall in walls if all(wall.bars(option, block, season) for option, block in options))
        return next((BARS[wall.id] for wall in always), "") if options else ""

    def _places(self) -> Iterator[Place]:
        yield self.profile.place_named(HOME)
        yield from self.profile.places.values()
