"""Renders a sample week of a guide with its audit, beside the week that the guide's doctrine makes."""

from __future__ import annotations

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages.sample_days import SampleDays
from cli.paint.plain import Plain


def render_sample(sample: SampleDays) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("", "run", "the guide's sample", "breaks", "the plan"):
        table.add_column(heading)
    for day in sample.days:
        table.add_row(day.weekday, day.runs, day.guide, Text(day.breaks, "red"), day.plan)
    return Plain(Group(Text(sample.title, "bold"), Text(), table, *map(Text, sample.audit)))
