"""The minutes of a day that are free for strength, and in which half of it: `45`, `45 pm`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from profiles.run import Half
from profiles.written import Written, text

MOST_MIN: Final = 240

_READ: Final = re.compile(r"(?P<minutes>\d+)(\s+(?P<half>am|pm))?")
_OPENING: Final = r"0*(\d|[1-9]\d|1\d\d|2[0-3]\d|240)(\s+(am|pm))?"


def _no_flag(value: Any) -> Any:
    """Reject booleans, which Python treats as integers."""
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is no length of time; write minutes")  # noqa: TRY004  # pydantic turns it into its own
    return value


@dataclass(frozen=True)
class Opening(Written):
    minutes: int
    half: Half | None = None
    """none: whenever the runs are done"""

    taken: ClassVar[CoreSchema] = core_schema.no_info_before_validator_function(
        _no_flag, core_schema.union_schema([core_schema.int_schema(), core_schema.str_schema()])
    )

    @classmethod
    def parse(cls, said: int | str, /) -> Self:
        match = _READ.fullmatch(str(said))
        if match is None:
            raise ValueError(
                f"{said!r} is no length of time; write minutes, with am or pm if it matters: 45 or '45 pm'"
            )
        if int(match["minutes"]) > MOST_MIN:
            raise ValueError(f"{match['minutes']} minutes of strength in a day; allowed are 0 to {MOST_MIN}")
        return cls(int(match["minutes"]), match["half"])  # type: ignore[arg-type]  # it was just matched

    def __str__(self) -> str:
        return f"{self.minutes} {self.half}" if self.half else str(self.minutes)

    def plain(self) -> str | int:
        return str(self) if self.half else self.minutes

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        number = {"type": "integer", "minimum": 0, "maximum": MOST_MIN}
        return {"anyOf": [number, text(_OPENING, "45 am", "45 pm")]}
