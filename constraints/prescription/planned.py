"""Doses of what a runner is known to lift: the reserve is planned, reps and kilograms follow."""

from __future__ import annotations

from dataclasses import replace

from constraints.prescription.effort import Aim, Set
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.state import State
from profiles.plan import Change, Item, Today
from profiles.season import Week


def next_planned(
    item: Item, week: Week, state: State | None, aim: Aim, numbers: ProgressionNumbers, *, away: int
) -> tuple[State, Today]:
    """The state after a date, and what the date asks for, `away` weeks after the last. Some set must be possible."""
    if state is not None and state.week == week.number:
        now, change = _set(state), state.change
    else:
        now, change = _next(week, state, aim, numbers, away)
    usual = week.running == "usual"
    slow, change = _slowed(item, week, state, now, change, aim, numbers, rests=not usual)
    after = _after(state, now, slow, change, week, aim, numbers)
    slow = 0 if week.running == "cut_back" else slow
    shown = now if usual or slow else _lighter(now, aim, week, numbers)
    return after, Today(
        sets=numbers.sets(item.dose.sets, week.running),
        reps=slow or shown.reps,
        load_kg=shown.load_kg or None,
        tempo=item.dose.slower.tempo if item.dose.slower and slow else None,
        change=change if usual else "lighter" if week.running == "cut_back" else "fewer_sets",
    )


def _slowed(
    item: Item, week: Week, state: State | None, now: Set, change: Change, aim: Aim, numbers: ProgressionNumbers,
    *, rests: bool,
) -> tuple[int, Change]:  # fmt: skip
    """Reps at the slower tempo, where the heaviest load is too light; 0 at the usual one."""
    slower = item.dose.slower
    if slower is None or state is None or not aim.easy(now):
        return 0, change
    if state.week == week.number or (change == "hold" and now == _set(state)) or (change == "top" and rests):
        return state.slow_reps, change
    if change != "top":
        return 0, change
    if state.slow_reps == 0:
        return slower.reps[0], "slower"
    if state.slow_reps < slower.reps[1]:
        return min(slower.reps[1], state.slow_reps + numbers.reps_per_week * aim.sides), "more_reps"
    return state.slow_reps, change


def _set(state: State) -> Set:
    return Set(state.load_kg or 0.0, state.reps or 1)


def _next(week: Week, state: State | None, aim: Aim, numbers: ProgressionNumbers, away: int) -> tuple[Set, Change]:
    course = numbers.course[week.phase]
    if state is None:
        opening = aim.opening_set()
        return (Set(opening.load_kg, aim.reps[0]) if course in ("keep", "ease") else opening), "start"
    now = _set(state)
    if course in ("keep", "ease"):
        return _eased(now, aim, kept=course == "keep"), "ease"
    if away >= numbers.again_weeks:
        return aim.opening_set(state.heaviest_kg), "again"
    other = state.high != aim.reps[1]  # another range begins with few reps
    begun = aim.begun(now.load_kg) if other else now
    if week.running != "usual" or away >= numbers.hold_weeks:
        begun = _repeated(now, begun, state, aim)
        return begun, _change(now, begun)
    if begun is None or not aim.able(begun) or (other and aim.easy(begun)):
        opening = aim.opening_set(aim.reach(state.heaviest_kg))
        begun, other = (begun if begun and aim.able(begun) and aim.easy(opening) else opening), True
    return (begun, _change(now, begun)) if other else _risen(now, state, aim, numbers)


def _repeated(now: Set, begun: Set | None, state: State, aim: Aim) -> Set:
    """No more than before, and less where that leaves too little; after an easy phase what it was before that."""
    if begun is None or not aim.able(begun) or (state.course == "ease" and aim.easy(begun)):
        return aim.opening_set(state.heaviest_kg if state.course == "ease" else now.load_kg)
    return Set(begun.load_kg, max(aim.reps[0], min(begun.reps, now.reps)))


def _risen(now: Set, state: State, aim: Aim, numbers: ProgressionNumbers) -> tuple[Set, Change]:
    """Something harder, as far as the reserve allows; after too many dates alike, back to more in reserve."""
    harder = aim.harder(now)
    if harder:
        opening = aim.opening_set(aim.reach(state.heaviest_kg))  # where the range is used up, more than the next load
        return (opening, _change(now, opening)) if aim.easy(harder[0]) and not aim.easy(opening) else harder
    back = aim.opening_set(now.load_kg)
    if state.alike + state.in_week > numbers.most_alike and back != now and aim.holds(back):
        return back, "again"
    return now, "top" if aim.topped(now) else "hold"


def _eased(now: Set, aim: Aim, *, kept: bool) -> Set:
    """The fewest reps with no more than the estimate of an easy phase allows; or the load kept, and the effort too."""
    begun = aim.begun(now.load_kg) if kept else None
    if begun:
        return Set(now.load_kg, max(aim.reps[0], min(begun.reps, now.reps)))
    return Set(aim.opening_set(now.load_kg).load_kg, aim.reps[0])


def _lighter(now: Set, aim: Aim, week: Week, numbers: ProgressionNumbers) -> Set:
    """What a week that is cut back asks for, as an easy phase does; or the fewest reps that leave the reserve."""
    if week.running == "cut_back":
        easy = replace(aim, estimate=aim.estimate.scaled(100 - numbers.ease_percent))
        return _eased(now, easy, kept=False) if easy.possible else Set(aim.masses[0], aim.reps[0])
    begun = aim.begun(now.load_kg)
    return begun if begun and begun.reps < now.reps else now


def _change(before: Set, now: Set) -> Change:
    if now.load_kg > before.load_kg:
        return "more_load"
    if now.load_kg < before.load_kg:
        return "ease"
    return "more_reps" if now.reps > before.reps else "hold" if now.reps == before.reps else "again"


def _after(
    state: State | None, now: Set, slow: int, change: Change, week: Week, aim: Aim, numbers: ProgressionNumbers
) -> State:
    same_week = state is not None and state.week == week.number
    alike = state is not None and (_set(state), state.slow_reps) == (now, slow)
    return State(
        week=week.number,
        reps=now.reps,
        seconds=None,
        load_kg=now.load_kg,
        change=change,
        high=aim.reps[1],
        course=numbers.course[week.phase],
        heaviest_kg=max(now.load_kg, state.heaviest_kg if state else 0),
        alike=state.alike + 1 if state and alike else 1,
        in_week=state.in_week + 1 if state and same_week else 1,
        slow_reps=slow,
    )
