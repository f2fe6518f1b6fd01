"""What may be decided at all: the days, slots, exercises and sets for which variables are made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from constraints.prescription.options import Option
from profiles.pin import Slot
from profiles.plan import AddonKind


@dataclass(frozen=True)
class Domain:
    """Everything a plan may hold, without what walls forbid."""

    slots: Mapping[int, tuple[Slot, ...]]
    """letters by block number"""
    days: frozenset[dt.date]
    options: Mapping[int, tuple[Option, ...]]
    """by block number"""
    sets: Mapping[int, int]
    """most sets of an exercise, by block number"""
    addons: Mapping[AddonKind, frozenset[dt.date]] = field(default_factory=dict)
    """days by kind, of those that are asked for"""
    minutes: Mapping[int, int] = field(default_factory=dict)
    """most minutes of a session, by block number; no limit without an entry"""

    def with_days(self, days: Iterable[dt.date]) -> Domain:
        return replace(self, days=frozenset(days))

    def with_options(self, options: Mapping[int, tuple[Option, ...]]) -> Domain:
        return replace(self, options=options)

    def with_slots(self, most: Mapping[int, int]) -> Domain:
        """With at most so many slots in a block, by its number."""
        return replace(self, slots={block: letters[: most[block]] for block, letters in self.slots.items()})

    def with_sets(self, most: Mapping[int, int]) -> Domain:
        return replace(self, sets={block: min(sets, most[block]) for block, sets in self.sets.items()})

    def with_minutes(self, most: Mapping[int, int]) -> Domain:
        """With sessions of at most so many minutes in a block, by its number."""
        return replace(self, minutes={block: min(self.minutes.get(block, most[block]), most[block]) for block in most})
