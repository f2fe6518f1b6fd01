"""A doctrine: TOML to rules with numbers, one doctrine over another, and a profile's own numbers over both."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from pydantic import Field

from constraints.knowledge.phase_lengths import PhaseLengths
from constraints.model.plan_rule import PlanRule
from constraints.prescription.addons import Addons
from constraints.prescription.dose import SessionNumbers, StyleNumbers
from constraints.prescription.drills import DrillMenu
from constraints.prescription.loads import LoadNumbers
from constraints.prescription.options import Option
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.reach import within_reach
from constraints.prescription.session import Prescription
from constraints.rules.every_rule import RULES
from profiles.frozen import Frozen
from profiles.plan import Style
from profiles.profile import Profile
from profiles.season import Block, Phase, Season

TABLES_OF_TABLES: Final = ("styles", "addons", "rules")
"""Tables whose own tables a doctrine replaces one by one; any other table it replaces whole."""


class Inherited(Frozen):
    """A subject to which a guide adds nothing, so that its doctrine inherits the rules on it unchanged."""

    on: str = Field(description="the subject")
    rules: tuple[str, ...] = Field(description="rules, or whole families, that stay as in the extended doctrine")
    because: tuple[str, ...] = Field(default=(), description="facts that leave it open, if one says so")


class DoctrineTables(Frozen):
    """A doctrine's file. Its tables replace those of the doctrine it extends."""

    title: str
    says: str = Field(description="in a sentence, for a runner who has to choose")
    extends: str | None = Field(
        default=None, description="the doctrine that it extends; each table here replaces its own"
    )
    without: dict[str, tuple[str, ...]] = Field(default={}, description="rules that this one does not have, and why")
    inherited: tuple[Inherited, ...] = Field(default=(), description="what its guide leaves as it is there")
    tiers: tuple[str, ...]
    phases: PhaseLengths
    session: SessionNumbers
    styles: dict[Style, StyleNumbers]
    progression: ProgressionNumbers
    loads: LoadNumbers
    addons: Addons
    warm_up: DrillMenu
    cooldown: DrillMenu
    rules: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Doctrine:
    name: str
    tables: DoctrineTables
    rules: tuple[PlanRule, ...]
    hash: str
    own: frozenset[str] = frozenset()
    """rules that its own file numbers; the others are inherited"""
    overrides: tuple[str, ...] = ()

    @property
    def lineage(self) -> tuple[str, ...]:
        """Its name, and those of the doctrines it extends."""
        under = self.tables.extends
        return (self.name, *(doctrine_named(under).lineage if under else ()))

    @property
    def followed(self) -> tuple[str, ...]:
        """The doctrines whose guides it follows; the one that all doctrines extend counts only for itself."""
        return tuple(name for name in self.lineage if name in (self.name, *self.lineage[:-1]))

    @property
    def prescription(self) -> Prescription:
        tables = self.tables
        return Prescription(
            tables.styles,
            tables.session,
            tables.warm_up,
            tables.cooldown,
            tables.progression,
            tables.loads,
            max((rule.holds_weeks() for rule in self.rules), default=0),
        )

    def options(
        self, profile: Profile, phase: Phase, among: Collection[str] | None = None, weeks: int | None = None
    ) -> tuple[Option, ...]:
        """What a slot can hold, or those of certain exercises, without what is too hard wherever it could be done."""
        every, tables = self.prescription.options(profile, phase, among, weeks), self.tables
        return tuple(one for one in every if within_reach(one, tables.styles, tables.loads, profile, phase))

    def options_in(self, block: Block, season: Season, among: Collection[str] | None = None) -> tuple[Option, ...]:
        """The options of a block, with the time that they take up to its end; where doses are eased, at the bottom."""
        eased = self.tables.progression.course[block.phase] == "ease"
        weeks = 1 if eased else season.weeks_in(block)[-1].number
        return self.options(season.profile, block.phase, among, weeks)


def doctrine_names() -> tuple[str, ...]:
    folder = resources.files("constraints.knowledge").joinpath("doctrines")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


@cache
def doctrine_named(name: str) -> Doctrine:
    """A doctrine as published. Raises FileNotFoundError for a name that is not one of `doctrine_names()`."""
    own, text = _read(name)
    tables, text = _merged(own, text)
    read = DoctrineTables.model_validate(tables)
    if strangers := set(read.rules) - {rule.id for rule in RULES}:
        raise ValueError(
            f"doctrine {name} has numbers for what is no rule: {', '.join(sorted(strangers))}; add it to RULES in "
            f"constraints/rules/every_rule.py, or take its table out of constraints/knowledge/doctrines/{name}.toml"
        )
    rules = tuple(rule(**read.rules[rule.id]) for rule in RULES if rule.id in read.rules)
    if unpriced := [rule.id for rule in rules if not rule.hard and rule.tier not in read.tiers]:
        raise ValueError(f"doctrine {name} prices rules in tiers that it has not: {', '.join(unpriced)}")
    return Doctrine(name, read, rules, hashlib.sha256(text.encode()).hexdigest()[:16], frozenset(own.get("rules", {})))


def _read(name: str) -> tuple[dict[str, Any], str]:
    """A doctrine's own tables, and the text they come from."""
    text = _text(name)
    return tomllib.loads(text), text


def _text(name: str) -> str:
    return resources.files("constraints.knowledge").joinpath(f"doctrines/{name}.toml").read_text(encoding="utf-8")


def _merged(own: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """A doctrine's tables merged into those of the doctrine it extends, and all the text they come from."""
    if "extends" not in own:
        return own, text
    under, text_under = _merged(*_read(own["extends"]))
    kept = {key: value for key, value in under.items() if key not in ("inherited", "without")}
    merged = {**kept, **own}
    for tables in TABLES_OF_TABLES:
        merged[tables] = {**under[tables], **own.get(tables, {})}
    merged["without"] = {**under.get("without", {}), **own.get("without", {})}
    merged["rules"] = {rule: numbers for rule, numbers in merged["rules"].items() if _stays(rule, own)}
    return merged, text + text_under


def _stays(rule: str, own: Mapping[str, Any]) -> bool:
    return rule not in own.get("without", {})


def numbered(rule: PlanRule, own: Mapping[str, Any]) -> PlanRule:
    """A rule with a profile's own numbers over the doctrine's. Raises ValidationError where they do not fit.

    A number that is a table, such as one by phase, is overridden entry by entry.
    """
    numbers = rule.model_dump(exclude_defaults=True)
    for name, value in own.items():
        table = isinstance(value, dict) and isinstance(numbers.get(name), dict)
        numbers[name] = {**numbers[name], **value} if table else value
    return type(rule)(**{**numbers, "because": ("profile",)})
