"""Solves one athlete in a worker process; the job and its result are plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cli.squad.entry import Entry, entry_of, entry_without_plan
from constraints.planning.brief import Brief, brief_for
from constraints.planning.conflict import Conflict
from constraints.planning.planner import Solved, plan_for
from profiles.profile import Profile
from profiles.writing.signature import signed
from profiles.writing.toml_text import plan_text
from solver.outcome import Disagreement, OutOfTime


def job_for(file: str, source: str, brief: Brief, limit: float) -> dict[str, Any]:
    """The data that a worker needs. `source` is the profile's path for the last line of the plan."""
    said = brief.profile.model_dump(mode="json", exclude_defaults=True)
    return {"file": file, "source": source, "profile": said, "settings": brief.settings, "limit": limit}


def solve_athlete(job: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Run in a worker: return an athlete's entry as plain data, and the text of the plan, empty without a plan."""
    brief = brief_for(Profile.model_validate(job["profile"]), doctrine_tried=True)
    entry, text = _solved(job["file"], job["source"], replace(brief, settings=tuple(job["settings"])), job["limit"])
    return entry.model_dump(mode="json", exclude_defaults=True), text


def _solved(file: str, source: str, brief: Brief, limit: float) -> tuple[Entry, str]:
    try:
        outcome = plan_for(brief, limit=limit)
    except Disagreement as bug:
        return entry_without_plan(file, brief, "bug", str(bug)), ""
    match outcome:
        case Solved(plan=plan):
            text = signed(plan_text(plan), source)
            return entry_of(plan, file, text.encode()), text
        case Conflict(rules=rules):
            return entry_without_plan(file, brief, "conflict", *(rule.say() for rule in rules)), ""
        case OutOfTime(tier=tier):
            return entry_without_plan(file, brief, "out of time", tier), ""
    raise AssertionError(outcome)
