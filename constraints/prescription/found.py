"""Doses of what a runner is not known to lift: double progression, with the load that the runner finds (RUL-12)."""

from __future__ import annotations

from dataclasses import replace

from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.loads import at_most
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.state import State
from profiles.plan import Item, Today
from profiles.season import Week


def next_found(
    item: Item, week: Week, state: State | None, masses: tuple[float, ...], given: tuple[float, ...],
    numbers: ProgressionNumbers, *, still: bool = False,
) -> tuple[State, Today]:  # fmt: skip
    """The state after a date, and what the date asks for: nothing harder if `still`.

    `masses` are those that may be loaded, none where all are too heavy; `given` is the only one, to begin with.
    """
    after = _next(item, week, state, masses, given, numbers)
    rises = after.change in ("more_reps", "more_time", "more_load") and state is not None and state.week < week.number
    if still and rises and state and state.within(item.dose.reps or item.dose.seconds or (1, 1)):
        after = replace(state, week=week.number, change="hold", course=after.course)
    load_kg = None if after.load_kg is None else at_most(after.load_kg, masses)
    sets = item.dose.sets if week.running == "usual" else min(item.dose.sets, numbers.light_week_sets)
    return after, Today(sets=sets, reps=after.reps, seconds=after.seconds, load_kg=load_kg, change=after.change)


def _next(
    item: Item, week: Week, state: State | None, masses: tuple[float, ...], given: tuple[float, ...],
    numbers: ProgressionNumbers,
) -> State:  # fmt: skip
    low, high = item.dose.reps or item.dose.seconds or (1, 1)
    course = numbers.course[week.phase]
    if state is None:
        return State(week.number, *_amounts(item, low), given[0] if given else None, "start", high, course)
    amount = _within(item, state)
    if state.week == week.number:
        return _at(state, item, amount)
    now = replace(state, week=week.number, change="hold", course=course)
    if course in ("keep", "ease") or (course == "lighten" and state.course not in ("lighten", "ease")):
        return replace(_at(now, item, low), change="ease")
    if week.number - state.week >= numbers.again_weeks:
        return replace(_at(now, item, low), change="again")
    if week.number - state.week >= numbers.hold_weeks:
        return _at(now, item, amount)
    if week.running != "usual":
        return replace(_at(now, item, amount), change="lighter")
    if high != state.high:  # a new range, of another phase: it starts at its bottom, or at the amount already reached
        return _at(now, item, amount)
    return _risen(now, item, amount, high, masses if course == "rise" else (), numbers)


def _risen(
    now: State, item: Item, amount: int, high: int, masses: tuple[float, ...], numbers: ProgressionNumbers
) -> State:
    """More reps or seconds up to the top, and then the next load; without `masses` the load is held."""
    sides = 2 if item.entry.sides == "alternating" else 1  # both sides are counted, so each gets its rep
    timed = item.dose.seconds is not None
    top = high if timed or not now.load_kg or not masses else numbers.steps.top(high, now.load_kg, masses, sides)
    if amount < top:
        step = numbers.seconds_per_week if timed else numbers.reps_per_week * sides
        return replace(_at(now, item, min(top, amount + step)), change="more_time" if timed else "more_reps")
    heavier = numbers.steps.heavier(now.load_kg, masses) if now.load_kg else None
    steps = any(numbers.steps.heavier(one, masses) for one in masses)
    by_hand = now.load_kg is None and item.load != BODYWEIGHT and steps
    if timed or not (heavier or by_hand):
        return replace(_at(now, item, amount), change="top")
    low, _ = item.dose.reps or (1, 1)
    return replace(_at(now, item, low), load_kg=heavier, change="more_load")


def _within(item: Item, state: State) -> int:
    """The state's amount, kept in the range that its block has now."""
    low, high = item.dose.reps or item.dose.seconds or (1, 1)
    return max(state.amount, low) if high == state.high else min(max(state.amount, low), high)


def _amounts(item: Item, amount: int) -> tuple[int | None, int | None]:
    return (amount, None) if item.dose.reps else (None, amount if item.dose.seconds else None)


def _at(state: State, item: Item, amount: int) -> State:
    reps, seconds = _amounts(item, amount)
    _, high = item.dose.reps or item.dose.seconds or (1, 1)
    return replace(state, reps=reps, seconds=seconds, high=high)
