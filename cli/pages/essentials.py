"""Which exercises count as an essential of an injury, in words, and whether the warm-ups hold one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from cli.pages import words
from constraints.model.plan_rule import PlanRule
from profiles.exercise import Injury, catalogue
from profiles.plan import Plan
from profiles.profile import Injuries
from profiles.where import InWeek
from solver.rule import Violation

RULE: Final = "injury_essentials"


def missing(ofs: Sequence[tuple[str, str, str]], judges: Mapping[str, PlanRule], injuries: Injuries) -> str:
    """`for iliotibial band, no clamshell or side-lying leg raise, and no step-down`: all that would count."""
    injury = ofs[0][1]
    none: list[str] = []
    for part in dict.fromkeys(part for _, _, part in ofs):
        named = _named(counting(judges, injury, part, injuries)) or [words.inside(part)]
        none.append(f"no {words.listed(named, 'or')}")
    return f"for {words.word(injury)}, {', and '.join(none)}"


def counting(judges: Mapping[str, PlanRule], injury: str, part: str, injuries: Injuries) -> tuple[str, ...]:
    """The exercises that count as a part of what an injury is given and spare every current injury."""
    counts = judges[RULE].would_count(cast("Injury", injury), part) if RULE in judges else ()
    return tuple(name for name in counts if injuries.spared_by(name))


def only_warmed_up(missed: Violation, plan: Plan, judges: Mapping[str, PlanRule]) -> bool:
    """Whether every warm-up of the week holds what its main work lacks."""
    if missed.rule != RULE or not isinstance(missed.at, InWeek):
        return False
    counts = {*counting(judges, missed.at.of, missed.at.part, plan.profile.injuries)}
    held = plan.in_week(plan.season.weeks[missed.at.number - 1])
    return bool(held) and all(any(drill.exercise in counts for drill in session.warm_up) for session in held)


def _named(exercises: Sequence[str]) -> list[str]:
    """In words, without the harder forms of others among them."""
    return [words.inside(name) for name in exercises if not {*catalogue()[name].easier} & {*exercises}]
