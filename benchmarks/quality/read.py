"""Reads a plan file, with nothing of the planner's own reading."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from benchmarks.quality.kinds import all_kinds, catalogue
from benchmarks.quality.values import Block, Drill, Item, Place, Race, Run, Session, Week

DAY: Final = dt.timedelta(days=1)
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS: Final = ("beginner", "intermediate", "advanced")
HARD_RUNS: Final = frozenset({"intervals", "tempo", "threshold", "hills", "fartlek", "progression", "speed"})
KM: Final = {"5k": 5.0, "10k": 10.0, "half": 21.1, "marathon": 42.2, "ultra": 50.0}
RAMP_KEYS: Final = ("ramp", "lighter_sets", "warm_up_sets")
"""Under any of these an item may state the lighter sets before its first set."""


@dataclass(frozen=True)
class Plan:
    name: str
    said: Mapping[str, Any] = field(repr=False)

    @property
    def doctrine(self) -> str:
        return str(self.said["header"]["doctrine"])

    @property
    def profile(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.said["profile"]
        return found

    @property
    def experience(self) -> str:
        return str(self.profile["athlete"]["experience"])

    @property
    def body_kg(self) -> float | None:
        found: float | None = self.profile["athlete"].get("body_kg")
        return found

    @property
    def current(self) -> frozenset[str]:
        """Current injuries."""
        return frozenset(self.profile.get("injuries", {}).get("current", ()))

    @property
    def prone(self) -> frozenset[str]:
        return frozenset(self.profile.get("injuries", {}).get("prone", ()))

    @property
    def most_reps(self) -> Mapping[str, int]:
        """Repetition maxima of bodyweight exercises: lifts that a profile writes in the plural, `push_ups = 12`."""
        said = self.profile.get("lifts", {})
        return {name: int(float(said[f"{name}s"])) for name in all_kinds() if f"{name}s" in said}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(
            Block(one["number"], one["phase"], one["stage"], _date(one["first"]), _date(one["last"]))
            for one in self.said["blocks"]
        )

    @property
    def first(self) -> dt.date:
        return self.blocks[0].first

    def block(self, session: Session) -> Block:
        return next(block for block in self.blocks if block.number == session.block)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(sorted(map(_session, self.said.get("sessions", ())), key=lambda session: session.date))

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        cut = {one["week"] for one in self.said.get("running", ()) if one["running"] == "cut_back"}
        first, number, found = self.first, 0, []
        while first <= self.blocks[-1].last:
            number += 1
            last = min(first + DAY * (6 - first.weekday()), self.blocks[-1].last)
            block = [block for block in self.blocks if block.first <= first][-1]
            there = tuple(session for session in self.sessions if first <= session.date <= last)
            found.append(Week(number, first, last, block, number in cut, there))
            first = last + DAY
        return tuple(found)

    def training(self) -> Iterator[tuple[Session, Item]]:
        """The dated items of whole training weeks."""
        for week in self.weeks:
            if week.trains:
                yield from ((session, item) for session in week.sessions for item in session.items)

    def addons(self, kind: str) -> tuple[dt.date, ...]:
        return tuple(_date(one["date"]) for one in self.said.get("addons", ()) if one["kind"] == kind)

    @cached_property
    def races(self) -> tuple[Race, ...]:
        return tuple(
            Race(one["name"], _date(one["date"]), one.get("priority", "A"), one.get("km") or KM[one["distance"]])
            for one in self.profile.get("races", ())
        )

    @cached_property
    def goals(self) -> tuple[Race, ...]:
        """Races of priority A or B."""
        return tuple(race for race in self.races if race.priority in ("A", "B"))

    def runs(self, date: dt.date) -> tuple[Run, ...]:
        """A race replaces the day's runs."""
        if any(race.date == date for race in self.races):
            return ()
        said = self.profile.get("runs", {})
        runs = _by_date(said.get("on", {}), date, said.get(WEEKDAYS[date.weekday()], "rest"))
        return tuple(map(_run, runs.split("+"))) if runs.strip() != "rest" else ()

    def long_run(self, date: dt.date) -> bool:
        return any(run.kind == "long" for run in self.runs(date))

    def hard_run(self, date: dt.date) -> bool:
        return any(run.kind in HARD_RUNS for run in self.runs(date))

    def race_on(self, date: dt.date) -> bool:
        return any(race.date == date for race in self.races)

    def key_day(self, date: dt.date) -> bool:
        """Whether a date has a hard run, a long run or a race."""
        return self.hard_run(date) or self.long_run(date) or self.race_on(date)

    def away(self, date: dt.date) -> bool:
        said = self.profile.get("strength", {}).get("away", ())
        return any(first <= date <= last for first, last in map(_span, said))

    def free_min(self, date: dt.date) -> int:
        """Free for strength on a date, the way there and back taken off."""
        strength = self.profile.get("strength", {})
        if self.away(date):
            return 0
        said = _by_date(strength.get("on", {}), date, strength.get("minutes", {}).get(WEEKDAYS[date.weekday()], 0))
        return max(0, int(str(said).split()[0]) - self.place(self.place_on(date)).travel_min)

    def place_on(self, date: dt.date) -> str:
        return str(self.profile.get("strength", {}).get("place", {}).get(WEEKDAYS[date.weekday()], "home"))

    def place(self, name: str) -> Place:
        said = self.profile.get("places", {}).get(name, {})
        items: dict[str, tuple[float, ...]] = {"mat": ()}
        for text in said.get("equipment", ()):
            item, masses = _equipment(text)
            items[item] = items.get(item, ()) + masses
        return Place(items, said.get("travel_min", 0))

    def can(self, exercise: str, place: str) -> bool:
        """Whether the place, the experience, the injuries and the wishes allow an exercise."""
        needs, there = catalogue().get(exercise), set(self.place(place).items)
        if needs is None or exercise in self.profile.get("preferences", {}).get("exclude", ()):
            return False
        equipped = not needs.sets or any(one <= there for one in needs.sets)
        return (
            equipped and not needs.harms & self.current and LEVELS.index(needs.level) <= LEVELS.index(self.experience)
        )


