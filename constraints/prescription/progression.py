"""What each date asks for within its dose: reps, seconds and kilograms, week by week.

Double progression (RUL-12): a rep more each week up to the top of the range, then the next load that the place offers
and back to the bottom. Sets are the block's; in weeks that run high or are cut back they fall, and the rest is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.loads import LoadNumbers, at_most, first_load, loadable
from profiles.frozen import Frozen
from profiles.plan import Change, Item, Session, Today
from profiles.season import Phase, Season, Week

Course = Literal["rise", "hold", "lighten", "ease"]


class ProgressionNumbers(Frozen):
    """How doses move from week to week."""

    course: dict[Phase, Course] = Field(
        description="rise: reps, then load; hold: reps alone; lighten: as hold, from a lighter load; ease: fewest "
        "reps, lighter load"
    )
    reps_per_week: int = Field(ge=1, le=3, description="added to a set")
    seconds_per_week: int = Field(ge=1, le=30, description="added to a hold")
    load_percent: int = Field(ge=1, le=10, description="of a load, added once the top of the range is reached")
    most_percent: int = Field(ge=5, le=20, description="most of a load that may be added in a week")
    extra_reps: int = Field(
        ge=0, le=5, description="over the top of the range where the next load is further, or there is none"
    )
    ease_percent: int = Field(ge=0, le=50, description="taken off the load where a phase eases")
    hold_weeks: int = Field(ge=2, le=12, description="since an exercise was last done, after which it repeats its dose")
    again_weeks: int = Field(
        ge=2, le=12, description="since an exercise was last done, after which it starts at the bottom again"
    )
    lighter_sets: int = Field(ge=1, le=3, description="most sets in a week that runs high or is cut back")
    because: tuple[str, ...]


@dataclass(frozen=True)
class _State:
    """The state of an exercise between two dates."""

    week: int
    reps: int | None
    seconds: int | None
    load_kg: float | None
    change: Change
    high: int
    """top of the range it was in"""
    course: Course


def week_by_week(
    sessions: Sequence[Session], season: Season, numbers: ProgressionNumbers, loads: LoadNumbers
) -> tuple[Session, ...]:
    """The sessions, first to last, with `today` filled in."""
    states: dict[tuple[str, str, str], _State] = {}
    done: list[Session] = []
    for session in sessions:
        week = season.week_at(session.date)
        main: list[Item] = []
        for item in session.main:
            key = (item.exercise, item.style, item.load)
            masses = _masses(item, session, season, loads)
            states[key] = _next(item, week, states.get(key), masses, season, numbers, loads)
            main.append(item.model_copy(update={"today": _today(item, states[key], masses, week, numbers)}))
        done.append(session.model_copy(update={"main": tuple(main)}))
    return tuple(done)


def _next(
    item: Item, week: Week, state: _State | None, masses: tuple[float, ...], season: Season,
    numbers: ProgressionNumbers, loads: LoadNumbers,
) -> _State:  # fmt: skip
    low, high = item.dose.reps or item.dose.seconds or (1, 1)
    if state is None:
        first_kg = _first_kg(item, high, masses, season, loads)
        if numbers.course[week.phase] in ("lighten", "ease"):
            first_kg = _lighter(first_kg, masses, numbers)
        return _State(week.number, *_amounts(item, low), first_kg, "start", high, numbers.course[week.phase])
    amount = _within(item, state)
    if state.week == week.number:
        return _at(state, item, amount)
    course = numbers.course[week.phase]
    now = replace(state, week=week.number, change="hold", course=course)
    if course in ("lighten", "ease") and state.course not in ("lighten", "ease"):
        return replace(_at(now, item, low), load_kg=_lighter(now.load_kg, masses, numbers), change="ease")
    if course == "ease":
        return replace(_at(now, item, low), change="ease")
    if week.number - state.week >= numbers.again_weeks:
        return replace(_at(now, item, low), change="again")
    if week.number - state.week >= numbers.hold_weeks:
        return _at(now, item, amount)
    if week.running != "usual":
        return replace(_at(now, item, amount), change="lighter")
    if high != state.high:  # a new range, of another phase: it starts at its bottom, or at the amount already reached
        return _at(now, item, amount)
    return _risen(now, item, amount, high, masses if course == "rise" else None, numbers)


def _risen(
    now: _State, item: Item, amount: int, high: int, masses: tuple[float, ...] | None, numbers: ProgressionNumbers
) -> _State:
    """More reps or seconds up to the top, and then the next load; without `masses` the load is held."""
    timed = item.dose.seconds is not None
    heavier = _heavier(now.load_kg, masses, numbers) if now.load_kg and masses else None
    step_kg = 0 if now.load_kg is None or heavier is None else heavier - now.load_kg
    last = now.load_kg is not None and masses is not None and heavier is None
    far = not timed and (last or 100 * step_kg > numbers.most_percent * (now.load_kg or 0))
    sides = 2 if item.entry.sides == "alternating" else 1  # both sides are counted, so each gets its rep
    top = max(amount, high + (numbers.extra_reps * sides if far else 0))
    if amount < top:
        step = numbers.seconds_per_week if timed else numbers.reps_per_week * sides
        return replace(_at(now, item, min(top, amount + step)), change="more_time" if timed else "more_reps")
    found_by_hand = masses is not None and now.load_kg is None and item.load != BODYWEIGHT
    if timed or not (heavier or found_by_hand):
        return replace(_at(now, item, amount), change="top")
    low, _ = item.dose.reps or (1, 1)
    return replace(_at(now, item, low), load_kg=heavier, change="more_load")


def _lighter(load_kg: float | None, masses: tuple[float, ...], numbers: ProgressionNumbers) -> float | None:
    """The load with a part of it taken off, as far as the place can load it."""
    return None if load_kg is None else at_most(load_kg * (100 - numbers.ease_percent) / 100, masses)


def _heavier(load_kg: float, masses: tuple[float, ...], numbers: ProgressionNumbers) -> float | None:
    """The next load: the most within the step, or the next there is."""
    above = [mass for mass in masses if mass > load_kg + 1e-6]
    within = [mass for mass in above if 100 * mass <= (100 + numbers.load_percent) * load_kg + 1e-6]
    return within[-1] if within else (above[0] if above else None)


def _first_kg(item: Item, reps: int, masses: tuple[float, ...], season: Season, loads: LoadNumbers) -> float | None:
    """Kilograms to begin with: from a known lift, or the only mass there is; None where the runner finds them.

    The load from a lift is light enough to leave the reps in reserve even at the top of the range, weeks later.
    """
    if item.load == BODYWEIGHT or not masses:
        return None
    lift = season.profile.lifts.get(item.exercise)
    if lift is None:
        return masses[0] if len(masses) == 1 else None
    reserve = item.dose.reserve[0] if item.dose.reserve else 0
    return at_most(first_load(lift, item.style, reps, reserve, loads), masses)


def _masses(item: Item, session: Session, season: Season, loads: LoadNumbers) -> tuple[float, ...]:
    return loadable(season.profile.place_named(session.place), item.load, loads.implements)


def _within(item: Item, state: _State) -> int:
    """The state's amount, kept in the range that its block has now."""
    low, high = item.dose.reps or item.dose.seconds or (1, 1)
    amount = state.reps or state.seconds or low
    return max(amount, low) if high == state.high else min(max(amount, low), high)


def _amounts(item: Item, amount: int) -> tuple[int | None, int | None]:
    return (amount, None) if item.dose.reps else (None, amount if item.dose.seconds else None)


def _at(state: _State, item: Item, amount: int) -> _State:
    reps, seconds = _amounts(item, amount)
    _, high = item.dose.reps or item.dose.seconds or (1, 1)
    return replace(state, reps=reps, seconds=seconds, high=high)


def _today(item: Item, state: _State, masses: tuple[float, ...], week: Week, numbers: ProgressionNumbers) -> Today:
    """The state as a place can load it: the next lighter mass where the exact one is missing."""
    load_kg = None if state.load_kg is None else at_most(state.load_kg, masses)
    sets = item.dose.sets if week.running == "usual" else min(item.dose.sets, numbers.lighter_sets)
    return Today(sets=sets, reps=state.reps, seconds=state.seconds, load_kg=load_kg, change=state.change)
