"""One athlete of a squad as plain data in and out: what travels to a worker, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cli.squad.entry import Entry, entry_of, entry_without_plan
from constraints.planning.planner import plan_for
from profiles.profile import Profile
from profiles.writing.signature import signed
from profiles.writing.toml_text import plan_text
from solver.outcome import Conflict, Disagreement, OutOfTime, Solved


def job_for(file: str, source: str, profile: Profile, settings: tuple[str, ...], limit: float) -> dict[str, Any]:
    """What a worker must know of an athlete. `source` is the profile's path as the plan's last line names it."""
    said = profile.model_dump(mode="json", exclude_defaults=True)
    return {"file": file, "source": source, "profile": said, "settings": settings, "limit": limit}


def solve_athlete(job: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The task of a worker: an athlete's entry as plain data, and the text of the plan, empty if there is none."""
    profile, settings = Profile.model_validate(job["profile"]), tuple(job["settings"])
    entry, text = _solved(job["file"], job["source"], profile, settings, job["limit"])
    return entry.model_dump(mode="json", exclude_defaults=True), text


def _solved(file: str, source: str, profile: Profile, settings: tuple[str, ...], limit: float) -> tuple[Entry, str]:
    try:
        outcome = plan_for(profile, limit=limit)
    except Disagreement as bug:
        return entry_without_plan(file, profile, settings, "bug", str(bug)), ""
    match outcome:
        case Solved():
            plan = outcome.answer.read_from(settings)
            text = signed(plan_text(plan), source)
            return entry_of(plan, file, text.encode()), text
        case Conflict():
            return entry_without_plan(file, profile, settings, "conflict", *outcome.parts), ""
        case OutOfTime():
            return entry_without_plan(file, profile, settings, "out of time", outcome.tier), ""
    raise AssertionError(outcome)
