"""Doses of what a runner is not known to lift: double progression, with the load that the runner finds (RUL-12)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.loads import at_most
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.state import State
from profiles.plan import Change, Item, Today
from profiles.season import Week

RISES: Final[tuple[Change, ...]] = ("more_reps", "more_time", "more_load", "slower")


def next_found(
    item: Item, week: Week, state: State | None, masses: tuple[float, ...], given: tuple[float, ...],
    numbers: ProgressionNumbers, *, away: int,
) -> tuple[State, Today]:  # fmt: skip
    """The state after a date, and what the date asks for, `away` weeks after the last.

    `masses` are those that may be loaded, none where all are too heavy; `given` is the only one, to begin with.
    """
    after = _next(item, week, state, masses, given, numbers, away)
    load_kg = None if after.load_kg is None else at_most(after.load_kg, masses)
    after = replace(after, alike=state.alike + 1 if state and _same(state, after) else 1)
    sets = numbers.sets(item.dose.sets, week.running)
    eased = week.running == "cut_back" and after.change != "ease"
    tempo = item.dose.slower.tempo if item.dose.slower and after.slower and not eased else None
    reps, seconds = _amounts(item, _span(item)[0]) if eased else (after.reps, after.seconds)
    change = "lighter" if eased else after.change
    today = Today(sets=sets, reps=reps, seconds=seconds, load_kg=load_kg, tempo=tempo, change=change)
    return after, today


def _next(
    item: Item, week: Week, state: State | None, masses: tuple[float, ...], given: tuple[float, ...],
    numbers: ProgressionNumbers, away: int,
) -> State:  # fmt: skip
    low, high = _span(item)
    course = numbers.course[week.phase]
    if state is None:
        return State(week.number, *_amounts(item, low), given[0] if given else None, "start", high, course)
    amount = _within(item, state)
    if state.week == week.number:
        return _at(state, item, amount)
    now = replace(state, week=week.number, change="hold", course=course)
    usual = replace(now, slower=False)
    if course == "ease" or (course == "lighten" and state.course not in ("lighten", "ease")):
        return replace(_at(usual, item, low), change="ease")
    if away >= numbers.again_weeks:
        return replace(_at(usual, item, _half_way(item, high if state.slower else amount, numbers)), change="again")
    if away >= numbers.hold_weeks:
        return _at(now, item, amount)
    if week.running != "usual":
        return replace(_at(now, item, amount), change="fewer_sets")
    if course == "keep":  # fewer sets, and the effort that was reached
        return _at(now, item, amount)
    if high != state.high:  # a new range, of another phase: it starts at its bottom, or at the amount already reached
        outgrown = state.amount > high and course == "rise"
        return _used_up(now, item, amount, numbers.reps_per_week) if outgrown else _at(now, item, amount)
    return _risen(now, item, amount, masses if course == "rise" else (), numbers)


def _same(one: State, other: State) -> bool:
    return (one.amount, one.load_kg, one.slower) == (other.amount, other.load_kg, other.slower)


def _half_way(item: Item, amount: int, numbers: ProgressionNumbers) -> int:
    """Whole steps from the bottom of the range towards what was done before a long time without; both sides alike.

    At the slower tempo fewer reps than the bottom may have been done.
    """
    low, _ = _span(item)
    sides = 2 if item.entry.sides == "alternating" else 1
    step = numbers.seconds_per_week if item.dose.seconds else sides
    return low + max(0, amount - low) // (2 * step) * step


def _risen(now: State, item: Item, amount: int, masses: tuple[float, ...], numbers: ProgressionNumbers) -> State:
    """More reps or seconds up to the top, and then the next load; without `masses` the load is held."""
    sides = 2 if item.entry.sides == "alternating" else 1  # both sides are counted, so each gets its rep
    timed = item.dose.seconds is not None
    _, top = _span(item, slower=now.slower)
    if now.load_kg and masses and not (timed or now.slower):
        top = numbers.steps.top(top, now.load_kg, masses, sides)
    elif masses and not (timed or now.slower or numbers.steps.known_to_rise(masses)):
        top = numbers.steps.most(top, sides)
    step = numbers.seconds_per_week if timed else numbers.reps_per_week * sides
    if amount < top:
        if not timed and numbers.waits(item, amount, now.alike) and not now.slower:
            return _at(now, item, amount)
        return replace(_at(now, item, min(top, amount + step)), change="more_time" if timed else "more_reps")
    heavier = numbers.steps.heavier(now.load_kg, masses) if now.load_kg else None
    by_hand = now.load_kg is None and item.load != BODYWEIGHT and numbers.steps.known_to_rise(masses)
    if heavier or by_hand:
        low, _ = _span(item)
        return replace(_at(replace(now, slower=False), item, low), load_kg=heavier, change="more_load")
    return _used_up(now, item, amount, step) if now.course == "rise" else replace(now, change="top")


def _used_up(now: State, item: Item, amount: int, step: int) -> State:
    """What follows a range that is used up: the slower tempo if there is one; nothing is made easier again."""
    if item.dose.slower and not now.slower:
        low, high = item.dose.slower.reps
        return replace(_at(replace(now, slower=True), item, max(low, high - step)), change="slower")
    return replace(_at(now, item, amount), change="top")


def _span(item: Item, *, slower: bool = False) -> tuple[int, int]:
    """The range of reps or seconds, at the usual tempo or the slower one."""
    if slower and item.dose.slower:
        return item.dose.slower.reps
    return item.dose.reps or item.dose.seconds or (1, 1)


def _within(item: Item, state: State) -> int:
    """The state's amount, kept in the range that its block has now."""
    low, high = _span(item, slower=state.slower)
    return max(state.amount, low) if _span(item)[1] == state.high else min(max(state.amount, low), high)


def _amounts(item: Item, amount: int) -> tuple[int | None, int | None]:
    return (amount, None) if item.dose.reps else (None, amount if item.dose.seconds else None)


def _at(state: State, item: Item, amount: int) -> State:
    reps, seconds = _amounts(item, amount)
    return replace(state, reps=reps, seconds=seconds, high=_span(item)[1])
