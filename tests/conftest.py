"""The shipped profiles, each solved once for all the tests that look at its plan."""

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
def _solved(name: str) -> Solved[Plan]:
    outcome = plan_for(load_profile(PROFILES / f"{name}.toml"))
    assert isinstance(outcome, Solved)
    return outcome


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], Solved[Plan]]:
    """The outcome for a shipped profile, by the name of its file."""
    return _solved
