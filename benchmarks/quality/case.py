"""What a measure finds: cases that a plan keeps or fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.read import Plan
from benchmarks.quality.values import Item, Session

Asked = Mapping[str, Any]
"""The numbers and lists of a measure, from `quality.toml`."""


@dataclass(frozen=True)
class Case:
    kept: bool
    when: dt.date | None
    """none: the whole season"""
    what: str
    found: str
    asked: str

    def __str__(self) -> str:
        when = f"{self.when:%a %Y-%m-%d}: " if self.when else ""
        return f"{when}{self.what}: {self.found}; asked: {self.asked}"


Measure = Callable[[Plan, Asked], Iterator[Case]]
"""Yields every case that it looks at."""


def item_case(kept: bool, session: Session, item: Item, found: str, asked: str) -> Case:  # noqa: FBT001
    """A case of a dated item."""
    return Case(kept, session.date, item.exercise, found, asked)


def lacks(there: bool) -> str:  # noqa: FBT001
    return "there" if there else "none"
