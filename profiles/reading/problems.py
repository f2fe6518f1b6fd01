"""A problem in a file: its location, what was found, and what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from profiles.reading.layers import Layers
from profiles.reading.locate import KeyPath
from profiles.reading.nearest import nearest
from profiles.visible import visible

FEW: Final = 16

SHOWN: Final = 12

MOST_TOLD: Final = 8
"""Most problems that are shown; a file with more of them is most likely another kind of file."""


@dataclass(frozen=True)
class Problem:
    """One problem. `key` is as the user wrote it; `allowed` is the whole vocabulary, if there is one."""

    file: str
    line: int | None
    key: str
    message: str
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    listed_in: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [": ".join(part for part in (place, self.key, self.message) if part)]
        if self.nearest is not None:
            parts.append(f"Did you mean {self.nearest!r}?")
        if self.allowed:
            parts.append(f"Allowed: {self._vocabulary()}")
        return visible(parts[0] if len(parts) == 1 else f"{parts[0]}. {' '.join(parts[1:])}")

    def _vocabulary(self) -> str:
        if len(self.allowed) <= FEW:
            return ", ".join(self.allowed)
        words = self.allowed[:SHOWN] if self.nearest is None else nearest(self.nearest, self.allowed, SHOWN, cutoff=0)
        where = f", all in {self.listed_in}" if self.listed_in else ""
        return f"{', '.join(words)} and {len(self.allowed) - len(words)} more{where}"


class BadInput(Exception):  # it is what the input is, and reads so where it is caught
    """Raised for a file that cannot be used, with all its problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line or 0))

    def __str__(self) -> str:
        told = [str(problem) for problem in self.problems[:MOST_TOLD]]
        rest = len(self.problems) - len(told)
        return "\n\n".join([*told, f"and {rest} more problems"] if rest else told)


def problem_at(  # the parts of a problem, in the order of its message
    layers: Layers, key_path: KeyPath, message: str, found: str | None = None,
    allowed: Sequence[str] = (), listed_in: str = "",
) -> Problem:  # fmt: skip
    """Return a problem at a key; with `found` and `allowed` it includes the nearest right spelling."""
    near = nearest(found, allowed) if found is not None else []
    return Problem(*layers.place(key_path), message, tuple(allowed), near[0] if near else None, listed_in)
