"""One athlete of a squad as plain data in and out: what travels to a worker, and what comes back."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from constraints.doctrine import doctrine_for
from constraints.planner import plan_for, versions
from constraints.record import slips
from profiles.plan import Header, Plan
from profiles.profile import Profile, Race
from profiles.save import plan_text
from solver.audit import audit
from solver.outcome import Conflict, Disagreement, OutOfTime, Solved

State = Literal["planned", "edited", "broken", "conflict", "bad profile", "out of time", "bug", "set aside"]
"""`edited`: by hand, after it was solved. `broken`: so edited that it breaks a hard rule. `set aside`: it ended its
worker's process twice."""
ROOT: Final = Path(__file__).parents[1]
DECIDING: Final = (
    "solver/**/*.py", "profiles/**/*.py", "profiles/catalogue/*.toml", "constraints/**/*.py", "constraints/**/*.toml",
)  # fmt: skip
"""The files of the program that a plan depends on."""
PLANNED: Final[tuple[State, ...]] = ("planned", "edited")
"""The states in which there is a plan to follow."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stamp(_Record):
    """All that a plan depends on: under equal stamps the plan is the same."""

    profile_hash: str
    doctrine: str
    doctrine_hash: str
    overrides: tuple[str, ...] = ()
    versions: dict[str, str]
    settings: tuple[str, ...] = ()


class Entry(_Record):
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
    proven: int = Field(default=0, description="tiers proven")
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


def software() -> dict[str, str]:
    """What a worker must have in common with whoever sends it jobs: the releases, and each letter that decides a plan.

    Profiles lie beside the code, but are everybody's own.
    """
    files = sorted(file for pattern in DECIDING for file in ROOT.glob(pattern))
    said = b"".join(file.relative_to(ROOT).as_posix().encode() + file.read_bytes() for file in files)
    return {**versions(), "source": hash_of(said)}


def stamp_for(profile: Profile, settings: tuple[str, ...]) -> Stamp:
    """What a plan that is made now would depend on."""
    doctrine = doctrine_for(profile)
    return Stamp(
        profile_hash=profile.digest, doctrine=doctrine.name, doctrine_hash=doctrine.hash,
        overrides=doctrine.overrides, versions=versions(), settings=settings,
    )  # fmt: skip


def stamp_in(header: Header) -> Stamp:
    """What a plan says it was made from."""
    return Stamp(**{name: getattr(header, name) for name in Stamp.model_fields})


def job_for(file: str, profile: Profile, settings: tuple[str, ...], limit: float) -> dict[str, Any]:
    """What a worker must know of an athlete."""
    said = profile.model_dump(mode="json", exclude_defaults=True)
    return {"file": file, "profile": said, "settings": settings, "limit": limit}


def solve_athlete(job: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The task of a worker: an athlete's entry as plain data, and the text of the plan, empty if there is none."""
    profile, settings = Profile.model_validate(job["profile"]), tuple(job["settings"])
    entry, text = _solved(job["file"], profile, settings, job["limit"])
    return entry.model_dump(mode="json", exclude_defaults=True), text


def _solved(file: str, profile: Profile, settings: tuple[str, ...], limit: float) -> tuple[Entry, str]:
    try:
        outcome = plan_for(profile, limit=limit)
    except Disagreement as bug:
        return entry_without_plan(file, profile, settings, "bug", str(bug)), ""
    match outcome:
        case Solved():
            plan = outcome.answer.read_from(settings)
            text = plan_text(plan)
            return entry_of(plan, file, text.encode()), text
        case Conflict():
            return entry_without_plan(file, profile, settings, "conflict", *outcome.parts), ""
        case OutOfTime():
            return entry_without_plan(file, profile, settings, "out of time", outcome.tier), ""
    raise AssertionError(outcome)


def entry_of(plan: Plan, file: str, content: bytes) -> Entry:
    """The entry of a plan as it was solved; its file holds this content."""
    tiers = plan.header.tiers
    return Entry(
        **_about(file, plan.season.profile),
        state="planned",
        sessions=len(plan.sessions),
        minutes=sum(session.minutes for session in plan.sessions),
        coverage=next((tier.value for tier in tiers if tier.name == "coverage"), 0),
        proven=sum(tier.proven for tier in tiers),
        tiers=len(tiers),
        stamp=stamp_in(plan.header),
        plan_hash=hash_of(content),
    )


def judged(plan: Plan, file: str, content: bytes) -> Entry:
    """The entry of a plan that may have been edited since: its rules, prices and derived parts are looked at again."""
    profile, head = plan.season.profile, plan.header
    doctrine = doctrine_for(profile)
    wrong = list(slips(plan, doctrine))
    if any(slip.fatal for slip in wrong):  # then no rule can read it
        return broken(file, profile.athlete.name, head, content, *(f"{slip.at}: {slip.text}" for slip in wrong))
    report = audit(plan, doctrine.rules)
    why = [f"{violation.at}: {violation.rule}" for violation in report.broken]
    why += [f"{slip.at}: {slip.text}" for slip in wrong if slip.breaks]
    if why:
        return broken(file, profile.athlete.name, head, content, *dict.fromkeys(why))
    as_solved = not wrong and profile.digest == head.profile_hash
    as_solved = as_solved and all(report.price(tier.name) == tier.value for tier in head.tiers)
    entry = entry_of(plan, file, content)
    return entry.model_copy(
        update={"state": "planned" if as_solved else "edited", "coverage": report.price("coverage")}
    )


def broken(file: str, name: str, head: Header, content: bytes, *why: str) -> Entry:
    """The entry of a plan that was edited until it no longer is one."""
    return Entry(file=file, name=name, state="broken", why=why, stamp=stamp_in(head), plan_hash=hash_of(content))


def entry_without_plan(file: str, profile: Profile, settings: tuple[str, ...], state: State, *why: str) -> Entry:
    return Entry(**_about(file, profile), state=state, why=why, stamp=stamp_for(profile, settings))


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


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
