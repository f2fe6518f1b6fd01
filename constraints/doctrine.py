"""A doctrine: TOML to rules with numbers, and a profile's own numbers over them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict

from constraints.bars import DayRule, ExerciseRule
from constraints.decisions import Decisions
from constraints.layout import Phases, lay_out
from constraints.options import Option, all_options
from constraints.prescription.dose import SessionNumbers, StyleNumbers
from constraints.prescription.session import DrillMenu, Prescription
from constraints.rules import RULES, WISHES
from constraints.taper.recovery_after_race import RecoveryAfterRace
from profiles.plan import Plan, Style
from profiles.profile import Profile
from profiles.season import Season
from solver.rule import Rule

PlanRule = Rule[Decisions, Plan]


class DoctrineTables(BaseModel):
    """The tables of a doctrine's file besides its rules."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    tiers: tuple[str, ...]
    phases: Phases
    session: SessionNumbers
    styles: dict[Style, StyleNumbers]
    warm_up: DrillMenu
    cooldown: DrillMenu
    rules: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Doctrine:
    name: str
    tables: DoctrineTables
    rules: tuple[PlanRule, ...]
    hash: str
    overrides: tuple[str, ...] = ()

    def season(self, profile: Profile) -> Season:
        """The profile's season in this doctrine's phases."""
        recovery = next((rule for rule in self.rules if isinstance(rule, RecoveryAfterRace)), None)
        return lay_out(profile, self.tables.phases, recovery.length if recovery else lambda _race: 0)

    @property
    def prescription(self) -> Prescription:
        return Prescription(self.tables.styles, self.tables.session, self.tables.warm_up, self.tables.cooldown)

    def options(self, profile: Profile) -> tuple[Option, ...]:
        return all_options(self.tables.styles, self.tables.session, profile.athlete.experience)

    @property
    def day_walls(self) -> tuple[DayRule, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, DayRule) and rule.hard)

    @property
    def exercise_walls(self) -> tuple[ExerciseRule, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, ExerciseRule) and rule.hard)


def doctrine_names() -> tuple[str, ...]:
    folder = resources.files("constraints").joinpath("doctrines")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


@cache
def doctrine_named(name: str) -> Doctrine:
    """A doctrine as published. Raises FileNotFoundError for a name that is not one of `doctrine_names()`."""
    text = resources.files("constraints").joinpath(f"doctrines/{name}.toml").read_text(encoding="utf-8")
    tables = DoctrineTables.model_validate(tomllib.loads(text))
    if strangers := set(tables.rules) - {rule.id for rule in RULES}:
        raise ValueError(f"doctrine {name} has numbers for what is no rule: {', '.join(sorted(strangers))}")
    rules = tuple(rule(**tables.rules[rule.id]) for rule in RULES if rule.id in tables.rules)
    return Doctrine(name, tables, rules, hashlib.sha256(text.encode()).hexdigest()[:16])


def doctrine_for(profile: Profile) -> Doctrine:
    """The profile's doctrine, with its overrides and its wishes."""
    published = doctrine_named(profile.season.doctrine)
    rules: list[PlanRule] = []
    overrides = []
    for rule in published.rules:
        own = profile.rules.get(rule.id)
        if own is None:
            rules.append(rule)
        else:
            rules.append(numbered(rule, own))
            overrides.append(f"{rule.id}: {_spoken(own)}")
    rules += _wishes(profile)
    return Doctrine(published.name, published.tables, tuple(rules), published.hash, tuple(overrides))


def numbered(rule: PlanRule, own: Mapping[str, Any]) -> PlanRule:
    """A rule with a profile's own numbers over the doctrine's. Raises ValidationError where they do not fit.

    A number that is a table, such as one by phase, is overridden entry by entry.
    """
    numbers = rule.model_dump(exclude_defaults=True)
    for name, value in own.items():
        table = isinstance(value, dict) and isinstance(numbers.get(name), dict)
        numbers[name] = {**numbers[name], **value} if table else value
    return type(rule)(**{**numbers, "because": ("profile",)})


def _wishes(profile: Profile) -> list[PlanRule]:
    said: Mapping[str, Any] = {"at_least": profile.strength.at_least, "pins": profile.strength.pins}
    wishes: list[PlanRule] = []
    for wish in WISHES:
        numbers = {name: said[name] for name in wish.model_fields if name in said}
        if any(numbers.values()):
            wishes.append(wish(**numbers, because=("profile",)))
    return wishes


def _spoken(numbers: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in numbers.items())
