"""A profile that not only reads but fits: its doctrine exists, and so do the templates, rules and numbers it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from constraints.knowledge.doctrine import Doctrine, PlanRule
    from profiles.profile import Profile
    from profiles.reading.layers import Layers
    from profiles.reading.locate import KeyPath
    from profiles.reading.problems import Problem


def checked_profile(path: Path, doctrine: str | None = None) -> Profile:
    """The profile in a file, following another doctrine if one is named. Raises BadInput."""
    return checked(path, doctrine)[0]


def checked(path: Path, doctrine: str | None = None) -> tuple[Profile, Layers]:
    """`checked_profile`, and the files that it was read from."""
    from constraints.knowledge.doctrine import doctrine_names
    from profiles.reading.layers import Layer, Layers
    from profiles.reading.load import read_profile
    from profiles.reading.problems import BadInput, problem_at

    profile, layers = read_profile(path)
    if doctrine is not None:
        if doctrine not in doctrine_names():
            option, names = Layers.of("--doctrine", ""), doctrine_names()
            raise BadInput(problem_at(option, (), f"unknown doctrine '{doctrine}'", doctrine, names))
        profile = profile.model_copy(update={"season": profile.season.model_copy(update={"doctrine": doctrine})})
        if len(layers.layers) > 1:
            layers = Layers((Layer("--doctrine", "", {"season": {"doctrine": doctrine}}), *layers.layers))
    refuse_misfits(profile, layers, tried=doctrine is not None)
    return profile, layers


def refuse_misfits(profile: Profile, layers: Layers, under: KeyPath = (), *, tried: bool) -> None:
    """Raises BadInput with all that a profile names and that is not here.

    The profile stands `under` a key of what was read. Where a doctrine is `tried` instead of the profile's own, that
    may lack a rule the profile has numbers for.
    """
    from profiles.reading.problems import BadInput

    if problems := list(_misfits(profile, layers, under, tried=tried)):
        raise BadInput(*problems)


def _misfits(profile: Profile, layers: Layers, under: KeyPath, *, tried: bool) -> Iterator[Problem]:
    from constraints.knowledge.doctrine import doctrine_named, doctrine_names
    from constraints.prescription.templates import startable
    from constraints.rules.every_rule import RULES
    from profiles.reading.problems import problem_at

    for slot, template in profile.strength.templates.items():
        if template not in startable():
            where = (*under, "strength", "templates", slot)
            yield problem_at(layers, where, f"unknown template '{template}'", template, startable())
    name = profile.season.doctrine
    if name not in doctrine_names():
        where = (*under, "season", "doctrine")
        yield problem_at(layers, where, f"unknown doctrine '{name}'", name, doctrine_names())
        return
    doctrine = doctrine_named(name)
    published = {rule.id: rule for rule in doctrine.rules}
    elsewhere = {rule.id for rule in RULES} if tried else set()
    for rule, numbers in profile.rules.items():
        where = (*under, "rules", rule)
        if rule in published:
            yield from _bad_numbers(doctrine, published[rule], numbers, layers, where)
        elif rule not in elsewhere:
            yield problem_at(layers, where, f"unknown rule '{rule}'", rule, tuple(published))


def _bad_numbers(
    doctrine: Doctrine, rule: PlanRule, numbers: dict[str, Any], layers: Layers, where: KeyPath
) -> Iterator[Problem]:
    from pydantic import ValidationError

    from constraints.knowledge.doctrine import numbered
    from profiles.reading.problems import problem_at
    from profiles.reading.pydantic_errors import problems_of

    try:
        tier = numbered(rule, numbers).tier
    except ValidationError as error:
        yield from problems_of(error.errors(include_url=False), layers, where, type(rule))
        return
    if tier is not None and tier not in doctrine.tables.tiers:
        yield problem_at(layers, (*where, "tier"), f"unknown tier '{tier}'", tier, doctrine.tables.tiers)
    if "because" in numbers:
        message = "the reasons are the doctrine's; what a profile says, it says for itself: leave this out"
        yield problem_at(layers, (*where, "because"), message)
