"""Sentences about the findings of a verdict: broken walls, faults, and claims that do not hold."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from cli.pages.whereabouts import where
from cli.pages.words import printable
from constraints.planning.consistency import Fault
from constraints.planning.judge import Mismatch, Verdict
from profiles.plan import Dose, Drill, Today
from profiles.where import AtRace, OnDate


def broken(verdict: Verdict) -> Iterator[str]:
    """Each broken wall, and each fault that makes the plan invalid."""
    sentences = {rule.id: rule.say() for rule in verdict.brief.rules}
    for violation in verdict.report.broken:
        yield f"{_at(violation.at)}: breaks {violation.rule}: {sentences[violation.rule]}"
    yield from (fault_said(fault) for fault in verdict.faults if fault.breaks)


def changed(verdict: Verdict) -> Iterator[str]:
    """Changes since the plan was solved that break nothing."""
    yield from (fault_said(fault) for fault in verdict.faults if not fault.breaks)
    yield from (mismatch_said(mismatch, verdict) for mismatch in verdict.mismatches)


def fault_said(fault: Fault) -> str:
    return f"{_at(fault.at)}: {_said(fault)}"


def _at(at: Hashable) -> str:
    """A place as it is written in the plan's file."""
    match at:
        case OnDate(date=date, of=of):
            return printable(f"{date} {of}".rstrip())
        case AtRace(date=date, name=name):
            return printable(f"{date} {name}")
        case _:
            return where(at)


def _said(fault: Fault) -> str:
    found, due = _short(fault.found), _short(fault.due)
    match fault.kind:
        case "other blocks":
            return "the blocks are not those that follow from the races"
        case "other weeks":
            return "the weeks that run high or are cut back are not those of the runs"
        case "out of order":
            return f"does not come after the session of {due}; sessions stand in order, one a day"
        case "another's id":
            return f"the id {found} is that of the session of {due}; each session has its own"
        case "twice in a week":
            return f"the session is twice in week {found}"
        case "differs within its block":
            return f"differs from the session of {due}; a block repeats its sessions"
        case "reduced for no reason":
            return "leaves out part of its session on a day that has its usual time, no pin and no B race in its week"
        case "no part of its letter":
            return f"is no part of the session of {due}: some of its exercises, with the fewest sets, at its place"
        case "cannot be done":
            return f"{fault.of} cannot be done as {found}"
        case "does not follow" | "for the reader":
            return f"{printable(fault.of)} is {found}, but follows as {due}"
        case "other order":
            return "the main work is not in the order of its classes"
        case "letters skipped":
            return f"its sessions are lettered {found}, not {due}"
        case "asks more":
            return f"{fault.of} asks {found}; {due} follows"
        case "stale doses":
            return _stale(fault)
        case "shares its day":
            return "shares its day; a session or an add-on has a day of its own"
        case "add-on missing":
            return "is missing; it follows from the runs"
        case "add-on unfounded":
            return "is there, but follows from no run"
        case "other routine":
            return "is not the one that follows from the profile"
        case "other notes":
            return "they are not those that follow from the profile and the plan"


def _stale(fault: Fault) -> str:
    count = fault.found if isinstance(fault.found, int) else 1
    more = f" and {count - 1} more" if count > 1 else ""
    return f"the dose of {fault.of}{more} no longer follow{'' if more else 's'} from the dates before"


def mismatch_said(mismatch: Mismatch, verdict: Verdict) -> str:
    found, due = _short(mismatch.found), _short(mismatch.due)
    match mismatch.claim:
        case "profile":
            return "the profile in the plan is not the one that it was made for"
        case "doctrine":
            return f"the header names another doctrine, or other numbers, than the profile in the plan: '{due}'"
        case "tiers":
            return f"the header has the tiers {found}, not {due}"
        case "cost":
            gone = "so it is no longer the plan that was proven"
            return f"tier {mismatch.of} costs {due}; the plan says {found}, {gone}"
        case "proof":
            return f"tier {mismatch.of}: what the header claims of its proof cannot be true ({found})"
        case "reasons":
            return f"{mismatch.of}: the reasons for the day are {found}; {due} follow"
        case "doctrine's text":
            return f"the doctrine '{verdict.brief.doctrine.name}' has changed since the plan was made"
        case "versions":
            return f"the plan was made with {mismatch.of} {found}; here is {due}"


def _short(value: object) -> str:
    match value:
        case Drill():
            return f"{value.exercise} {value.dose}"
        case tuple():
            return ", ".join(map(_short, value)) or "nothing"
        case Dose():
            return _named(value.model_dump(exclude_defaults=True))
        case Today():
            return _named(value.model_dump(exclude={"change"}, exclude_none=True))
        case Mapping():
            return _named(value)
        case None:
            return "nothing"
        case _:
            return printable(str(value))


def _named(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {_short(value)}" for name, value in values.items())
