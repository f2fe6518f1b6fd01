"""The shipped profiles, each solved once under a doctrine for all the tests that look at its plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from constraints.planner import plan_for
from profiles.load import load_profile
from profiles.plan import Plan
from solver.outcome import Solved

PROFILES = Path(__file__).parents[1] / "profiles"


@cache
def _solved(name: str, doctrine: str = "reconciled") -> Solved[Plan]:
    profile = load_profile(PROFILES / f"{name}.toml")
    season = profile.season.model_copy(update={"doctrine": doctrine})
    outcome = plan_for(profile.model_copy(update={"season": season}))
    assert isinstance(outcome, Solved)
    return outcome


def season(name: str, doctrine: str = "reconciled") -> pytest.MarkDecorator:
    """The mark of a test that looks at a shipped profile's plan: one worker runs them all, and solves it once."""
    return pytest.mark.xdist_group(f"{name}-{doctrine}")


@pytest.fixture(scope="session")
def shipped() -> Callable[..., Solved[Plan]]:
    """The outcome for a shipped profile, by the name of its file, and under another doctrine if one is named."""
    return lambda name, doctrine="reconciled": _solved(name, doctrine)
