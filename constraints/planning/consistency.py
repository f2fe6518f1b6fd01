"""What a plan writes down besides its choices must follow from them: blocks, phases, doses, order, minutes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from constraints.planning.assembly import with_what_follows
from constraints.planning.brief import Brief
from constraints.prescription.options import Option
from constraints.prescription.session import Choice
from profiles.pin import SLOTS
from profiles.plan import PLACED, Item, Plan, Session, Style, Today
from profiles.where import InBlock, InPlan, OnDate, Where

Kind = Literal[
    "other blocks", "other weeks", "out of order", "another's id", "twice in a week", "differs within its block",
    "reduced for no reason", "no part of its letter", "cannot be done", "does not follow", "for the reader",
    "other order", "letters skipped", "asks more", "stale doses",
    "shares its day", "add-on missing", "add-on unfounded", "other routine", "other notes",
]  # fmt: skip
STALE: Final[frozenset[Kind]] = frozenset({"for the reader", "stale doses", "other routine", "other notes"})
"""Contradictions in texts for the reader only; they do not break a plan."""
FATAL: Final[frozenset[Kind]] = frozenset({"other blocks", "other weeks"})
"""With one of these no rule can judge the plan."""
FOR_THE_READER: Final = ("after", "before", "cooldown", "warm_up")
DECIDED: Final = ("block", "phase", "usual_min", "most_min")


@dataclass(frozen=True)
class Fault:
    """A place where a plan contradicts itself: what was found there, and what follows from the rest of the plan."""

    at: Where
    kind: Kind
    of: str = ""
    """a field, or an exercise"""
    found: object = None
    due: object = None

    @property
    def breaks(self) -> bool:
        return self.kind not in STALE

    @property
    def fatal(self) -> bool:
        return self.kind in FATAL


def faults(plan: Plan, brief: Brief) -> Iterator[Fault]:
    """Every contradiction, in the order of the plan; only the first where it is fatal.

    The plan's dates are those of its season, at most one session on each, as reading a plan makes sure.
    """
    season = plan.season
    if season.blocks != brief.season.blocks:
        yield Fault(InPlan(("blocks",)), "other blocks")
        return
    if season.running != brief.season.running:
        yield Fault(InPlan(("running",)), "other weeks")
        return
    held = {item.exercise for session in plan.sessions for item in session.main}
    options = {
        block.number: {(one.exercise.id, one.style): one for one in brief.doctrine.options_in(block, season, held)}
        for block in season.blocks
    }
    again: list[Session] = []
    written: set[tuple[int, str]] = set()
    ids: dict[str, Session] = {}
    last: Session | None = None
    for session in plan.sessions:
        at = OnDate(session.date, session.slot)
        if last is not None and session.date <= last.date:
            yield Fault(at, "out of order", due=last.date)
        last = session
        if (other := ids.setdefault(session.id, session)) is not session:
            yield Fault(at, "another's id", found=session.id, due=other.date)
        week = season.week_at(session.date)
        if sum(other.slot == session.slot for other in plan.in_week(week)) > 1:
            yield Fault(at, "twice in a week", found=week.number)
        first = plan.slots(week.block).get(session.slot, session)
        written.add((week.block.number, session.slot))
        if session.reduced:
            yield from _reduced(session, first, plan, brief, at)
        elif (session.content, session.place, session.circuit) != (first.content, first.place, first.circuit):
            yield Fault(at, "differs within its block", due=first.date)
        known = options[week.block.number]
        unknown = [item for item in session.main if (item.exercise, item.style) not in known]
        if unknown:
            yield Fault(at, "cannot be done", unknown[0].exercise, found=unknown[0].style)
            continue
        again.append(_again(session, plan, brief, known))
        yield from _unlike(session, again[-1], at)
    yield from _skipped(written)
    dated = brief.doctrine.prescription.week_by_week(again, season)
    yield from _long(plan, dated, brief)
    yield from _dated(plan, dated)
    yield from _beside(plan, brief)


def _reduced(session: Session, whole: Session, plan: Plan, brief: Brief, at: Where) -> Iterator[Fault]:
    """A reduced session keeps part of what its letter holds on other days, with the fewest sets, on certain days."""
    numbers = brief.doctrine.tables.session
    held = {(item.exercise, item.style) for item in whole.main}
    kept = {(item.exercise, item.style) for item in session.main}
    fewest = all(item.dose.sets == numbers.sets[0] for item in session.main)
    short = numbers.short(plan.profile.room_min(session.date))
    if session.date not in brief.season.exceptions:
        yield Fault(at, "reduced for no reason")
    elif not (
        (session.place, session.circuit) == (whole.place, short)
        and (kept < held and fewest and len(kept) >= numbers.reduced_least)
    ):
        yield Fault(at, "no part of its letter", due=whole.date)


def _skipped(written: Iterable[tuple[int, str]]) -> Iterator[Fault]:
    letters: dict[int, list[str]] = {}
    for block, letter in written:
        letters.setdefault(block, []).append(letter)
    for block, used in letters.items():
        due = SLOTS[: len(used)]
        if sorted(used) != list(due):
            yield Fault(InBlock(block), "letters skipped", found=tuple(sorted(used)), due=due)


def _long(plan: Plan, again: Iterable[Session], brief: Brief) -> Iterator[Fault]:
    """The minutes of a date are those of its doses and drills: of those that are due, or of those that are written."""
    due = {session.date: session.minutes for session in again}
    for session in plan.sessions:
        own = due.get(session.date, session.minutes)
        if session.minutes not in (own, brief.doctrine.prescription.minutes(session)):
            yield Fault(OnDate(session.date, session.slot), "for the reader", "minutes", session.minutes, own)


def _dated(plan: Plan, again: Iterable[Session]) -> Iterator[Fault]:
    """Each date's part of the dose follows from the dates before it; where one differs, most later ones do too.

    Such doses are stale after an edit elsewhere. A dose above the block's dose, or above the most that is due on any
    date, was edited itself and breaks the plan.
    """
    due = {session.date: session for session in again}
    most: dict[tuple[str, str], list[Today]] = {}
    for session in due.values():
        for item in session.main:
            if item.today:
                most.setdefault((item.exercise, item.style), []).append(item.today)
    stale: list[tuple[dt.date, str]] = []
    for session in plan.sessions:
        for item, follows in zip(session.main, due[session.date].main if session.date in due else (), strict=False):
            if item.exercise == follows.exercise and item.today != follows.today:
                if item.today and _exceeds(item.today, item, most[item.exercise, item.style]):
                    at = OnDate(session.date, session.slot)
                    yield Fault(at, "asks more", item.exercise, item.today, follows.today)
                else:
                    stale.append((session.date, item.exercise))
    if stale:
        date, exercise = stale[0]
        yield Fault(OnDate(date), "stale doses", exercise, found=len(stale))


def _exceeds(today: Today, item: Item, due: Sequence[Today]) -> bool:
    """Whether it asks more than the item's dose, and than the most that is due on any date."""
    _, reps = item.dose.reps or (0, 0)
    _, seconds = item.dose.seconds or (0, 0)
    loads = [one.load_kg for one in due if one.load_kg]
    return (
        today.sets > item.dose.sets
        or (today.reps or 0) > max(reps, *(one.reps or 0 for one in due))
        or (today.seconds or 0) > max(seconds, *(one.seconds or 0 for one in due))
        or (bool(loads) and (today.load_kg or 0) > max(loads))  # where the runner finds the load, any can be right
    )


