"""A profile that not only reads but fits: its doctrine exists, and so do the rules and numbers it overrides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profiles.profile import Profile


def checked_profile(path: Path, doctrine: str | None = None) -> Profile:
    """The profile in a file, following another doctrine if one is named. Raises BadInput."""
    from pydantic import ValidationError

    from constraints.doctrine import doctrine_named, doctrine_names, numbered
    from constraints.rules import RULES
    from constraints.templates import startable
    from profiles.explain import BadInput, explain, problem_at
    from profiles.load import load_profile

    profile = load_profile(path)
    text = path.read_text(encoding="utf-8")
    if doctrine is not None:
        if doctrine not in doctrine_names():
            raise BadInput(
                problem_at("--doctrine", "", (), f"unknown doctrine '{doctrine}'", doctrine, doctrine_names())
            )
        profile = profile.model_copy(update={"season": profile.season.model_copy(update={"doctrine": doctrine})})
    name = profile.season.doctrine
    for slot, template in profile.strength.templates.items():
        if template not in startable():
            where = ("strength", "templates", slot)
            raise BadInput(problem_at(path, text, where, f"unknown template '{template}'", template, startable()))
    if name not in doctrine_names():
        key = ("season", "doctrine")
        raise BadInput(problem_at(path, text, key, f"unknown doctrine '{name}'", name, doctrine_names()))
    published = {rule.id: rule for rule in doctrine_named(name).rules}
    for rule, numbers in profile.rules.items():
        if rule not in published and doctrine is not None and rule in {known.id for known in RULES}:
            continue  # the profile's own doctrine has it, the one that is tried has not
        if rule not in published:
            raise BadInput(problem_at(path, text, ("rules", rule), f"unknown rule '{rule}'", rule, tuple(published)))
        try:
            numbered(published[rule], numbers)
        except ValidationError as error:
            raise explain(error, path, text, ("rules", rule), model=type(published[rule])) from None
    return profile
