"""Why a session is on its day, and why a week has no more of them: the rules that other days would break."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from constraints.model.plan_rule import PlanRule
from profiles.pin import SLOTS
from profiles.plan import PLACED, Addon, AddonKind, Dose, Item, Plan, Session
from profiles.season import Day, Week
from profiles.where import InWeek, OnDate
from solver.audit import Report, audit

JUDGE_DAYS: Final = frozenset({"availability", "spacing", "taper", "rhythm", "wishes"})
"""Families whose rules look at dates."""

COUNT_DAYS: Final = JUDGE_DAYS | {"phases"}
"""Families whose rules look at dates, or at how many sessions a week holds."""

NO_REASON: Final = frozenset({"letters_follow_the_week", "fewest_sessions"})
"""Rules that name and count sessions; they are no reason for a single day."""


def with_reasons(plan: Plan, rules: Iterable[PlanRule]) -> Plan:
    """The plan with `because` filled in."""
    judges = [rule for rule in rules if rule.family in JUDGE_DAYS and rule.id not in NO_REASON]
    sessions = tuple(
        session.model_copy(update={"because": _reasons(plan, session, judges)}) for session in plan.sessions
    )
    return plan.with_sessions(sessions)


def _reasons(plan: Plan, session: Session, rules: Sequence[PlanRule]) -> tuple[str, ...]:
    """Rules that another day of the week would break or make dearer, and that nothing in the week misses as it is.

    The days with free minutes are asked first; the others only where those give no reason.
    """
    nearby, week = plan.near(session.date), plan.season.week_at(session.date)
    near = [other for other in nearby.sessions if other != session]
    taken = {session.date, *(other.date for other in near)}
    report = audit(nearby, rules)
    stays, missed = cost(report), _missed_in(week, report)
    for closed in (False, True):
        worse: set[str] = set()
        for day in week.days:
            if day.date not in taken and (day.minutes == 0) == closed:
                moved = session.model_copy(update={"date": day.date})
                costs = cost(audit(nearby.with_sessions([*near, moved]), rules))
                worse |= {rule for rule, cost in costs.items() if cost > stays[rule]}
        if reasons := tuple(rule.id for rule in rules if rule.id in worse - missed):
            return reasons
    return ()


def _missed_in(week: Week, report: Report) -> set[str]:
    """The rules that a week misses."""
    here = {day.date for day in week.days}
    found: set[str] = set()
    for violation in report.broken + report.paid:
        match violation.at:
            case OnDate(date=date) if date in here:
                found.add(violation.rule)
            case InWeek(number=week.number):
                found.add(violation.rule)
    return found


def cost(report: Report) -> Counter[str]:
    """How much is missed, by rule."""
    amounts: Counter[str] = Counter()
    for violation in report.broken + report.paid:
        amounts[violation.rule] += violation.amount
    return amounts


def in_the_way(plan: Plan, rules: Iterable[PlanRule], weeks: Iterable[int]) -> dict[str, tuple[int, ...]]:
    """The walls that keep one more session out of these weeks: by rule, the weekdays (0 = Monday) that it bars.

    The smallest possible session is tried, a hold for the trunk. A week in which it fits on some day is left out:
    there no wall prevented the session, but its cost did.
    """
    walls = [rule for rule in rules if rule.hard and rule.family in COUNT_DAYS and rule.id not in NO_REASON]
    barred: dict[str, set[int]] = {}
    for number in weeks:
        days = [day for day in plan.season.weeks[number - 1].days if plan.on(day.date) is None]
        broken = {day.date.weekday(): _broken_by_one_more(plan, day, walls) for day in days}
        for weekday, wall in broken.items() if all(broken.values()) else ():
            for rule in wall:
                barred.setdefault(rule, set()).add(weekday)
    return {rule: tuple(sorted(days)) for rule, days in barred.items()}


def addon_in_the_way(plan: Plan, rules: Iterable[PlanRule], week: int, kind: AddonKind) -> dict[str, tuple[int, ...]]:
    """The walls that keep an add-on from each free day of a week, with its weekdays; none if it fits on some day."""
    walls = [rule for rule in rules if rule.hard and rule.family == "addons"]
    barred: dict[str, set[int]] = {}
    for day in plan.season.weeks[week - 1].days:
        if plan.on(day.date) is not None or plan.addon_on(day.date, *PLACED) is not None:
            continue
        near = plan.near(day.date)
        tried = near.with_addons([*near.addons, Addon(date=day.date, kind=kind)])
        broken = cost(audit(tried, walls)) - cost(audit(near, walls))
        if not broken:
            return {}
        for rule in broken:
            barred.setdefault(rule, set()).add(day.date.weekday())
    return {rule: tuple(sorted(days)) for rule, days in barred.items()}


def barred_on(plan: Plan, rules: Iterable[PlanRule], day: Day, held: Item) -> list[str]:
    """The walls that keep a session with one item from a free day, also in place of another session of its week."""
    walls = [rule for rule in rules if rule.hard and rule.family in COUNT_DAYS and rule.id not in NO_REASON]
    nearby = plan.near(day.date)
    stands, most = cost(audit(nearby, walls)), _least(plan, day).model_copy(update={"main": (held,)})
    gone = [frozenset[dt.date](), *({one.date} for one in plan.in_week(plan.season.week_at(day.date)))]
    kept = ([one for one in nearby.sessions if one.date not in dates] for dates in gone)
    tried = (cost(audit(nearby.with_sessions([*others, most]), walls)) - stands for others in kept)
    fewest = min(tried, key=len)
    return [rule.id for rule in walls if rule.id in fewest]


def _broken_by_one_more(plan: Plan, day: Day, walls: Sequence[PlanRule]) -> Counter[str]:
    nearby = plan.near(day.date)
    tried = nearby.with_sessions([*nearby.sessions, _least(plan, day)])
    return cost(audit(tried, walls)) - cost(audit(nearby, walls))


def _least(plan: Plan, day: Day) -> Session:
    week = plan.season.week_at(day.date)
    free = [letter for letter in SLOTS if all(session.slot != letter for session in plan.in_week(week))]
    hold = Item(
        exercise="plank", style="hold", role="core", dose=Dose(sets=1, seconds=(1, 1), rest_s=0), load="bodyweight"
    )
    return Session(
        date=day.date, slot=(free or SLOTS)[0], phase=week.phase, block=week.block.number, place=day.place, minutes=1,
        usual_min=1, most_min=1, main=(hold,),
    )  # fmt: skip
