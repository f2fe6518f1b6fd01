"""Why a session is on its day: the rules that any other day of the week would break or make dearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from constraints.doctrine import PlanRule
from profiles.plan import Plan, Session
from solver.audit import Report, audit

JUDGE_DAYS: Final = frozenset({"availability", "spacing", "taper", "rhythm", "wishes"})
"""Families whose rules look at dates."""

NO_REASON: Final = frozenset({"letters_follow_the_week", "fewest_sessions"})
"""They name and count sessions; no runner would call them the reason for a day."""


def with_reasons(plan: Plan, rules: Iterable[PlanRule]) -> Plan:
    """The plan with `because` filled in."""
    judges = [rule for rule in rules if rule.family in JUDGE_DAYS and rule.id not in NO_REASON]
    sessions = tuple(
        session.model_copy(update={"because": _reasons(plan, session, judges)}) for session in plan.sessions
    )
    return plan.with_sessions(sessions)


def _reasons(plan: Plan, session: Session, rules: Sequence[PlanRule]) -> tuple[str, ...]:
    nearby = plan.near(session.date)
    near = [other for other in nearby.sessions if other != session]
    taken = {other.date for other in near}
    stays = _cost(audit(nearby, rules))
    worse: set[str] = set()
    for day in plan.season.week_at(session.date).open_days:
        if day.date != session.date and day.date not in taken:
            moved = session.model_copy(update={"date": day.date})
            worse |= {
                rule
                for rule, cost in _cost(audit(nearby.with_sessions([*near, moved]), rules)).items()
                if cost > stays[rule]
            }
    return tuple(rule.id for rule in rules if rule.id in worse)


def _cost(report: Report) -> Counter[str]:
    cost: Counter[str] = Counter()
    for violation in report.broken + report.paid:
        cost[violation.rule] += violation.amount
    return cost
