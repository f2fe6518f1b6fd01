"""A sample week of a guide with its audit, and the week that the guide's doctrine makes for the same runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cli.pages import words
from constraints.knowledge.guides import guides
from constraints.knowledge.sample_audit import SampleAudit
from constraints.knowledge.samples import JUDGED
from constraints.prescription.templates import templates
from profiles.plan import Plan, Session
from profiles.profile import WEEKDAYS


@dataclass(frozen=True)
class SampleDay:
    weekday: str
    runs: str
    guide: str
    """what the guide's sample does"""
    breaks: str
    """facts whose rules are broken there"""
    plan: str
    """what the doctrine's plan does"""


@dataclass(frozen=True)
class SampleDays:
    title: str
    days: tuple[SampleDay, ...]
    audit: tuple[str, ...]
    """what else was found"""


def sample_days(audit: SampleAudit, plan: Plan) -> SampleDays:
    """`plan` is the doctrine's for the sample's runs."""
    sample = audit.sample
    doctrine = words.word(guides()[sample.guide].doctrine)
    ours = {session.date.weekday(): session for session in plan.in_week(plan.season.weeks[JUDGED - 1])}
    days = (
        SampleDay(
            weekday=day.capitalize(),
            runs=", ".join(map(str, audit.week.days[index].runs)),
            guide=templates()[sample.days[day]].title if day in sample.days else "mobility" * (day in sample.mobility),
            breaks=", ".join(map(_fact, audit.by_day.get(day, ()))),
            plan=_held(ours.get(index)),
        )
        for index, day in enumerate(WEEKDAYS)
    )
    title = f"{sample.title}, beside the week that {doctrine} makes of the same runs"
    return SampleDays(title, tuple(days), tuple(_audit(audit)))


def _fact(column: str) -> str:
    return column.upper().replace("_LITERAL", " to the letter").replace("_", " ", 1).replace("_", "-")


def _held(session: Session | None) -> str:
    if session is None:
        return ""
    exercises = ", ".join(words.word(item.exercise).lower() for item in session.main)
    return f"{session.slot} {session.minutes} min: {exercises}"


def _audit(audit: SampleAudit) -> Iterator[str]:
    if audit.content:
        said = [f"{words.word(rule)} ({audit.sample.content.get(rule, '')})" for rule in audit.content]
        yield f"Whatever the runs are, it also breaks: {', '.join(said)}."
    if audit.given:
        yield f"Tough pairs that the runs make by themselves: {', '.join(audit.given)}."
    yield "T, D, H, G: the guide whose rule it is; plan-rules SCH-01, for example, shows the fact behind it."
