"""A profile that not only reads but fits: its doctrine exists, and so do the rules and numbers it overrides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profiles.profile import Profile


def checked_profile(path: Path) -> Profile:
    """The profile in a file. Raises BadInput."""
    from pydantic import ValidationError

    from constraints.doctrine import doctrine_named, doctrine_names, numbered
    from profiles.explain import BadInput, explain, problem_at
    from profiles.load import load_profile

    profile = load_profile(path)
    text = path.read_text(encoding="utf-8")
    name = profile.season.doctrine
    if name not in doctrine_names():
        key = ("season", "doctrine")
        raise BadInput(problem_at(path, text, key, f"unknown doctrine '{name}'", name, doctrine_names()))
    published = {rule.id: rule for rule in doctrine_named(name).rules}
    for rule, numbers in profile.rules.items():
        if rule not in published:
            raise BadInput(problem_at(path, text, ("rules", rule), f"unknown rule '{rule}'", rule, tuple(published)))
        try:
            numbered(published[rule], numbers)
        except ValidationError as error:
            raise explain(error, path, text, ("rules", rule), model=type(published[rule])) from None
    return profile
