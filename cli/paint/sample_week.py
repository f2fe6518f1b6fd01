"""A guide's own sample week, its audit, and beside it the week that the guide's doctrine makes of the same runs."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.paint.plain import Plain
from constraints.knowledge.guides import guides
from constraints.knowledge.samples import (
    JUDGED,
    Layout,
    Sample,
    breaches,
    columns,
    content_breaches,
    first_layout,
    sample_plan,
    samples,
)
from constraints.prescription.templates import templates
from profiles.plan import Plan, Session
from profiles.profile import WEEKDAYS


def render_sample(name: str, plan: Plan, *, ascii_only: bool) -> RenderableType:
    """`plan` is the doctrine's for the sample's runs."""
    sample = samples()[name]
    layout = first_layout(sample)
    head = f"{sample.title}, beside the week that {words.word(guides()[sample.guide].doctrine)} makes of the same runs"
    week = _week(sample, layout, plan, ascii_only=ascii_only)
    page = Group(Text(head, "bold"), Text(), week, *_audit(name, layout))
    return Plain(page) if ascii_only else page


def _week(sample: Sample, layout: Layout, plan: Plan, *, ascii_only: bool) -> Table:
    table = Table(box=box.ASCII if ascii_only else box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("", "run", "the guide's sample", "breaks", "the plan"):
        table.add_column(heading)
    ours = {session.date.weekday(): session for session in plan.in_week(plan.season.weeks[JUDGED - 1])}
    theirs = sample_plan(sample, layout)
    broken = _broken(sample, layout)
    for index, day in enumerate(WEEKDAYS):
        run = ", ".join(map(str, theirs.season.weeks[JUDGED - 1].days[index].runs))
        said = templates()[sample.days[day]].title if day in sample.days else "mobility" * (day in sample.mobility)
        table.add_row(day.capitalize(), run, said, Text(", ".join(broken.get(day, ())), "red"), _ours(ours.get(index)))
    return table


def _ours(session: Session | None) -> str:
    if session is None:
        return ""
    exercises = ", ".join(words.word(item.exercise).lower() for item in session.main)
    return f"{session.slot} {session.minutes} min: {exercises}"


def _broken(sample: Sample, layout: Layout) -> dict[str, list[str]]:
    """By weekday, the facts whose rules the sample breaks there; a pair of days counts on its first."""
    found: dict[str, list[str]] = {}
    for column in columns():
        for at in breaches(sample, layout, column).by_session:
            said = column.upper().replace("_LITERAL", " to the letter").replace("_", " ", 1).replace("_", "-")
            found.setdefault(at.partition("-")[0], []).append(said)
    return found


def _audit(name: str, layout: Layout) -> Sequence[RenderableType]:
    sample = samples()[name]
    said = [f"{words.word(rule)} ({sample.content.get(rule, '')})" for rule in sorted(content_breaches(name))]
    given = breaches(sample, layout, "d_sch_24").given
    lines = [f"Whatever the runs are, it also breaks: {', '.join(said)}."] if said else []
    lines += [f"Tough pairs that the runs make by themselves: {', '.join(given)}."] if given else []
    lines.append("T, D, H, G: the guide whose rule it is; plan-rules SCH-01, for example, shows the fact behind it.")
    return [Text(line) for line in lines]
