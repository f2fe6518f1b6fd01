"""Places in words: `weeks 7, 11`, `block 2: calves and ankles, bent knee`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

from cli.pages.words import full_day, numbers, printable, word
from profiles.reading.locate import spelled
from profiles.where import AtRace, InBlock, InPlan, InProfile, InWeek, OnDate
from solver.rule import Violation


def whereabouts(violations: Iterable[Violation]) -> str:
    """All places; places with equal amounts are joined, and an amount above one is added in brackets."""
    missed: dict[tuple[str, str], Counter[str]] = {}
    for violation in violations:
        unit, at, thing = _parts(violation.at)
        missed.setdefault((unit, at), Counter())[thing] += violation.amount
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (unit, at), things in missed.items():
        alike[unit, ", ".join(_amount(thing, number) for thing, number in things.items()).strip()].append(at)
    return "; ".join(_place(unit, several, things) for (unit, things), several in alike.items())


def where(at: Hashable) -> str:
    """One place."""
    unit, number, thing = _parts(at)
    return _place(unit, [number], thing)


def _parts(at: Hashable) -> tuple[str, str, str]:
    """A unit and its number, or the text that replaces them; and what is meant at that place."""
    match at:
        case OnDate():
            return "", full_day(at.date), _part(at.of)
        case InWeek():
            return "week", str(at.number), ", ".join(map(_part, filter(None, (at.slot, at.of))))
        case InBlock():
            return "block", str(at.number), _of_block(at)
        case AtRace():
            return "", f"{printable(at.name)}, {full_day(at.date)}", ""
        case InProfile() | InPlan():
            return "", spelled(at.key_path), ""
        case _:
            return "", str(at), ""


def _of_block(at: InBlock) -> str:
    exercise = f"{_part(at.exercise)} ({word(at.style)})" if at.style else _part(at.exercise)
    of = " ".join(filter(None, (_part(at.of), _part(at.part))))
    return ", ".join(filter(None, (_part(at.slot), exercise, of)))


def _part(name: str) -> str:
    return f"session {name}" if len(name) == 1 else word(name) if name else ""


def _amount(thing: str, number: int) -> str:
    return f"{thing} ({number})" if number > 1 else thing


def _place(unit: str, several: list[str], things: str) -> str:
    at = f"{unit}{'s' * (len(several) > 1)} {numbers(map(int, several))}" if unit else ", ".join(several)
    if not things:
        return at
    return f"{at} {things}" if things.startswith("(") else f"{at}: {things}"
