"""What the audit of a guide's sample week finds, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from constraints.knowledge.samples import (
    JUDGED,
    Sample,
    breaches,
    columns,
    content_breaches,
    first_layout,
    sample_plan,
    samples,
)
from profiles.season import Week


@dataclass(frozen=True)
class SampleAudit:
    """Of the sample amid the runs of its first layout."""

    sample: Sample
    week: Week
    by_day: Mapping[str, tuple[str, ...]]
    """by weekday, the columns whose rules the sample breaks there; a pair of days counts on its first"""
    given: tuple[str, ...]
    """tough pairs of days that the runs make by themselves"""
    content: tuple[str, ...]
    """what it misses with any runs, as `doctrine.rule`"""


def sample_audit(name: str) -> SampleAudit:
    sample = samples()[name]
    layout = first_layout(sample)
    found: dict[str, tuple[str, ...]] = {}
    for column in columns():
        for at in breaches(sample, layout, column).by_session:
            day = at.partition("-")[0]
            found[day] = (*found.get(day, ()), column)
    return SampleAudit(
        sample=sample,
        week=sample_plan(sample, layout).season.weeks[JUDGED - 1],
        by_day=found,
        given=breaches(sample, layout, "d_sch_24").given,
        content=tuple(sorted(content_breaches(name))),
    )
