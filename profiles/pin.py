"""A session that the runner insists on: its date, and its letter if that matters: `2027-02-09 A`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Literal, Self

from pydantic.json_schema import JsonSchemaValue

from profiles.written import Written, text, unknown

Slot = Literal["A", "B", "C"]
SLOTS: Final[tuple[Slot, ...]] = ("A", "B", "C")

_READ: Final = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(\s+(?P<slot>[A-Z]))?")
_PIN: Final = rf"\d{{4}}-\d{{2}}-\d{{2}}(\s+[{''.join(SLOTS)}])?"


@dataclass(frozen=True)
class Pin(Written):
    date: dt.date
    slot: Slot | None = None
    """none: whichever suits"""

    @classmethod
    def parse(cls, said: str, /) -> Self:
        match = _READ.fullmatch(said)
        if match is None:
            raise ValueError(f"{said!r} is no pin; write a date and, if you like, a session's letter: '2027-02-09 A'")
        try:
            date = dt.date.fromisoformat(match["date"])
        except ValueError:
            raise ValueError(f"{said!r}: the date {match['date']} does not exist") from None
        if match["slot"] and match["slot"] not in SLOTS:
            raise unknown("session letter", match["slot"], SLOTS)
        return cls(date, match["slot"])  # type: ignore[arg-type]  # it is one of them

    def __str__(self) -> str:
        return f"{self.date} {self.slot}" if self.slot else str(self.date)

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        return text(_PIN)
