"""A run, and the runs of a day, as people write them: `intervals 60 am`, `easy 30 am + hills 50 pm`, `rest`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, Self, get_args

from pydantic.json_schema import JsonSchemaValue

from profiles.written import Written, text, unknown

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

_READ: Final = re.compile(r"(?P<kind>[a-z]+)\s+(?P<minutes>\d+)(\s+(?P<half>am|pm))?")
_RUN: Final = rf"({'|'.join(KINDS)})\s+[1-9]\d{{0,2}}(\s+(am|pm))?"


@dataclass(frozen=True)
class Run(Written):
    kind: RunKind
    minutes: int
    half: Half | None = None

    @classmethod
    def parse(cls, said: str, /) -> Self:
        match = _READ.fullmatch(said.strip())
        if match is None:
            raise ValueError(
                f"{said!r} is no run; write `rest`, or a kind and minutes such as `easy 45` or `tempo 55 pm`"
            )
        kind, minutes = match["kind"], int(match["minutes"])
        if kind not in KINDS:
            raise unknown("kind of run", kind, (REST, *KINDS))
        if not 1 <= minutes <= LONGEST_RUN_MIN:
            raise ValueError(f"a run of {minutes} minutes; allowed are 1 to {LONGEST_RUN_MIN}")
        return cls(kind, minutes, match["half"])  # type: ignore[arg-type]  # both were just matched

    def __str__(self) -> str:
        return f"{self.kind} {self.minutes}" + (f" {self.half}" if self.half else "")

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        return text(_RUN, "easy 45", "tempo 55 pm")

    @property
    def hard(self) -> bool:
        return self.kind in HARD

    @property
    def long(self) -> bool:
        return self.kind == "long"

    @property
    def key(self) -> bool:
        """Whether it is hard or long: strength work must not leave tired legs for such a run."""
        return self.hard or self.long


@dataclass(frozen=True)
class DayRuns(Written):
    """The runs of a day, at most two, with afternoon runs last; a day without runs is a rest day."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def parse(cls, said: str, /) -> Self:
        if said.strip() == REST:
            return cls()
        runs = [Run.parse(part.strip()) for part in said.split("+")]
        if len(runs) > 2:
            raise ValueError(f"{said!r} holds {len(runs)} runs; a day holds two at most")
        return cls(tuple(sorted(runs, key=lambda run: run.half == "pm")))

    def __str__(self) -> str:
        return " + ".join(map(str, self.runs)) or REST

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        examples = REST, "easy 45", "long 110", "tempo 55 pm", "easy 30 am + hills 50 pm"
        return text(rf"\s*({REST}|{_RUN}(\s*\+\s*{_RUN})?)\s*", *examples)
