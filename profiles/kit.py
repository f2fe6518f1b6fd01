"""An item of equipment and the masses there are of it, in kg: `bench`, `kettlebell 12, 16`, `dumbbells 2-20`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from pydantic.json_schema import JsonSchemaValue

from profiles.equipment import EQUIPMENT, HEAVIEST_KG, Equipment
from profiles.written import Written, number, text, unknown

_KG: Final = r"(?!0+(\.0+)?(?![\d.]))\d+(\.\d+)?"
_MASS: Final = rf"{_KG}(\s*-\s*{_KG})?"
_MASSES: Final = re.compile(rf"{_MASS}((\s*[,/]\s*|\s+){_MASS})*")
_EACH: Final = re.compile(r"(?P<one>\d+(\.\d+)?)(\s*-\s*(?P<other>\d+(\.\d+)?))?")


@dataclass(frozen=True)
class Masses:
    """One mass in kg, or a range from the lightest to the heaviest."""

    least: float
    most: float | None = None
    """none: a single mass, which of a bar is the bar alone"""

    def __str__(self) -> str:
        return number(self.least) if self.most is None else f"{number(self.least)}-{number(self.most)}"


@dataclass(frozen=True)
class Kit(Written):
    item: Equipment
    masses: tuple[Masses, ...] = ()
    """empty: the usual ones"""

    @classmethod
    def parse(cls, said: str, /) -> Self:
        item = max((item for item in EQUIPMENT if said.startswith(item)), key=len, default=None)
        if item is None:
            raise unknown("equipment", said, EQUIPMENT)
        rest = said.removeprefix(item)
        kg = rest.strip()
        if kg and not re.match(r"\s|\d", rest):
            raise unknown("equipment", said, EQUIPMENT)
        if kg and not (rest[0].isspace() and _MASSES.fullmatch(kg)):
            raise ValueError(
                f"{kg!r} are no kilograms; write one mass, several, or a range: '{item} 16', or 12/16/24, or 2-20"
            )
        masses = tuple(_masses(match) for match in _EACH.finditer(kg))
        if any(max(each.least, each.most or 0) > HEAVIEST_KG for each in masses):
            raise ValueError(f"{kg!r} kilograms are more than anyone lifts; allowed are masses up to {HEAVIEST_KG:g}")
        return cls(item, masses)

    def __str__(self) -> str:
        return f"{self.item} {', '.join(map(str, self.masses))}" if self.masses else self.item

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        return text(rf"({'|'.join(EQUIPMENT)})(\s+\d[\d.,/ \-]*)?", *EQUIPMENT)


def _masses(match: re.Match[str]) -> Masses:
    """A range may be written in either direction."""
    one = float(match["one"])
    return Masses(*sorted((one, float(match["other"])))) if match["other"] else Masses(one)
