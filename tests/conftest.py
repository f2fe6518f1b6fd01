"""Seasons that several tests look at, each solved once in a test run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.squad import athlete
from cli.squad.stamp import hash_of
from constraints.planning import planner
from constraints.planning.brief import Brief, brief_for
from constraints.planning.planner import LIMIT, Solved, plan_for
from profiles.reading.load import load_profile
from profiles.writing.files import replace_file
from solver.batch import workers
from workers_here import Here

PROFILES = Path(__file__).parents[1] / "profiles"


@pytest.fixture(scope="session")
def solved_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Brief], Any]:
    """The outcome of a brief; a file shares what one worker of a test run has solved with the others."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if folder.name.startswith("popen") else folder
    known: dict[str, Any] = {}

    def solved(brief: Brief) -> Any:
        key = "-".join([brief.profile.digest, *([hash_of("".join(brief.settings).encode())] if brief.settings else [])])
        file = shared / f"{key}.pickle"
        if key not in known and file.is_file():
            known[key] = pickle.loads(file.read_bytes())  # noqa: S301  # written by this test run
        elif key not in known:
            known[key] = plan_for(brief)
            replace_file(file, pickle.dumps(known[key]))
        return known[key]

    return solved


@pytest.fixture
def solving_once(monkeypatch: pytest.MonkeyPatch, solved_once: Callable[[Brief], Any]) -> None:
    """Let commands take the outcome of `solved_once`, except where a test sets a limit of time."""

    def once(brief: Brief, progress: Any, limit: float) -> Any:
        return solved_once(brief) if limit == LIMIT else plan_for(brief, progress, limit)

    monkeypatch.setattr(planner, "plan_for", once)


@pytest.fixture
def squads_solved_once(monkeypatch: pytest.MonkeyPatch, solved_once: Callable[[Brief], Any]) -> None:
    """Let squads be solved in this process by `solved_once`, except where a test sets a limit of time."""

    def once(brief: Brief, limit: float) -> Any:
        return solved_once(brief) if limit == LIMIT else plan_for(brief, limit=limit)

    monkeypatch.setattr(athlete, "plan_for", once)
    monkeypatch.setattr(workers, "workers_named", lambda *_: Here())


@pytest.fixture(scope="session")
def shipped(solved_once: Callable[[Brief], Any]) -> Callable[..., Solved]:
    """The outcome for a shipped profile, by the name of its file, and under another doctrine if one is named."""

    def solved(name: str, doctrine: str = "reconciled") -> Solved:
        profile = load_profile(PROFILES / f"{name}.toml")
        season = profile.season.model_copy(update={"doctrine": doctrine})
        outcome = solved_once(brief_for(profile.model_copy(update={"season": season}), doctrine_tried=True))
        assert isinstance(outcome, Solved)
        return outcome

    return solved
