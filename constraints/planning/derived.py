"""What a plan writes down besides its choices must follow from them: blocks, phases, doses, order, minutes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from constraints.knowledge.doctrine import Doctrine
from constraints.knowledge.notes import notes_for
from constraints.prescription.addons import following_runs, routines
from constraints.prescription.options import Option
from constraints.prescription.session import Choice
from profiles.pin import SLOTS
from profiles.plan import PLACED, Addon, Dose, Drill, Item, Plan, Session, Style, Today

_TEXTS: Final = frozenset({"after", "before", "warm_up", "cooldown"})
"""Fields for the reader alone: they go stale, and break nothing."""


@dataclass(frozen=True)
class Slip:
    """A place where a plan contradicts itself."""

    at: str
    text: str
    breaks: bool = True
    """false: a note for the reader has gone stale, nothing else"""
    fatal: bool = False
    """the plan cannot be judged any further"""


def slips(plan: Plan, doctrine: Doctrine) -> Iterator[Slip]:
    """Every contradiction, in the order of the plan. Written by hand or by us, a plan must have none."""
    season = plan.season
    due = doctrine.season(season.profile)
    if season.blocks != due.blocks:
        yield Slip("blocks", "the blocks are not those that follow from the races", fatal=True)
        return
    if season.running != due.running:
        yield Slip("running", "the weeks that run high or are cut back are not those of the runs", fatal=True)
        return
    options = {
        phase: {(option.exercise.id, option.style): option for option in doctrine.options(season.profile, phase)}
        for phase in {block.phase for block in season.blocks}
    }
    again: list[Session] = []
    written: dict[tuple[int, str], Session] = {}
    last: Session | None = None
    for session in plan.sessions:
        at = f"{session.date} {session.slot}"
        if session.date not in season.days:
            yield Slip(at, f"is outside the season, {season.first} to {season.last}", fatal=True)
            continue
        if last is not None and session.date <= last.date:
            yield Slip(at, f"does not come after the session of {last.date}; sessions stand in order, one a day")
        last = session
        week = season.week_at(session.date)
        if sum(other.slot == session.slot for other in plan.in_week(week)) > 1:
            yield Slip(at, f"session {session.slot} is twice in week {week.number}")
        first = written.setdefault((week.block.number, session.slot), session)
        if (session.content, session.place) != (first.content, first.place):
            yield Slip(at, f"differs from session {session.slot} of {first.date}; a block repeats its sessions")
        known = options[week.block.phase]
        unknown = [item for item in session.main if (item.exercise, item.style) not in known]
        if unknown:
            yield Slip(at, f"{unknown[0].exercise} cannot be done as {unknown[0].style}")
            continue
        again.append(_again(session, plan, doctrine, known))
        yield from _unlike(session, again[-1], at)
    yield from _gaps(written)
    yield from _dated(plan, doctrine.prescription.week_by_week(again, season))
    yield from _beside(plan, doctrine)


def _gaps(written: Mapping[tuple[int, str], Session]) -> Iterator[Slip]:
    letters: dict[int, list[str]] = {}
    for block, letter in written:
        letters.setdefault(block, []).append(letter)
    for block, used in letters.items():
        due = SLOTS[: len(used)]
        if sorted(used) != list(due):
            yield Slip(f"block {block}", f"its sessions are lettered {', '.join(sorted(used))}, not {', '.join(due)}")


def _dated(plan: Plan, again: Iterable[Session]) -> Iterator[Slip]:
    """Each date's part of the dose follows from the dates before it; where one is off, so are most that follow.

    An edit elsewhere leaves them stale. More than the block's dose, or than the most that follows on any date, is an
    edit of their own, and no plan.
    """
    due = {session.date: session for session in again}
    most: dict[tuple[str, str], list[Today]] = {}
    for session in due.values():
        for item in session.main:
            if item.today:
                most.setdefault((item.exercise, item.style), []).append(item.today)
    stale = []
    for session in plan.sessions:
        for item, follows in zip(session.main, due[session.date].main if session.date in due else (), strict=False):
            if item.exercise == follows.exercise and item.today != follows.today:
                if item.today and _exceeds(item.today, item, most[item.exercise, item.style]):
                    asks = f"{item.exercise} asks {_asks(item.today)}; {_asks(follows.today)} follows"
                    yield Slip(f"{session.date} {session.slot}", asks)
                else:
                    stale.append(f"{item.exercise} on {session.date}")
    if stale:
        more = f" and {len(stale) - 1} more" if len(stale) > 1 else ""
        yield Slip("doses by date", f"{stale[0]}{more} no longer follow from the dates before", breaks=False)


def _exceeds(today: Today, item: Item, due: Sequence[Today]) -> bool:
    """Whether it asks more than the item's dose, and than the most that is due on any date."""
    _, reps = item.dose.reps or (0, 0)
    _, seconds = item.dose.seconds or (0, 0)
    loads = [one.load_kg for one in due if one.load_kg]
    return (
        today.sets > item.dose.sets
        or (today.reps or 0) > max(reps, *(one.reps or 0 for one in due))
        or (today.seconds or 0) > max(seconds, *(one.seconds or 0 for one in due))
        or (bool(loads) and (today.load_kg or 0) > max(loads))  # where the runner finds it, any may be right
    )


