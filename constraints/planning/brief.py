"""What is to be planned, as one value: the profile, the doctrine it follows, its season and the runner's wishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names, numbered
from constraints.model.domain import Domain
from constraints.model.plan_rule import PlanRule, narrowed
from constraints.planning.layout import lay_out
from constraints.prescription.templates import startable
from constraints.rules.every_rule import RULES, WISHES
from profiles.pin import SLOTS, Slot
from profiles.profile import Profile, Race
from profiles.reading.layers import Layers
from profiles.reading.locate import KeyPath
from profiles.reading.problems import BadInput, Problem, problem_at
from profiles.reading.pydantic_errors import problems_of
from profiles.season import Season


@dataclass(frozen=True)
class Brief:
    """What is to be planned. A variation of a plan is another brief."""

    profile: Profile
    doctrine: Doctrine
    """with the profile's own numbers"""
    season: Season
    wishes: tuple[PlanRule, ...] = ()
    settings: tuple[str, ...] = ()
    """files that the profile was read from, for the plan's header"""

    @cached_property
    def rules(self) -> tuple[PlanRule, ...]:
        """The doctrine's rules, and after them the wishes."""
        return (*self.doctrine.rules, *self.wishes)

    @cached_property
    def walls(self) -> tuple[PlanRule, ...]:
        return tuple(rule for rule in self.rules if rule.hard)


@dataclass(frozen=True)
class _Written:
    """Where the profile was written: its files, and the key of its table in them."""

    layers: Layers
    under: KeyPath

    def problem(self, key_path: KeyPath, message: str, found: str | None = None, *allowed: str) -> Problem:
        return problem_at(self.layers, (*self.under, *key_path), message, found, allowed)


def brief_for(
    profile: Profile, layers: Layers | None = None, under: KeyPath = (), *, doctrine_tried: bool = False
) -> Brief:
    """The brief of a profile. Raises BadInput with everything that the profile names and that does not exist.

    `layers` are the files that it was read from, where it stands `under` a key. A doctrine that is tried instead of
    the profile's own may lack rules that the profile has numbers for.
    """
    written = _Written(layers or Layers.of("the profile", ""), under)
    name = profile.season.doctrine
    if name not in doctrine_names():
        message = f"unknown doctrine '{name}'"
        raise BadInput(
            *_unknown_templates(profile, written),
            written.problem(("season", "doctrine"), message, name, *doctrine_names()),
        )
    published = doctrine_named(name)
    problems = list(_unknown_templates(profile, written))
    rules, wrong = _overridden(profile, published, written, doctrine_tried=doctrine_tried)
    problems += wrong
    if problems:
        raise BadInput(*problems)
    overrides = tuple(f"{rule.id}: {_spoken(profile.rules[rule.id])}" for rule in rules if rule.id in profile.rules)
    doctrine = replace(published, rules=rules, overrides=overrides)
    season = lay_out(profile, doctrine.tables.phases, lambda race: _recovery_days(rules, race))
    if problems := [*_letters_too_many(season, rules, written), *_wished_too_many(season, written)]:
        raise BadInput(*problems)
    return Brief(profile, doctrine, season, _wishes(profile), layers.settings if layers else ())


def _recovery_days(rules: tuple[PlanRule, ...], race: Race) -> int:
    return max(rule.recovery_days(race) for rule in rules)


def _letters_too_many(season: Season, rules: tuple[PlanRule, ...], written: _Written) -> Iterator[Problem]:
    """Pins whose letter no session of their phase can have."""
    pins = season.profile.strength.pins
    slots = _slots(season, rules) if any(pin.slot for pin in pins) else {}
    for index, pin in enumerate(pins):
        block = season.week_at(pin.date).block
        letters = slots.get(block.number, SLOTS)
        if pin.slot is not None and pin.slot not in letters:
            phase = block.phase.replace("_", " ")
            most = f"at most {len(letters)} session{'s' * (len(letters) > 1)} a week" if letters else "no sessions"
            message = f"'{pin}': {phase} has {most}, so there is no session {pin.slot} on {pin.date}"
            yield written.problem(("strength", "pins", index), message, None, *letters)


def _wished_too_many(season: Season, written: _Written) -> Iterator[Problem]:
    """A wish for more sessions a week than any week of the season has days for."""
    want = season.profile.strength.want
    days = max((len(week.open_days) for week in season.weeks if week.full), default=0)
    if want is not None and want > days:
        message = (
            f"found {want}, but no full week of the season has more than {days} day{'s' * (days != 1)} with minutes"
        )
        yield written.problem(("strength", "want"), message)


def _slots(season: Season, rules: tuple[PlanRule, ...]) -> Mapping[int, tuple[Slot, ...]]:
    """The letters that the walls leave, by block number."""
    blocks = [block.number for block in season.blocks]
    domain = Domain(dict.fromkeys(blocks, SLOTS), frozenset(season.days), dict.fromkeys(blocks, ()), {})
    return narrowed(domain, (rule for rule in rules if rule.hard), season).slots


def _unknown_templates(profile: Profile, written: _Written) -> Iterator[Problem]:
    for slot, template in profile.strength.templates.items():
        if template not in startable():
            message = f"unknown template '{template}'"
            yield written.problem(("strength", "templates", slot), message, template, *startable())


def _overridden(
    profile: Profile, published: Doctrine, written: _Written, *, doctrine_tried: bool
) -> tuple[tuple[PlanRule, ...], list[Problem]]:
    """The doctrine's rules with the profile's own numbers, and what is wrong with those."""
    problems: list[Problem] = []
    rules = []
    for rule in published.rules:
        own = profile.rules.get(rule.id)
        try:
            rules.append(rule if own is None else numbered(rule, own))
        except ValidationError as error:
            where = (*written.under, "rules", rule.id)
            problems += problems_of(error.errors(include_url=False), written.layers, where, type(rule))
            continue
        if own is not None:
            problems += _unfit(rules[-1], own, published, written)
    ids = tuple(rule.id for rule in published.rules)
    known = {rule.id for rule in RULES} if doctrine_tried else set(ids)
    for name in profile.rules:
        if name not in ids and name not in known:
            problems.append(written.problem(("rules", name), f"unknown rule '{name}'", name, *ids))
    return tuple(rules), problems


def _unfit(rule: PlanRule, own: Mapping[str, Any], published: Doctrine, written: _Written) -> Iterator[Problem]:
    tiers = published.tables.tiers
    if rule.tier is not None and rule.tier not in tiers:
        yield written.problem(("rules", rule.id, "tier"), f"unknown tier '{rule.tier}'", rule.tier, *tiers)
    if "because" in own:
        message = "the reasons are the doctrine's; what a profile says, it says for itself: leave this out"
        yield written.problem(("rules", rule.id, "because"), message)


def _wishes(profile: Profile) -> tuple[PlanRule, ...]:
    """The runner's own demands, as rules."""
    said: Mapping[str, Any] = {"at_least": profile.strength.at_least, "pins": profile.strength.pins}
    wishes = []
    for wish in WISHES:
        numbers = {name: said[name] for name in wish.model_fields if name in said}
        if any(numbers.values()):
            wishes.append(wish(**numbers, because=("profile",)))
    return tuple(wishes)


def _spoken(numbers: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in numbers.items())
