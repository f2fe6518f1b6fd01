"""How much time a week has for what a measure asks for; in less, nobody could plan it."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.quality.case import Asked
from benchmarks.quality.read import DAY, Plan
from benchmarks.quality.values import Week


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
