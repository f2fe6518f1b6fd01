"""The shipped profiles, each solved once under a doctrine for all the tests that look at its plan."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from constraints.planning.brief import brief_for
from constraints.planning.planner import Solved, plan_for
from profiles.reading.load import load_profile
from profiles.writing.files import replace_file

PROFILES = Path(__file__).parents[1] / "profiles"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Solved]:
    """The outcome for a shipped profile, by the name of its file, and under another doctrine if one is named.

    What one worker of a test run has solved lies in a file for the others.
    """
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if folder.name.startswith("popen") else folder

    @cache
    def solved(name: str, doctrine: str) -> Solved:
        file = shared / f"{name}.{doctrine}.pickle"
        if file.is_file():
            outcome = pickle.loads(file.read_bytes())  # noqa: S301  # written by this very test run
        else:
            profile = load_profile(PROFILES / f"{name}.toml")
            season = profile.season.model_copy(update={"doctrine": doctrine})
            brief = brief_for(profile.model_copy(update={"season": season}), doctrine_tried=True)
            outcome = plan_for(brief)
            replace_file(file, pickle.dumps(outcome))
        assert isinstance(outcome, Solved)
        return outcome

    return lambda name, doctrine="reconciled": solved(name, doctrine)
