"""What a plan says besides its sessions: notes of the guides, each shown where its conditions hold."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

from pydantic import Field

from profiles.equipment import EQUIPMENT, FLOOR, Equipment
from profiles.exercise import Experience, Injury, catalogue
from profiles.frozen import Frozen
from profiles.plan import Note, Plan
from profiles.profile import HOME, Distance, ExerciseId, Goal, Priority, Race
from profiles.season import Day, Phase, Season

Topic = Literal[
    "calendar", "effort", "technique", "progress", "tests", "soreness", "recovery", "food", "mobility", "running",
    "place", "race", "injury",
]  # fmt: skip
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
Flag = Literal[
    "body_mass", "gains_muscle_quickly", "desk_work", "home_only", "has_gym", "any_current_injury",
    "any_prone_injury", "short_of_time", "high_mileage_weeks", "cutback_weeks", "lifts_given", "lifts_not_given",
]  # fmt: skip
MOST_LINES: Final = 6
"""Lines for a profile that are spelled out; more follow the same way."""
SHORT_MIN: Final = 90
"""Free minutes a week below which a runner counts as short of time: three sessions of half an hour."""


class When(Frozen):
    """Conditions that must all hold; of each but `advises`, one word must match. None: always."""

    phase: tuple[Phase, ...] = ()
    injury: tuple[Injury, ...] = Field(default=(), description="prone or current")
    current: tuple[Injury, ...] = Field(default=(), description="current only")
    goal: tuple[Goal, ...] = ()
    experience: tuple[Experience, ...] = ()
    equipment: tuple[Equipment, ...] = Field(default=(), description="at any place")
    lacks: tuple[Equipment, ...] = Field(default=(), description="at every place: equipment that the text recommends")
    distance: tuple[Distance, ...] = ()
    doctrine: tuple[str, ...] = Field(default=(), description="or one that extends it")
    runs: tuple[Literal["hard", "long", "hills"], ...] = ()
    holds: tuple[str, ...] = Field(
        default=(),
        description="in the plan: of its main work an exercise, pattern, kind, style or implement, or an add-on",
    )
    flag: tuple[Flag, ...] = ()
    advises: tuple[ExerciseId, ...] = Field(
        default=(),
        description="exercises that the text advises; each spares every current injury, and none is unwanted",
    )


class Clash(Frozen):
    """Runs of the profile that do a race no good."""

    priority: tuple[Priority, ...]
    days: tuple[int, int] = Field(description="first and last day, counted from the race; negative before it")
    recovery: bool = Field(default=False, description="and every later day of the recovery phase")
    runs: tuple[Literal["hard", "long"], ...]
    km: tuple[float, float] = Field(default=(0, 1000), description="races of more than the first, up to the second")
    instead: str = Field(description="what the profile might say of such a day")


class NoteEntry(Frozen):
    """An entry of `notes.toml`."""

    topic: Topic
    text: str
    because: tuple[str, ...] = Field(min_length=1)
    when: When
    clash: Clash | None = Field(
        default=None, description="only where there is one: {races}, {runs} and {lines} in the text name it"
    )
    per_kg: dict[str, float] = Field(default={}, description="grams per kg of body mass, for the braces in the text")


@cache
def notes() -> Mapping[str, NoteEntry]:
    """Every note by name."""
    text = resources.files("constraints.knowledge").joinpath("notes.toml").read_text(encoding="utf-8")
    return {name: NoteEntry(**table) for name, table in tomllib.loads(text).items()}


def notes_for(plan: Plan, doctrines: tuple[str, ...]) -> tuple[Note, ...]:
    """The notes that hold for a plan, by topic; `doctrines` are its own and those it extends."""
    facts = _facts(plan, doctrines)
    held = [entry for entry in notes().values() if _holds(entry.when, facts)]
    body_kg = plan.season.profile.athlete.body_kg or 0
    there = [
        (entry, _filled(entry, body_kg, clashes(entry.clash, plan.season) if entry.clash else ())) for entry in held
    ]
    return tuple(
        Note(topic=entry.topic, text=text, because=entry.because)
        for entry, text in sorted(there, key=lambda one: TOPICS.index(one[0].topic))
        if text
    )


def clashes(clash: Clash, season: Season) -> tuple[tuple[Race, Day], ...]:
    """Each race with the days whose runs clash with it."""
    return tuple(
        (race, day)
        for race in season.profile.races
        if race.priority in clash.priority and clash.km[0] < race.length_km <= clash.km[1]
        for day in _days(clash, race, season)
        if day.race is None and (("hard" in clash.runs and day.hard) or ("long" in clash.runs and day.long))
    )


def _days(clash: Clash, race: Race, season: Season) -> Iterator[Day]:
    """The days of the season that count, in order."""
    first, last = clash.days
    for day in season.days.values():
        gap = (day.date - race.date).days
        recovers = clash.recovery and gap > last and season.week_at(day.date).phase == "recovery"
        if first <= gap <= last or (recovers and _last_before(day, season) == race):
            yield day


def _last_before(day: Day, season: Season) -> Race | None:
    """The last race that a recovery phase may follow."""
    before = [race for race in season.profile.races if race.date < day.date and race.priority == "A"]
    return max(before, key=lambda race: race.date, default=None)


def _holds(when: When, facts: Mapping[str, frozenset[str]]) -> bool:
    asked = when.model_dump(exclude_defaults=True, exclude={"advises"})
    spares = all(facts["current"].isdisjoint(catalogue()[name].harms) for name in when.advises)
    spares = spares and facts["unwanted"].isdisjoint(when.advises)
    return spares and all(facts[name].intersection(words) for name, words in asked.items())


def _filled(entry: NoteEntry, body_kg: float, found: Sequence[tuple[Race, Day]]) -> str:
    """The text; empty for a clash that is not there."""
    if entry.clash is None:
        return entry.text.format(**{name: round(grams * body_kg) for name, grams in entry.per_kg.items()})
    days = {day.date: day for _, day in found}
    runs = Counter(str(run) for day in days.values() for run in day.runs if run.key)
    return (
        entry.text.format(
            races=", ".join(dict.fromkeys(race.name for race, _ in found)),
            runs=", ".join(run if times == 1 else f"{run} ({times} times)" for run, times in runs.items()),
            lines=_lines([f'{date} = "{entry.clash.instead}"' for date in sorted(days)]),
        )
        if days
        else ""
    )


def _lines(several: Sequence[str]) -> str:
    said = ", ".join(several[:MOST_LINES])
    return f"{said}, and so on" if several[MOST_LINES:] else said


def _facts(plan: Plan, doctrines: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    profile = plan.season.profile
    runs = {run for day in plan.season.days.values() for run in day.runs}
    kinds = {"hard": any(run.hard for run in runs), "long": any(run.long for run in runs)}
    kinds["hills"] = any(run.kind == "hills" for run in runs)
    there = {item for place in profile.places.values() for item in place.items}
    return {
        "phase": frozenset(block.phase for block in plan.season.blocks),
        "injury": frozenset(profile.injuries.current + profile.injuries.prone),
        "current": frozenset(profile.injuries.current),
        "unwanted": profile.preferences.unwanted,
        "goal": frozenset(profile.athlete.goals),
        "experience": frozenset({profile.athlete.experience}),
        "equipment": frozenset(there),
        "lacks": frozenset(EQUIPMENT) - there,
        "distance": frozenset(map(_distance, (race.length_km for race in profile.races))),
        "doctrine": frozenset(doctrines),
        "runs": frozenset(kind for kind, there in kinds.items() if there),
        "holds": frozenset(_held(plan)),
        "flag": frozenset(_flags(plan.season)),
    }


def _held(plan: Plan) -> Iterator[str]:
    yield from (addon.kind for addon in plan.addons)
    for session in plan.sessions:
        there = {*FLOOR, *plan.season.profile.place_named(session.place).items}
        for item in session.main:
            yield from (item.exercise, item.entry.pattern, item.entry.kind, item.style, item.load)
            yield from next((need for need in item.entry.needs if there.issuperset(need)), ())


def _distance(km: float) -> str:
    longest: tuple[tuple[float, Distance], ...] = ((7.5, "5k"), (15, "10k"), (30, "half"), (43, "marathon"))
    return next((name for most, name in longest if km <= most), "ultra")


def _flags(season: Season) -> Iterator[Flag]:
    profile = season.profile
    places = set(profile.strength.place.values()) - {HOME}
    week = sum(free.minutes for free in profile.strength.minutes.values())
    told: dict[Flag, bool] = {
        "body_mass": profile.athlete.body_kg is not None,
        "gains_muscle_quickly": profile.athlete.gains_muscle_quickly,
        "desk_work": "desk_work" in profile.athlete.goals,
        "home_only": not places,
        "has_gym": bool(places),
        "any_current_injury": bool(profile.injuries.current),
        "any_prone_injury": bool(profile.injuries.prone),
        "short_of_time": week < SHORT_MIN,
        "high_mileage_weeks": "high" in season.running.values(),
        "cutback_weeks": "cut_back" in season.running.values(),
        "lifts_given": bool(profile.lifts),
        "lifts_not_given": not profile.lifts,
    }
    yield from (flag for flag, there in told.items() if there)
