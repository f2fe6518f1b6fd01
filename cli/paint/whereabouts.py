"""Where a plan misses a rule, in words: `weeks 7, 11`, `block 2: calves and ankles, bent knee`."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from cli.pages.words import full_day, numbers, word
from solver.rule import Violation

_NUMBERED: Final = re.compile(r"(?P<unit>week|block) (?P<number>\d+) ?(?P<thing>.*)")
_DATED: Final = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2}) ?(?P<thing>.*)")


def whereabouts(violations: Iterable[Violation]) -> str:
    """All places; those that miss the same are joined, and an amount over one stands in brackets."""
    missed: dict[tuple[str, str], Counter[str]] = {}
    for violation in violations:
        unit, at, thing = _read(violation.at)
        missed.setdefault((unit, at), Counter())[_thing(thing)] += violation.amount
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (unit, at), things in missed.items():
        alike[unit, ", ".join(_amount(thing, number) for thing, number in things.items()).strip()].append(at)
    return "; ".join(_place(unit, several, things) for (unit, things), several in alike.items())


def _read(at: str) -> tuple[str, str, str]:
    """Unit, place in it, and what is missing there."""
    if match := _NUMBERED.fullmatch(at):
        return match["unit"], match["number"], match["thing"]
    if match := _DATED.fullmatch(at):
        return "", full_day(dt.date.fromisoformat(match["date"])), match["thing"]
    return "", word(at), ""


def _thing(said: str) -> str:
    """`A back_squat.heavy` is session A, Back squat heavy; a category or an injury is itself in words."""
    parts = [_part(part) for part in said.split()]
    return ", ".join(parts) if parts and parts[0].startswith("session ") else " ".join(parts)


def _part(part: str) -> str:
    if len(part) == 1 and part.isupper():
        return f"session {part}"
    name, _, style = part.partition(".")
    return f"{word(name)} ({word(style)})" if style else word(name)


def _amount(thing: str, number: int) -> str:
    return f"{thing} ({number})" if number > 1 else thing


def _place(unit: str, several: list[str], things: str) -> str:
    at = f"{unit}{'s' * (len(several) > 1)} {numbers(map(int, several))}" if unit else ", ".join(several)
    if not things:
        return at
    return f"{at} {things}" if things.startswith("(") else f"{at}: {things}"
