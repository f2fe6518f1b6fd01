"""The shipped profiles, each solved once under a doctrine for all the tests that look at its plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from constraints.planner import plan_for
from profiles.load import load_profile
from profiles.plan import Plan
from profiles.profile import Profile
from solver.outcome import Solved

PROFILES = Path(__file__).parents[1] / "profiles"


@cache
def _solved(name: str, doctrine: str | None = None) -> Solved[Plan]:
    outcome = plan_for(following(load_profile(PROFILES / f"{name}.toml"), doctrine))
    assert isinstance(outcome, Solved)
    return outcome


def following(profile: Profile, doctrine: str | None) -> Profile:
    """The profile under another doctrine; under its own if none is given."""
    season = profile.season.model_copy(update={"doctrine": doctrine or profile.season.doctrine})
    return profile.model_copy(update={"season": season})


@pytest.fixture(scope="session")
def shipped() -> Callable[..., Solved[Plan]]:
    """The outcome for a shipped profile, by the name of its file, and under another doctrine if one is named."""
    return _solved
