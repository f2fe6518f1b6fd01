"""A run of the plan, as people write it: `intervals 60 am`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

Half = Literal["am", "pm"]
RunKind = Literal[
    "easy", "recovery", "steady", "cross", "long", "intervals", "tempo", "threshold", "hills", "fartlek",
    "progression", "speed",
]  # fmt: skip
KINDS: Final[tuple[RunKind, ...]] = get_args(RunKind)
HARD: Final[frozenset[RunKind]] = frozenset(
    {"intervals", "tempo", "threshold", "hills", "fartlek", "progression", "speed"}
)
REST: Final = "rest"
LONGEST_RUN_MIN: Final = 900

_RUN = re.compile(r"(?P<kind>[a-z]+)\s+(?P<minutes>\d+)(\s+(?P<half>am|pm))?")


@dataclass(frozen=True)
class Run:
    kind: RunKind
    minutes: int
    half: Half | None = None

    @property
    def hard(self) -> bool:
        return self.kind in HARD

    @property
    def long(self) -> bool:
        return self.kind == "long"

    @property
    def key(self) -> bool:
        """Hard or long: the runs that strength must leave fresh legs for."""
        return self.hard or self.long

    def __str__(self) -> str:
        return f"{self.kind} {self.minutes}" + (f" {self.half}" if self.half else "")


def read_runs(text: str) -> tuple[Run, ...]:
    """The runs of a day; two are joined by ` + `. Raises ValueError that says what is allowed."""
    if text.strip() == REST:
        return ()
    runs = tuple(_read(part.strip()) for part in text.split("+"))
    if len(runs) > 2:
        raise ValueError(f"{text!r} holds {len(runs)} runs; a day holds two at most")
    return tuple(sorted(runs, key=lambda run: run.half == "pm"))


def _read(text: str) -> Run:
    match = _RUN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no run; write `rest`, or a kind and minutes such as `easy 45` or `tempo 55 pm`")
    kind, minutes = match["kind"], int(match["minutes"])
    if kind not in KINDS:
        raise UnknownKind(kind)
    if not 1 <= minutes <= LONGEST_RUN_MIN:
        raise ValueError(f"a run of {minutes} minutes; allowed are 1 to {LONGEST_RUN_MIN}")
    return Run(kind, minutes, match["half"])  # type: ignore[arg-type]  # both were just matched


class UnknownKind(ValueError):
    """A kind of run that is not in the vocabulary; `args[0]` is the word."""
