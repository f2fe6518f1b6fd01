"""A profile that not only reads but fits: its doctrine exists, and so do the templates, rules and numbers it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from constraints.doctrine import Doctrine, PlanRule
    from profiles.explain import Problem
    from profiles.locate import KeyPath
    from profiles.profile import Profile


def checked_profile(path: Path, doctrine: str | None = None) -> Profile:
    """The profile in a file, following another doctrine if one is named. Raises BadInput."""
    from constraints.doctrine import doctrine_names
    from profiles.explain import BadInput, problem_at
    from profiles.load import load_profile

    profile = load_profile(path)
    if doctrine is not None:
        if doctrine not in doctrine_names():
            raise BadInput(
                problem_at("--doctrine", "", (), f"unknown doctrine '{doctrine}'", doctrine, doctrine_names())
            )
        profile = profile.model_copy(update={"season": profile.season.model_copy(update={"doctrine": doctrine})})
    refuse_misfits(profile, path, tried=doctrine is not None)
    return profile


def refuse_misfits(profile: Profile, path: Path, under: KeyPath = (), *, tried: bool) -> None:
    """Raises BadInput with all that a profile names and that is not here.

    The profile stands `under` a key of the file. Where a doctrine is `tried` instead of the profile's own, that may
    lack a rule the profile has numbers for.
    """
    from profiles.explain import BadInput

    if problems := list(_misfits(profile, path, under, tried=tried)):
        raise BadInput(*problems)


def _misfits(profile: Profile, path: Path, under: KeyPath, *, tried: bool) -> Iterator[Problem]:
    from constraints.doctrine import doctrine_named, doctrine_names
    from constraints.rules import RULES
    from constraints.templates import startable
    from profiles.explain import problem_at

    text = path.read_text(encoding="utf-8")
    for slot, template in profile.strength.templates.items():
        if template not in startable():
            where = (*under, "strength", "templates", slot)
            yield problem_at(path, text, where, f"unknown template '{template}'", template, startable())
    name = profile.season.doctrine
    if name not in doctrine_names():
        where = (*under, "season", "doctrine")
        yield problem_at(path, text, where, f"unknown doctrine '{name}'", name, doctrine_names())
        return
    doctrine = doctrine_named(name)
    published = {rule.id: rule for rule in doctrine.rules}
    elsewhere = {rule.id for rule in RULES} if tried else set()
    for rule, numbers in profile.rules.items():
        where = (*under, "rules", rule)
        if rule in published:
            yield from _bad_numbers(doctrine, published[rule], numbers, path, text, where)
        elif rule not in elsewhere:
            yield problem_at(path, text, where, f"unknown rule '{rule}'", rule, tuple(published))


def _bad_numbers(
    doctrine: Doctrine, rule: PlanRule, numbers: dict[str, Any], path: Path, text: str, where: KeyPath
) -> Iterator[Problem]:
    from pydantic import ValidationError

    from constraints.doctrine import numbered
    from profiles.explain import problem_at, problems_of

    try:
        tier = numbered(rule, numbers).tier
    except ValidationError as error:
        yield from problems_of(error.errors(include_url=False), path, text, where, type(rule))
        return
    if tier is not None and tier not in doctrine.tables.tiers:
        yield problem_at(path, text, (*where, "tier"), f"unknown tier '{tier}'", tier, doctrine.tables.tiers)
    if "because" in numbers:
        message = "the reasons are the doctrine's; what a profile says, it says for itself: leave this out"
        yield problem_at(path, text, (*where, "because"), message)
