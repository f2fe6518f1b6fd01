"""Loads briefs from files: for a profile to plan, or for a plan to judge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from constraints.planning.brief import Brief
    from profiles.plan import Plan
    from profiles.profile import Profile
    from profiles.reading.layers import Layers


def brief_at(path: Path, doctrine: str | None = None) -> Brief:
    """The brief of the profile in a file, under another doctrine if one is named. Raises BadInput."""
    from profiles.reading.load import read_profile

    return _brief(*read_profile(path), doctrine)


def briefs_at(path: Path, doctrines: Iterable[str]) -> dict[str, Brief]:
    """One brief for each doctrine; the file is read once. Raises BadInput."""
    from profiles.reading.load import read_profile

    profile, layers = read_profile(path)
    return {name: _brief(profile, layers, name) for name in doctrines}


def _brief(profile: Profile, layers: Layers, doctrine: str | None) -> Brief:
    from constraints.knowledge.doctrine import doctrine_names
    from constraints.planning.brief import brief_for
    from profiles.reading.layers import Layer, Layers
    from profiles.reading.problems import BadInput, problem_at

    if doctrine is not None:
        if doctrine not in doctrine_names():
            option, names = Layers.of("--doctrine", ""), doctrine_names()
            raise BadInput(problem_at(option, (), f"unknown doctrine '{doctrine}'", doctrine, names))
        profile = profile.model_copy(update={"season": profile.season.model_copy(update={"doctrine": doctrine})})
        if len(layers.layers) > 1:
            layers = Layers((Layer("--doctrine", "", {"season": {"doctrine": doctrine}}), *layers.layers))
    return brief_for(profile, layers, doctrine_tried=doctrine is not None)


def plan_at(path: Path) -> tuple[Plan, Brief]:
    """The plan in a file, and the brief of the profile in it. Raises BadInput."""
    from constraints.planning.brief import brief_for
    from profiles.reading.load import read_plan

    plan, layers = read_plan(path)
    return plan, brief_for(plan.profile, layers, ("profile",), doctrine_tried=True)
