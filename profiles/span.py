"""Days from a first to a last, both included: `2027-03-08/2027-03-12`, or a single one: `2027-03-08`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Self

from pydantic.json_schema import JsonSchemaValue

from profiles.written import Written, text

_DATE: Final = r"\d{4}-\d{2}-\d{2}"
_READ: Final = re.compile(rf"(?P<first>{_DATE})(\s*/\s*(?P<last>{_DATE}))?")


@dataclass(frozen=True)
class Span(Written):
    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, said: str, /) -> Self:
        match = _READ.fullmatch(said.strip())
        first, last = (match["first"], match["last"] or match["first"]) if match else ("", "")
        try:
            span = cls(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        except ValueError:
            raise ValueError(f"{said!r} is no span of days; write '2027-03-08' or '2027-03-08/2027-03-12'") from None
        if span.last < span.first:
            raise ValueError(f"{said!r} ends before it begins")
        return span

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    def __contains__(self, date: dt.date) -> bool:
        return self.first <= date <= self.last

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        return text(rf"{_DATE}(\s*/\s*{_DATE})?")
