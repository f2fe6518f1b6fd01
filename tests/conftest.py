"""Seasons that several tests look at, each solved once in a test run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from constraints.planning.brief import brief_for
from constraints.planning.planner import Solved, plan_for
from profiles.profile import Profile
from profiles.reading.load import load_profile
from profiles.writing.files import replace_file

PROFILES = Path(__file__).parents[1] / "profiles"


@pytest.fixture(scope="session")
def solved_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Profile], Any]:
    """The outcome for a profile; what one worker of a test run has solved lies in a file for the others."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if folder.name.startswith("popen") else folder
    known: dict[str, Any] = {}

    def solved(profile: Profile) -> Any:
        file = shared / f"{profile.digest}.pickle"
        if profile.digest not in known and file.is_file():
            known[profile.digest] = pickle.loads(file.read_bytes())  # noqa: S301  # written by this very test run
        elif profile.digest not in known:
            known[profile.digest] = plan_for(brief_for(profile, doctrine_tried=True))
            replace_file(file, pickle.dumps(known[profile.digest]))
        return known[profile.digest]

    return solved


@pytest.fixture(scope="session")
def shipped(solved_once: Callable[[Profile], Any]) -> Callable[..., Solved]:
    """The outcome for a shipped profile, by the name of its file, and under another doctrine if one is named."""

    def solved(name: str, doctrine: str = "reconciled") -> Solved:
        profile = load_profile(PROFILES / f"{name}.toml")
        season = profile.season.model_copy(update={"doctrine": doctrine})
        outcome = solved_once(profile.model_copy(update={"season": season}))
        assert isinstance(outcome, Solved)
        return outcome

    return solved
