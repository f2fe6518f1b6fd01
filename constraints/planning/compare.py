"""One season under several doctrines: what each asks for, and the figures of its plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

from constraints.planning.brief import Brief
from constraints.planning.judge import Verdict
from profiles.pin import SLOTS
from profiles.plan import PLACED, Plan
from profiles.season import PHASES

DAY: Final = dt.timedelta(days=1)
MOST_TOLD: Final = 3


@dataclass(frozen=True)
class Account:
    """The figures of a plan under its own doctrine. Minutes include warm-up and cooldown, not the way to the gym."""

    doctrine: str
    says: str
    asked: str
    """sessions a week by phase, least to most"""
    sessions: int
    minutes: int
    weekdays: int
    """different weekdays that hold sessions"""
    on_hard_days: int
    """sessions on a day with a hard run"""
    heavy: int
    """sessions with heavy leg work"""
    heavy_on_easy_days: int
    """of them on a day without a hard or long run"""
    legs_before_key_runs: int
    """sessions with leg work on the day before a hard or long run or a race"""
    heavy_within_two_days: int
    """sessions with heavy leg work on one of the two days before a long run or a race"""
    last_heavy: int | None
    """days before the last A race"""
    addons: int
    coverage: int
    """what its shortfalls cost, in prices of its doctrine"""
    short: tuple[tuple[str, int], ...]
    """its most expensive shortfalls: rule and cost"""
    proven: bool


def account(plan: Plan, verdict: Verdict) -> Account:
    """The figures of a solved plan."""
    season, doctrine, report = plan.season, verdict.brief.doctrine, verdict.report
    days = season.days
    heavy = [session for session in plan.sessions if session.heavy_legs]
    costs: Counter[str] = Counter()
    for violation in report.paid:
        if violation.tier == "coverage":
            costs[violation.rule] += violation.price
    goals = [race.date for race in season.profile.races if race.priority == "A"]
    last = [(max(goals) - session.date).days for session in heavy if goals and session.date < max(goals)]
    key = {date for date, day in days.items() if day.key}
    far = {date for date, day in days.items() if day.long or day.race}
    return Account(
        doctrine=doctrine.name,
        says=doctrine.tables.says,
        asked=_asked(verdict.brief, plan),
        sessions=len(plan.sessions),
        minutes=sum(session.minutes for session in plan.sessions),
        weekdays=len({session.date.weekday() for session in plan.sessions}),
        on_hard_days=sum(days[session.date].hard for session in plan.sessions),
        heavy=len(heavy),
        heavy_on_easy_days=sum(not days[session.date].key for session in heavy),
        legs_before_key_runs=sum(session.legs and session.date + DAY in key for session in plan.sessions),
        heavy_within_two_days=sum(not far.isdisjoint((one.date + DAY, one.date + 2 * DAY)) for one in heavy),
        last_heavy=min(last, default=None),
        addons=sum(addon.kind in PLACED for addon in plan.addons),
        coverage=report.price("coverage"),
        short=tuple(costs.most_common(MOST_TOLD)),
        proven=verdict.proven,
    )


def _asked(brief: Brief, plan: Plan) -> str:
    """`base 2-3, build 2, race 1`, for the phases that the season has."""
    numbers = {
        rule.id: rule.model_dump() for rule in brief.rules if rule.id in ("weekly_sessions", "sessions_by_phase")
    }
    least: dict[str, int] = numbers.get("weekly_sessions", {}).get("least", dict.fromkeys(PHASES, 0))
    most: dict[str, int] = numbers.get("sessions_by_phase", {}).get("most", dict.fromkeys(PHASES, len(SLOTS)))
    there = {block.phase for block in plan.season.blocks}
    said = []
    for phase in (phase for phase in PHASES if phase in there):
        low, high = least[phase], most[phase]
        said.append(f"{phase.replace('_', ' ')} {high if low == high else f'{low}-{high}'}")
    return ", ".join(said)
