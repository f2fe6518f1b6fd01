"""What was lifted: a one-rep maximum in kg, or a recent set: `100`, `80 x 5 @ 2` (kilograms x reps @ reps left)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final, Self

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from profiles.written import Written, number, text

KG: Final = (1, 500)
MOST_REPS: Final = 20
MOST_RESERVE: Final = 10
MOST_REPETITIONS: Final = 100
"""of bodyweight work in one set"""

_READ: Final = re.compile(r"(?P<kg>\d+(\.\d+)?)(\s*x\s*(?P<reps>\d+)(\s*@\s*(?P<reserve>\d+))?)?")
_LIFT: Final = r"\s*\d+(\.\d+)?(\s*x\s*\d+(\s*@\s*\d+)?)?\s*"


@dataclass(frozen=True)
class Lift(Written):
    """Of bodyweight work, `kg` alone is given and counts the most reps (`Profile.most_reps`)."""

    kg: float
    reps: int = 1
    reserve: int = 0
    """reps that were left"""

    taken: ClassVar[CoreSchema] = core_schema.any_schema()

    @classmethod
    def parse(cls, said: object, /) -> Self:
        told = isinstance(said, int | float | str) and not isinstance(said, bool)  # a bool is an int in Python
        match = _READ.fullmatch(str(said).strip()) if told else None
        if match is None:
            found = repr(said) if told else "what stands here"
            raise ValueError(
                f"{found} is no lift; write a one-rep maximum in kg, or a recent set: 100 or '80 x 5 @ 2' "
                "(kilograms x reps @ reps in reserve)"
            )
        if not KG[0] <= float(match["kg"]) <= KG[1]:
            raise ValueError(f"a lift of {match['kg']} kg; allowed are {KG[0]} to {KG[1]}")
        reps, reserve = int(match["reps"] or 1), int(match["reserve"] or 0)
        if not 1 <= reps <= MOST_REPS or reserve > MOST_RESERVE:
            raise ValueError(
                f"{said!r}: an estimate needs a set of 1 to {MOST_REPS} reps with 0 to {MOST_RESERVE} in reserve"
            )
        return cls(float(match["kg"]), reps, reserve)

    def __str__(self) -> str:
        if (self.reps, self.reserve) == (1, 0):
            return number(self.kg)
        return f"{number(self.kg)} x {self.reps}" + (f" @ {self.reserve}" if self.reserve else "")

    def plain(self) -> str | float:
        return self.kg if (self.reps, self.reserve) == (1, 0) else str(self)

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        kilograms = {"type": "number", "minimum": KG[0], "maximum": KG[1]}
        return {"anyOf": [kilograms, text(_LIFT, "80 x 5 @ 2")]}
