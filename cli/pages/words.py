"""Translates ids to words for readers. No other module does that."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from profiles.amount import ranged
from profiles.exercise import catalogue
from profiles.plan import Dose, Drill, LighterSet, Today
from profiles.profile import HOME, Race
from solver.rule import Rule

DASH: Final = "\N{EN DASH}"
TIMES: Final = "\N{MULTIPLICATION SIGN}"
DOT: Final = "\N{MIDDLE DOT}"
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PHASE_COLOURS: Final = {
    "general_preparation": "blue",
    "base": "green",
    "build": "yellow",
    "race": "red",
    "taper": "magenta",
    "race_week": "bright_red",
    "recovery": "cyan",
}
SHORT_RUNS: Final = {
    "recovery": "recov",
    "intervals": "INT",
    "threshold": "THRES",
    "fartlek": "FARTL",
    "progression": "PROG",
}
"""Kinds of run that are too long for a day of the calendar."""
RUNS: Final = {
    "easy": "easy run",
    "recovery": "recovery run",
    "steady": "steady run",
    "cross": "cross-training",
    "long": "long run",
    "tempo": "tempo run",
    "threshold": "threshold run",
    "progression": "progression run",
    "speed": "speed work",
}
TIERS: Final = {
    "coverage": "training asked for that could not be had",
    "sessions": "sessions: the fewest that reach this coverage",
    "rhythm": "weekdays that move, sessions and hard days that crowd",
    "addons": "mobility, prehab and tests that found no good day",
    "exercises": "length, variety, likes and balance of the sessions",
}
ADDONS: Final = {
    "mobility": "mobility",
    "prehab": "prehab",
    "test": "test",
    "micro": "10-min",
    "activation": "activation",
    "daily_mobility": "daily",
}
"""Add-ons, short enough for a day of the calendar."""
PROPER: Final = ("Bulgarian", "Nordic", "Pallof", "Peterson", "Romanian", "Russian", "Spanish")
"""How names of exercises begin that keep their capital letter."""
_DISTANCES: Final = {"5k": "5 km", "10k": "10 km", "half": "half marathon"}
_WORDS: Final = {
    "achilles": "Achilles tendon",
    "itb": "iliotibial band",
    "patellar": "patellar tendon",
    "plantar": "plantar fascia",
    "runners_knee": "runner's knee",
    "glutes_hips": "glutes and hips",
    "posterior_chain": "hamstrings and back",
    "quads_knee": "quads and knee",
    "calves_ankles": "calves and ankles",
    "feet_shins": "feet and shins",
    "upper_push": "upper-body push",
    "upper_pull": "upper-body pull",
    "full_body_power": "full-body power",
    "calf": "calf work",
    "straight": "straight knee",
    "bent": "bent knee",
    "whole": "whole body",
    "mobility": "mobility session",
    "prehab": "prehab circuit",
    "micro": "ten-minute session",
    "activation": "activation before hard and long runs",
    "daily_mobility": "daily mobility",
    "high": "runs high",
    "cut_back": "cutback week",
}


def word(name: str) -> str:
    """An id in words: an exercise, a category, an injury, a phase; one that is not known loses its underscores."""
    entry = catalogue().get(name)
    return entry.name if entry else _WORDS.get(name, printable(name.replace("_", " ")))


def inside(name: str) -> str:
    """An id in words inside a sentence: a small first letter, unless it is a proper name or an abbreviation."""
    said = word(name)
    return said if said.startswith(PROPER) or not said[1:2].islower() or name in _WORDS else said[0].lower() + said[1:]


def printable(text: str) -> str:
    """Text of the profile without control characters, which could move the cursor or colour the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def day(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]}"


def full_day(date: dt.date) -> str:
    return f"{WEEKDAYS[date.weekday()]} {day(date)} {date.year}"


def span(first: dt.date, last: dt.date) -> str:
    """Both days, the year once if it is the same."""
    begin = day(first) if first.year == last.year else f"{day(first)} {first.year}"
    return f"{begin} {DASH} {day(last)} {last.year}"


def count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def numbers(several: Iterable[int]) -> str:
    """`1-3, 5` for 1, 2, 3, 5."""
    return ", ".join(_stretched(several, str))


def weekdays(several: Iterable[int]) -> str:
    """`Mon-Wed and Fri` for 0, 1, 2, 4."""
    return listed(_stretched(several, WEEKDAYS.__getitem__))


def _stretched(several: Iterable[int], named: Callable[[int], str]) -> Iterator[str]:
    """Numbers by name; three and more in a row as a range."""
    stretches: list[list[int]] = []
    for number in sorted(several):
        if stretches and stretches[-1][-1] == number - 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    for one in stretches:
        yield from [f"{named(one[0])}-{named(one[-1])}"] if len(one) > 2 else map(named, one)


def distance(race: Race) -> str:
    return f"{race.km:g} km" if race.distance is None else _DISTANCES.get(race.distance, race.distance)


def dose(given: Dose) -> str:
    """`3 x 8-12 a side`, with a proper times sign."""
    side = " a side" if given.each_side else ""
    if given.seconds:
        return f"{given.sets} {TIMES} {ranged(given.seconds)} s{side}"
    return f"{given.sets} {TIMES} {ranged(given.reps)}{side}" if given.reps else count(given.sets, "set")


def drills(several: Sequence[Drill]) -> str:
    """`glute bridge 15-20; child's pose 60 s`: a number alone counts reps."""
    return "; ".join(f"{word(drill.exercise)} {drill.dose.spelled(reps='')}" for drill in several)


def today(given: Today | None, last_kg: float | None) -> str:
    """`3x5`, `3x5 60 kg` where the load is new, `3x4 +` where it is the next there is, `3x6 5-0-1` at another tempo."""
    if given is None:
        return ""
    amount = f"{given.seconds} s" if given.seconds else str(given.reps or "")
    said = f"{given.sets}{TIMES}{amount}" if amount else str(given.sets)
    said = f"{said} {given.tempo}" if given.tempo else said
    if given.load_kg is not None and given.load_kg != last_kg:
        return f"{said} {given.load_kg:g} kg"
    return f"{said} +" if given.change == "more_load" and given.load_kg is None else said


def lighter(several: Sequence[LighterSet]) -> str:
    """`5 x 40 kg, 3 x 60 kg`, with a proper times sign; shares of a load that the runner has to find."""
    loads = (f"{one.percent} % of the load" if one.load_kg is None else f"{one.load_kg:g} kg" for one in several)
    return ", ".join(f"{one.reps} {TIMES} {load}" for one, load in zip(several, loads, strict=True))


def state(rule: Rule[Any, Any]) -> str:
    """What holds if a rule is kept, in one short sentence: the first line of its module."""
    said = sys.modules[type(rule).__module__].__doc__
    return said.strip().splitlines()[0] if said else rule.say()


def stated(rule: str, judges: Mapping[str, Rule[Any, Any]]) -> str:
    """What holds if a rule is kept; the name of the rule if the doctrine does not have it."""
    return state(judges[rule]) if rule in judges else f"{word(rule).capitalize()}."


def lower(sentence: str) -> str:
    """A sentence as a clause: without its full stop, and with a small first letter."""
    return sentence[0].lower() + sentence[1:].removesuffix(".")


def listed(several: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    *first, final = several
    return f"{', '.join(first)} {last} {final}" if first else final


def place(name: str) -> str:
    """`home`, `the gym`."""
    return "home" if name == HOME else f"the {printable(name)}"
