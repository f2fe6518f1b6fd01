"""Places in words: `weeks 7, 11`, `block 2: calves and ankles, bent knee`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

from cli.pages.words import full_day, numbers, printable, word
from profiles.reading.locate import spelled
from profiles.where import AtRace, InBlock, InPlan, InProfile, InWeek, OnDate
from solver.rule import Violation


def whereabouts(violations: Iterable[Violation]) -> str:
    """All places, by what is missing; things that are missing at the same places are joined.

    An amount above one is added in brackets.
    """
    missed: dict[tuple[str, str], Counter[str]] = {}
    for violation in violations:
        unit, at, thing = _parts(violation.at)
        missed.setdefault((unit, thing), Counter())[at] += violation.amount
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (unit, thing), amounts in missed.items():
        for at, number in amounts.items():
            places[unit, _amount(thing, number).strip()].append(at)
    alike: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (unit, thing), several in places.items():
        alike[unit, tuple(several)].append(thing)
    return "; ".join(_place(unit, several, ", ".join(things)) for (unit, several), things in alike.items())


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
            return "week", str(at.number), ", ".join(filter(None, (_part(at.slot), _of(at))))
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
    return ", ".join(filter(None, (_part(at.slot), exercise, _of(at))))


def _of(at: InWeek | InBlock) -> str:
    return " ".join(filter(None, (_part(at.of), _part(at.part))))


def _part(name: str) -> str:
    return f"session {name}" if len(name) == 1 else word(name) if name else ""


def _amount(thing: str, number: int) -> str:
    return f"{thing} ({number})" if number > 1 else thing


def _place(unit: str, several: Sequence[str], things: str) -> str:
    at = f"{unit}{'s' * (len(several) > 1)} {numbers(map(int, several))}" if unit else ", ".join(several)
    if not things:
        return at
    return f"{at} {things}" if things.startswith("(") else f"{at}: {things}"
