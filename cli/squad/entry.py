"""A line of the squad's summary: what was found for an athlete."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, Literal

from pydantic import Field

from cli.pages import findings
from cli.squad.stamp import Stamp, hash_of, stamp_for, stamp_in
from constraints.planning.brief import Brief
from constraints.planning.judge import Verdict
from profiles.frozen import Frozen
from profiles.plan import Header, Plan
from profiles.profile import Profile, Race

State = Literal["planned", "edited", "broken", "conflict", "bad profile", "out of time", "bug", "set aside"]
"""`edited`: by hand, after it was solved. `broken`: edited, and it breaks a hard rule. `set aside`: its worker process
died twice."""

PLANNED: Final[tuple[State, ...]] = ("planned", "edited")
"""The states in which there is a plan to follow."""


class Entry(Frozen):
    """A line of the squad's summary: what was found for an athlete."""

    file: str = Field(description="the profile's name in its folder")
    name: str = Field(description="the athlete's; the file's, where the profile does not read")
    state: State
    race: str = Field(default="", description="the last one of the highest priority")
    race_day: dt.date | None = None
    weeks: int = 0
    sessions: int = 0
    minutes: int = Field(default=0, description="of all sessions")
    coverage: int = Field(default=0, description="what was asked for and could not be had, in its prices")
    proven: int = Field(default=0, description="tiers proven; of an edited plan none")
    tiers: int = 0
    seconds: float = Field(default=0, description="that a worker took")
    why: tuple[str, ...] = Field(default=(), description="why there is no plan, or not the one that was solved")
    stamp: Stamp | None = None
    plan_hash: str = Field(default="", description="of the plan's file")

    @property
    def sessions_a_week(self) -> float:
        return self.sessions / self.weeks if self.weeks else 0

    @property
    def minutes_a_week(self) -> float:
        return self.minutes / self.weeks if self.weeks else 0


def entry_of(plan: Plan, file: str, content: bytes) -> Entry:
    """The entry of a plan that was just solved; its file has this content."""
    tiers = plan.header.tiers
    return Entry(
        **_about(file, plan.profile),
        state="planned",
        sessions=len(plan.sessions),
        minutes=sum(session.minutes for session in plan.sessions),
        coverage=next((tier.value for tier in tiers if tier.name == "coverage"), 0),
        proven=sum(tier.proven for tier in tiers),
        tiers=len(tiers),
        stamp=stamp_in(plan.header),
        plan_hash=hash_of(content),
    )


def judged(plan: Plan, verdict: Verdict, file: str, content: bytes) -> Entry:
    """The entry of a plan that may have been edited since it was solved."""
    if verdict.state == "broken":
        why = dict.fromkeys(findings.broken(verdict))
        return broken(file, plan.profile.athlete.name, plan.header, content, *why)
    entry = entry_of(plan, file, content)
    if verdict.state != "edited":
        return entry
    return entry.model_copy(update={"state": "edited", "coverage": verdict.report.price("coverage"), "proven": 0})


def broken(file: str, name: str, head: Header, content: bytes, *why: str) -> Entry:
    """The entry of a plan that was edited and can no longer be read."""
    return Entry(file=file, name=name, state="broken", why=why, stamp=stamp_in(head), plan_hash=hash_of(content))


def entry_without_plan(file: str, brief: Brief, state: State, *why: str) -> Entry:
    return Entry(**_about(file, brief.profile), state=state, why=why, stamp=stamp_for(brief))


def told_apart(entries: Sequence[Entry]) -> list[str]:
    """The athletes' names; if several have the same name, the file is added."""
    names = Counter(entry.name for entry in entries)
    return [
        entry.name if names[entry.name] == 1 else f"{entry.name} ({entry.file.removesuffix('.toml')})"
        for entry in entries
    ]


def _about(file: str, profile: Profile) -> dict[str, Any]:
    race = _goal(profile)
    return {
        "file": file,
        "name": profile.athlete.name,
        "race": race.name if race else "",
        "race_day": race.date if race else None,
        "weeks": profile.weeks,
    }


def _goal(profile: Profile) -> Race | None:
    """The race that the season is built for: the last one of the highest priority."""
    return max(profile.races, key=lambda race: (-ord(race.priority), race.date), default=None)
