"""Seconds by stage, measured from inside a process."""

from __future__ import annotations

import time
from typing import Final

COUNTING: Final = "counting"
"""The stage in which the benchmark measures the size of a model; it is not counted as solving."""


class Clock:
    """Seconds by stage: each stage lasts until the next begins, and may occur again."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = 0.0

    def begin(self, stage: str) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0) + now - self._since
        self._stage, self._since = stage, now

    def end(self) -> dict[str, float]:
        """Seconds of all stages, without the time spent on measuring."""
        self.begin("")
        return {stage: spent for stage, spent in self.seconds.items() if stage != COUNTING}