def _asks(today: Today | None) -> str:
    return "nothing" if today is None else _named(today.model_dump(exclude={"change"}, exclude_none=True))


def _named(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {_short(value)}" for name, value in values.items())


def _beside(plan: Plan, doctrine: Doctrine) -> Iterator[Slip]:
    """Add-ons stand one a day on days without a session; those that follow the runs, and all texts, are derived."""
    season = plan.season
    for addon in plan.addons:
        if addon.date not in season.days:
            outside = f"is outside the season, {season.first} to {season.last}"
            yield Slip(f"{addon.date} {addon.kind}", outside, fatal=True)
            return
    for date, kinds in _placed(plan).items():
        if len(kinds) + (plan.on(date) is not None) > 1:
            yield Slip(f"{date} {kinds[-1]}", "shares its day; a session or an add-on has a day of its own")
    due = with_addons_and_notes(plan, doctrine, [addon for addon in plan.addons if addon.kind in PLACED])
    written, follow = Counter(plan.addons), Counter(due.addons)
    for addon in sorted((follow - written) + (written - follow), key=lambda addon: (addon.date, addon.kind)):
        problem = "is missing; it follows from the runs" if addon in follow else "is there, but follows from no run"
        yield Slip(f"{addon.date} {addon.kind}", problem)
    for kind in sorted({*plan.routines, *due.routines}):
        if plan.routines.get(kind) != due.routines.get(kind):
            yield Slip(f"routine {kind}", "is not the one that follows from the profile", breaks=False)
    if plan.notes != due.notes:
        yield Slip("notes", "they are not those that follow from the profile and the plan", breaks=False)


def _placed(plan: Plan) -> Mapping[dt.date, list[str]]:
    found: dict[dt.date, list[str]] = {}
    for addon in plan.addons:
        if addon.kind in PLACED:
            found.setdefault(addon.date, []).append(addon.kind)
    return found


def with_addons_and_notes(plan: Plan, doctrine: Doctrine, placed: Iterable[Addon]) -> Plan:
    """The plan with the add-ons placed and those that follow the runs, what they consist of, and its notes."""
    season = plan.season
    whole = plan.with_addons([*placed, *following_runs(season)])
    return whole.with_texts(
        routines(whole.addons, doctrine.tables.addons, season.profile),
        notes_for(whole, doctrine.followed),
    )


def _again(session: Session, plan: Plan, doctrine: Doctrine, options: dict[tuple[str, Style], Option]) -> Session:
    """The session as its own choices would have it."""
    choice = Choice(
        session.slot,
        session.place,
        tuple((options[item.exercise, item.style], item.dose.sets) for item in session.main),
        len({item.superset for item in session.main} - {None}),
    )
    season = plan.season
    block = season.week_at(session.date).block
    return doctrine.prescription.session_for(choice, block, season.days[session.date], season.profile)


def _unlike(session: Session, again: Session, at: str) -> Iterator[Slip]:
    for name in ("block", "phase", "minutes", *sorted(_TEXTS)):
        written, due = getattr(session, name), getattr(again, name)
        if written != due:
            yield Slip(
                at, f"{name.replace('_', '-')} is {_short(written)}, but follows as {_short(due)}", name not in _TEXTS
            )
    if [item.exercise for item in session.main] != [item.exercise for item in again.main]:
        yield Slip(at, "the main work is not in the order of its classes")
        return
    for item, due in zip(session.main, again.main, strict=True):
        for name in ("role", "dose", "load", "superset"):
            found, follows = getattr(item, name), getattr(due, name)
            if found != follows:
                yield Slip(at, f"{item.exercise}: {name} is {_short(found)}, but follows as {_short(follows)}")


def _short(value: object) -> str:
    match value:
        case Drill():
            return f"{value.exercise} {value.dose}"
        case tuple():
            return ", ".join(map(_short, value)) or "nothing"
        case Dose():
            return _named(value.model_dump(exclude_defaults=True))
        case _:
            return str(value)