def _beside(plan: Plan, brief: Brief) -> Iterator[Fault]:
    """Add-ons are on days without a session, one a day; those that follow the runs, and all texts, are derived."""
    for date, kinds in _placed(plan).items():
        if len(kinds) + (plan.on(date) is not None) > 1:
            yield Fault(OnDate(date, kinds[-1]), "shares its day")
    due = with_what_follows(plan, brief, [addon for addon in plan.addons if addon.kind in PLACED])
    written, follow = Counter(plan.addons), Counter(due.addons)
    for addon in sorted((follow - written) + (written - follow), key=lambda addon: (addon.date, addon.kind)):
        yield Fault(OnDate(addon.date, addon.kind), "add-on missing" if addon in follow else "add-on unfounded")
    for kind in sorted({*plan.routines, *due.routines}):
        if plan.routines.get(kind) != due.routines.get(kind):
            yield Fault(InPlan(("routines", kind)), "other routine")
    if plan.notes != due.notes:
        yield Fault(InPlan(("notes",)), "other notes")


def _placed(plan: Plan) -> Mapping[dt.date, list[str]]:
    found: dict[dt.date, list[str]] = {}
    for addon in plan.addons:
        if addon.kind in PLACED:
            found.setdefault(addon.date, []).append(addon.kind)
    return found


def choice_of(session: Session, options: Mapping[tuple[str, Style], Option]) -> Choice:
    """What was chosen for a session; `options` by exercise and style must hold all that it has."""
    return Choice(
        session.slot,
        session.place,
        tuple((options[item.exercise, item.style], item.dose.sets) for item in session.main),
        0 if session.circuit else len({item.superset for item in session.main} - {None}),
        session.circuit,
        session.reduced,
    )


def _again(session: Session, plan: Plan, brief: Brief, options: Mapping[tuple[str, Style], Option]) -> Session:
    """The session that follows from its own choices."""
    choice, season = choice_of(session, options), plan.season
    block, day = season.week_at(session.date).block, season.days[session.date]
    (again,) = brief.doctrine.prescription.sessions_for(choice, block, [day], season.profile)
    return again


def _unlike(session: Session, again: Session, at: Where) -> Iterator[Fault]:
    for name in (*DECIDED, *FOR_THE_READER):
        found, due = getattr(session, name), getattr(again, name)
        if found != due:
            kind: Kind = "does not follow" if name in DECIDED else "for the reader"
            yield Fault(at, kind, name.replace("_", "-"), found, due)
    if [item.exercise for item in session.main] != [item.exercise for item in again.main]:
        yield Fault(at, "other order")
        return
    for item, follows in zip(session.main, again.main, strict=True):
        for name in ("role", "dose", "load", "superset"):
            found, due = getattr(item, name), getattr(follows, name)
            if found != due:
                yield Fault(at, "does not follow", f"{item.exercise}: {name}", found, due)
