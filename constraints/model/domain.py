"""What may be decided at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from constraints.prescription.options import Option
from profiles.plan import AddonKind


@dataclass(frozen=True)
class Domain:
    """What may be decided at all: walls that strike out a day or an option are applied before variables are made."""

    slots: Mapping[int, tuple[str, ...]]
    """letters by block number"""
    days: frozenset[dt.date]
    options: Mapping[int, tuple[Option, ...]]
    """by block number"""
    sets: Mapping[int, int]
    """most sets of an exercise, by block number"""
    addons: Mapping[AddonKind, frozenset[dt.date]] = field(default_factory=dict)
    """days by kind, of those that are asked for"""
    minutes: Mapping[int, int] = field(default_factory=dict)
    """most minutes of a session, by block number; without an entry any"""
