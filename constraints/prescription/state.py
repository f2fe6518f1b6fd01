"""The state of an exercise between two dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from profiles.plan import Change

Course = Literal["rise", "hold", "lighten", "keep", "ease"]


@dataclass(frozen=True)
class State:
    week: int
    reps: int | None
    seconds: int | None
    load_kg: float | None
    change: Change
    high: int
    """top of the range it was in"""
    course: Course
    heaviest_kg: float = 0
    """that it has had"""
    alike: int = 1
    """dates with this dose, up to now"""
    in_week: int = 1
    """dates of it in its week"""
    slower: bool = False
    """whether it is at the slower tempo"""
    slow_reps: int = 0
    """at the slower tempo, of what is known; `reps` are those at the usual one"""
    date: dt.date | None = None
    """the last"""
    apart: int = 0
    """whole weeks between the last date and the one before"""

    @property
    def amount(self) -> int:
        return self.reps or self.seconds or 1

    def weeks_to(self, date: dt.date) -> int:
        """Whole weeks from its last date to another."""
        return (date - self.date).days // 7 if self.date else 0

    def after(self, before: State | None, date: dt.date) -> State:
        """The state with its date, and how far that is from the one before."""
        return replace(self, date=date, apart=before.weeks_to(date) if before else 0)
