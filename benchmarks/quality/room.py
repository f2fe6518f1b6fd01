"""Which days and how much time a week has for what a measure asks for; where it has none, nobody could plan it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.quality.case import Asked
from benchmarks.quality.read import DAY, Plan
from benchmarks.quality.values import Session, Week


def has_time(plan: Plan, weeks: Iterable[Week], asked: Asked, *, legs: bool) -> bool:
    """Whether the sessions of these weeks have the minutes of main work that the measure names, if it names some.

    For leg work, those that stand before no hard run, long run or race have them too.
    """
    if "work_min" not in asked:
        return True
    work = {one.date: one.minutes - int(asked["parts_min"]) for week in weeks for one in week.sessions}
    clear = sum(minutes for date, minutes in work.items() if not plan.key_day(date + DAY))
    total = sum(work.values())
    return total >= int(asked["work_min"]) and (not legs or clear >= int(asked["leg_work_min"]))


def near_weeks(plan: Plan, week: Week) -> Sequence[Week]:
    """The week; if it has one session, also the week before and the week after, since its letters take turns."""
    at = week.number - 1
    return [week] if len(week.sessions) > 1 else plan.weeks[max(0, at - 1) : at + 2]


def in_turn(plan: Plan, week: Week) -> Sequence[Week]:
    """The week; if it has one session, also the longer one of its neighbours: two letters that take turns."""
    others = [one for one in near_weeks(plan, week) if one != week]
    return [week, *sorted(others, key=lambda one: -sum(session.minutes for session in one.sessions))[:1]]


def before_key_runs(plan: Plan, session: Session) -> bool:
    """Whether a hard run, a long run or a race follows a day of the session's letter in its block."""
    mates = (one for one in plan.sessions if (one.block, one.slot) == (session.block, session.slot))
    return any(plan.key_day(mate.date + DAY) for mate in mates)
