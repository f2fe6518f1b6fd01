"""What was decided in blocks before the window; the questions of the decisions read it as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from profiles.plan import Addon, AddonKind, Session, Style


class Past:
    """The sessions and add-ons of earlier blocks."""

    def __init__(self, sessions: Sequence[Session] = (), addons: Sequence[Addon] = ()) -> None:
        self.sessions = tuple(sessions)
        self._by_date = {session.date: session for session in sessions}
        self._addons = {(addon.date, addon.kind) for addon in addons}
        self._held: dict[str, set[tuple[int, Style]]] = {}
        """block and style of each exercise that was held"""
        for session in sessions:
            for item in session.main:
                self._held.setdefault(item.exercise, set()).add((session.block, item.style))

    def on(self, date: dt.date) -> Session | None:
        return self._by_date.get(date)

    def has_addon(self, date: dt.date, kinds: Iterable[AddonKind]) -> bool:
        return any((date, kind) in self._addons for kind in kinds)

    def held(self, exercises: Iterable[str], style: Style | None, blocks: Collection[int]) -> bool:
        """Whether one of these blocks held one of the exercises, in a style if one is given."""
        return any(
            block in blocks and style in (None, how)
            for exercise in exercises
            for block, how in self._held.get(exercise, ())
        )

    def practised(self, exercises: Collection[str], before: int) -> int:
        """How many sessions of blocks before this one held one of the exercises; reduced ones are not counted."""
        return sum(
            session.block < before and not session.reduced and any(item.exercise in exercises for item in session.main)
            for session in self.sessions
        )

    def exercises_of(self, block: int, style: Style | None = None) -> dict[str, None]:
        """What a block held, in a style if one is given, in the order of its sessions."""
        items = (item for session in self.sessions if session.block == block for item in session.main)
        return {item.exercise: None for item in items if style in (None, item.style)}
