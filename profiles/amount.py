"""How much of a drill to do: `8-10 reps a side`, `2 x 30 s`, `2-3 min`, `as many as good form allows`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, Self

from pydantic.json_schema import JsonSchemaValue

from profiles.written import Written, text

Ends = tuple[int, int]
"""Least and most."""

_ENDS: Final = r"[1-9]\d*(-[1-9]\d*)?"
_AMOUNT: Final = (
    rf"((?P<sets>{_ENDS}) x )?"
    rf"((?P<ends>{_ENDS}) (?P<unit>reps|s|min)|as (?P<limit>many|long) as good form allows)"
    r"(?P<side> a side)?"
)
_READ: Final = re.compile(_AMOUNT)


@dataclass(frozen=True)
class Amount(Written):
    of: Literal["reps", "seconds"]
    ends: Ends | None = None
    """of a set; none: as much as good form allows"""
    sets: Ends = (1, 1)
    each_side: bool = False

    @classmethod
    def parse(cls, said: str, /) -> Self:
        match = _READ.fullmatch(said)
        if match is None:
            raise ValueError(
                f"{said!r} is no amount; write '8-10 reps', '2 x 30 s a side', '5 min' or 'as many as good form allows'"
            )
        low, high = _ends(match["ends"])
        sets = _ends(match["sets"])
        if low > high or sets[0] > sets[1]:
            raise ValueError(f"{said!r} has the larger number first")
        unit = 60 if match["unit"] == "min" else 1
        return cls(
            of="reps" if "reps" in said or match["limit"] == "many" else "seconds",
            ends=None if match["limit"] else (low * unit, high * unit),
            sets=sets,
            each_side=match["side"] is not None,
        )

    def __str__(self) -> str:
        return self.spelled(reps=" reps")

    def spelled(self, *, reps: str) -> str:
        """Spell the amount; `reps` is the word after a number of reps, and may be empty."""
        sets = f"{ranged(self.sets)} x " if self.sets != (1, 1) else ""
        side = " a side" if self.each_side else ""
        return f"{sets}{self._of_a_set(reps)}{side}"

    def _of_a_set(self, reps: str) -> str:
        """Seconds are written as minutes if they are whole minutes, at least two."""
        if self.ends is None:
            return f"as {'many' if self.of == 'reps' else 'long'} as good form allows"
        if self.of == "reps":
            return f"{ranged(self.ends)}{reps}"
        low, high = self.ends
        whole = low >= 120 and low % 60 == high % 60 == 0
        return f"{ranged((low // 60, high // 60))} min" if whole else f"{ranged(self.ends)} s"

    @classmethod
    def json_schema(cls) -> JsonSchemaValue:
        return text(re.sub(r"\?P<\w+>", "", _AMOUNT))


def _ends(said: str | None) -> Ends:
    low, _, high = (said or "1").partition("-")
    return int(low), int(high or low)


def ranged(ends: Ends) -> str:
    """`8`, or `8-10` where the ends differ."""
    low, high = ends
    return str(low) if low == high else f"{low}-{high}"