def read_plan(file: Path) -> Plan:
    """Raises OSError, or tomllib.TOMLDecodeError."""
    return Plan(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))


def _date(said: Any) -> dt.date:
    """Dates are written as dates, but as texts in the profile."""
    return said if isinstance(said, dt.date) else dt.date.fromisoformat(said)


def _span(said: str) -> tuple[dt.date, dt.date]:
    first, _, last = said.partition("/")
    return dt.date.fromisoformat(first.strip()), dt.date.fromisoformat((last or first).strip())


def _by_date(exceptions: Mapping[str, Any], date: dt.date, usual: Any) -> Any:
    return exceptions.get(date.isoformat(), usual)


def _run(said: str) -> Run:
    kind, minutes, *_ = said.split()
    return Run(kind, int(minutes))


def _equipment(said: str) -> tuple[str, tuple[float, ...]]:
    """An item and its masses: `kettlebell 12, 16`, `dumbbells 2-20`."""
    match = re.match(r"[^\d]+", said)
    item = (match[0] if match else said).strip()
    return item, tuple(float(kg) for kg in re.findall(r"\d+(?:\.\d+)?", said[len(item) :]))


def _session(said: Mapping[str, Any]) -> Session:
    return Session(
        _date(said["date"]), said["slot"], said["phase"], said["block"], said["place"], said["minutes"],
        tuple(said.get("because", ())), tuple(said.get("after", ())), tuple(said.get("before", ())),
        _drills(said.get("warm_up", ())), _drills(said.get("cooldown", ())),
        tuple(map(_item, said.get("main", ()))),
    )  # fmt: skip


def _drills(said: Sequence[Mapping[str, Any]]) -> tuple[Drill, ...]:
    return tuple(Drill(one["exercise"], one["dose"]) for one in said)


def _item(said: Mapping[str, Any]) -> Item:
    """What is for the date; where the plan says nothing about it, the start of the block's dose."""
    dose, today = said["dose"], said.get("today", {})
    reps, seconds, reserve = dose.get("reps"), dose.get("seconds"), dose.get("reserve")
    return Item(
        exercise=said["exercise"],
        style=said["style"],
        load=said["load"],
        sets=today.get("sets", dose["sets"]),
        reps=today.get("reps", reps[0] if reps else None),
        seconds=today.get("seconds", seconds[0] if seconds else None),
        load_kg=today.get("load_kg"),
        change=today.get("change", ""),
        reserve=(reserve[0], reserve[1]) if reserve else None,
        tempo=tuple(map(int, re.findall(r"\d+", tempo))) if (tempo := today.get("tempo", dose.get("tempo"))) else None,
        rest_s=dose["rest_s"],
        each_side=dose.get("each_side", False),
        superset=said.get("superset"),
        lighter_sets=_lighter_sets(said, dose, today),
    )


def _lighter_sets(*tables: Mapping[str, Any]) -> int:
    found = [table[key] for table in tables for key in RAMP_KEYS if key in table]
    return max((one if isinstance(one, int) else len(one) for one in found), default=0)
