"""What the profile wishes for and the plan holds nowhere, or much less often than asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cli.pages import words
from cli.pages.lacking import BARS, because
from constraints.model.plan_rule import ExerciseRule, PlanRule
from constraints.planning.judge import Verdict
from constraints.prescription.templates import templates
from profiles.equipment import FLOOR
from profiles.exercise import catalogue
from profiles.plan import AddonKind, Plan
from profiles.profile import HOME, Place, Profile
from profiles.where import InBlock, InWeek
from solver.rule import Violation

ADDONS: Final[tuple[tuple[AddonKind, str, str], ...]] = (
    ("micro", "micro_sessions_after_runs", "micro-sessions"),
    ("prehab", "prehab_twice_a_week", "prehab circuits"),
)
"""Add-ons that only a profile asks for, the rules that ask for them, and their plurals."""
NO_EQUIPMENT: Final = "it takes equipment that you do not have"


@dataclass(frozen=True)
class Unmet:
    """A wish that is met nowhere."""

    what: str
    why: str = ""


def unmet(verdict: Verdict, judges: Mapping[str, PlanRule]) -> Iterator[Unmet]:
    """The wishes that the plan meets nowhere, in the order of the profile."""
    wishes = _Wishes(verdict, judges)
    yield from wishes.templates()
    yield from wishes.addons()
    yield from wishes.favourites()


def rarely_met(verdict: Verdict, judges: Mapping[str, PlanRule]) -> Iterator[Violation]:
    """Where wishes are missed that the plan meets somewhere, of those missed in more than half of the weeks."""
    wishes = _Wishes(verdict, judges)
    for goal in wishes.profile.athlete.goals:
        yield from wishes.much("goals_emphasised", goal)
    for kind, rule, _ in ADDONS:
        if any(addon.kind == kind for addon in wishes.plan.addons):
            yield from wishes.much(rule)
    for favourite in wishes.profile.preferences.favour:
        if favourite in wishes.held:
            yield from wishes.much("favourites", favourite)


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

    def templates(self) -> Iterator[Unmet]:
        for letter, name in self.profile.strength.templates.items():
            held = {part.exercise for one in self.plan.sessions if one.slot == letter for part in one.main}
            none = [exercise for exercise in templates()[name].exercises if exercise not in held]
            start = f"session {letter} was to start from {name}"
            if not held:
                yield Unmet(f"{start}: no week has a session {letter}")
            elif none:
                yield Unmet(f"{start}: it never holds {words.listed(map(words.inside, none), 'or')}")

    def addons(self) -> Iterator[Unmet]:
        for kind, rule, named in ADDONS:
            if getattr(self.profile.addons, kind) and all(addon.kind != kind for addon in self.plan.addons):
                yield Unmet(f"you asked for {named}: none found a day", self._cause(rule))

    @cached_property
    def held(self) -> frozenset[str]:
        """The exercises of every session and routine."""
        drills = [drill for routine in self.plan.routines.values() for drill in routine.drills]
        for session in self.plan.sessions:
            drills += (*session.warm_up, *session.cooldown)
        items = (item.exercise for session in self.plan.sessions for item in session.main)
        return frozenset([*items, *(drill.exercise for drill in drills)])

    def favourites(self) -> Iterator[Unmet]:
        for favourite in self.profile.preferences.favour:
            if favourite not in self.held:
                said = f"you favour {words.inside(favourite)}: it is in no session"
                yield Unmet(said, self._barred(favourite) or self._cause("favourites", favourite))

    def _cause(self, rule: str, of: str = "") -> str:
        """Why a wish is missed, where it is missed for the same cause everywhere."""
        missed = [one for one in self.verdict.report.paid if one.rule == rule and of == getattr(one.at, "exercise", "")]
        causes = [self.verdict.causes.get(one) for one in missed]
        said = {because(cause, self.judges) if cause else "" for cause in causes}
        return said.pop() if len(said) == 1 else ""

    def much(self, rule: str, of: str = "") -> list[Violation]:
        """Where a wish is missed, if in more than half of the weeks that ask for it."""
        if rule not in self.judges:
            return []
        phases = self.judges[rule].model_dump()["phases"]
        asked = [week for week in self.plan.season.weeks if week.phase in phases and self.plan.in_week(week)]
        found: list[Violation] = []
        missed: set[int] = set()
        for one in self.verdict.report.paid:
            match one.at:
                case InBlock(number=number) if one.rule == rule and of in (one.at.of, one.at.exercise):
                    weeks = {week.number for week in asked if week.block.number == number}
                case InWeek(number=number) if one.rule == rule and not one.at.of:
                    weeks = {week.number for week in asked if week.number == number}
                case _:
                    continue
            missed |= weeks
            found += [one] if weeks else []
        return found if 2 * len(missed) > len(asked) else []

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
