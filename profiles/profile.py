"""The profile of a runner, validated. Units: minutes, kilometres, dates."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from profiles.equipment import Equipment
from profiles.exercise import Exercise, Experience, Injury, catalogue
from profiles.kit import Kit, Masses
from profiles.lift import Lift
from profiles.opening import Opening
from profiles.pin import Pin, Slot
from profiles.run import DayRuns, Run
from profiles.span import Span
from profiles.written import unknown

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Priority = Literal["A", "B", "C"]
Distance = Literal["5k", "10k", "half", "marathon", "ultra"]
KM: Final[dict[Distance, float]] = {"5k": 5.0, "10k": 10.0, "half": 21.1, "marathon": 42.2, "ultra": 50.0}
WEEKS: Final = (4, 104)
HOME: Final = "home"
Goal = Literal[
    "hills", "downhill", "trail", "sprint_finish", "posture", "desk_work", "late_glutes", "knee_drive",
    "sloped_roads", "rough_ground",
]  # fmt: skip


def _exercise(name: str) -> str:
    if name not in catalogue():
        raise unknown("exercise", name, tuple(catalogue()))
    return name


def _lifted(name: str) -> str:
    """The key of a lift: an exercise's id, or the plural of one that is done with bodyweight alone."""
    return name if name in plurals() else _exercise(name)


def plurals() -> dict[str, str]:
    """Ids of bodyweight exercises, by their plural."""
    return {f"{name}s": name for name, exercise in catalogue().items() if _repeated(exercise)}


def _repeated(exercise: Exercise) -> bool:
    """Whether what a runner can do of it is a number of reps."""
    return not exercise.loads and exercise.hold_s is None and exercise.use in ("main", "rehab")


class _InCatalogue:
    """The JSON Schema of an exercise; the catalogue is read only when it is asked for."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "enum": list(catalogue())}


def _no_number(value: object) -> object:
    """Reject numbers, which pydantic would read as seconds since 1970."""
    if isinstance(value, int | float):
        raise ValueError(f"{value!r} is no date; write it as 2027-05-02")  # noqa: TRY004  # pydantic turns it into its own
    return value


Date = Annotated[dt.date, BeforeValidator(_no_number)]


class _Lifted:
    """The JSON Schema of the key of a lift."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "enum": [*catalogue(), *plurals()]}


ExerciseId = Annotated[str, AfterValidator(_exercise), _InCatalogue()]
LiftId = Annotated[str, AfterValidator(_lifted), _Lifted()]


class Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Athlete(Table):
    name: str = Field(min_length=1, description="how the plan addresses the runner")
    experience: Experience = Field(description="of lifting: beginner, intermediate or advanced")
    strength_weeks: int = Field(
        default=0, strict=True, ge=0, le=2000, description="weeks of regular strength work behind them"
    )
    body_kg: float | None = Field(
        default=None,
        strict=True,
        ge=25,
        le=250,
        description="body mass, for loads of lifts that carry it and the note on protein",
    )
    goals: tuple[Goal, ...] = Field(default=(), description="what the running asks of the body: terrain, finish, work")
    gains_muscle_quickly: bool = Field(
        default=False, strict=True, description="puts on muscle faster than a runner wants"
    )


class SeasonTable(Table):
    start: Date = Field(description="first day of the plan; any weekday")
    weeks: int | None = Field(
        default=None,
        strict=True,
        ge=WEEKS[0],
        le=WEEKS[1],
        description="length; left out: up to and with the week of the last race",
    )
    doctrine: str = Field(default="reconciled", description="whose rules to follow")


class Race(Table):
    name: str = Field(min_length=1)
    date: Date
    distance: Distance | None = None
    km: float | None = Field(default=None, strict=True, gt=0, le=500, description="instead of a named distance")
    priority: Priority = Field(default="A", description="A: the season is built for it; C: just run it")

    @model_validator(mode="after")
    def _one_length(self) -> Race:
        if (self.distance is None) == (self.km is None):
            raise ValueError("a race has either a distance (5k, 10k, half, marathon, ultra) or its km")
        return self

    @property
    def length_km(self) -> float:
        return self.km if self.km is not None else KM[self.distance]  # type: ignore[index]  # one of them is given


class Runs(Table):
    """The typical week, and exceptions by date: `rest`, `easy 45`, `tempo 55 pm`, `easy 30 am + hills 50 pm`."""

    mon: DayRuns = DayRuns()
    tue: DayRuns = DayRuns()
    wed: DayRuns = DayRuns()
    thu: DayRuns = DayRuns()
    fri: DayRuns = DayRuns()
    sat: DayRuns = DayRuns()
    sun: DayRuns = DayRuns()
    on: dict[dt.date, DayRuns] = Field(default={}, description="exceptions, by date")

    def at(self, date: dt.date) -> tuple[Run, ...]:
        """The runs of a date, first to last."""
        said: DayRuns = self.on.get(date, getattr(self, WEEKDAYS[date.weekday()]))
        return said.runs


class Strength(Table):
    minutes: dict[Weekday, Opening] = Field(description="free for strength; a weekday left out has none")
    on: dict[dt.date, Opening] = Field(default={}, description="free minutes on single dates, instead")
    place: dict[Weekday, str] = Field(default={}, description="where; a weekday left out is at home")
    away: tuple[Span, ...] = Field(default=(), description="days without any strength, first and last included")
    at_least: int | None = Field(
        default=None, ge=1, le=3, description="sessions a week you insist on in base and build"
    )
    want: int | None = Field(
        default=None, ge=1, le=3, description="sessions a week you wish for in base and build, where days allow"
    )
    pins: tuple[Pin, ...] = Field(default=(), description="sessions you insist on: a date, or a date and a letter")
    down: tuple[Date, ...] = Field(default=(), description="any date of a week to take lightly, as after an illness")
    templates: dict[Slot, str] = Field(default={}, description="template a session starts from, by its letter")

    def at(self, date: dt.date) -> Opening:
        """The free minutes of a date."""
        return self.on.get(date, self._usual(date))

    def _usual(self, date: dt.date) -> Opening:
        return self.minutes.get(WEEKDAYS[date.weekday()], Opening(0))

    def shortened(self, date: dt.date) -> bool:
        """Whether a date has less free time than its weekday usually has."""
        return self.at(date).minutes < self._usual(date).minutes

    def away_on(self, date: dt.date) -> bool:
        return any(date in span for span in self.away)

    def place_at(self, date: dt.date) -> str:
        return self.place.get(WEEKDAYS[date.weekday()], HOME)


class Place(Table):
    equipment: tuple[Kit, ...] = Field(default=(), description="what is there; kilograms may follow")
    travel_min: int = Field(
        default=0, strict=True, ge=0, le=180, description="there and back; comes out of the free minutes"
    )
    jumps: bool = Field(default=True, strict=True, description="false where neighbours or the floor forbid them")
    heavy: bool = Field(
        default=True, strict=True, description="false where nothing catches a heavy bar: no rack pins, no spotter"
    )

    @cached_property
    def items(self) -> frozenset[Equipment]:
        """The items of equipment without their masses."""
        return frozenset(kit.item for kit in self.equipment)

    def masses(self, item: str) -> tuple[Masses, ...]:
        """The masses of an item in the profile; empty if it gives none."""
        return tuple(masses for kit in self.equipment if kit.item == item for masses in kit.masses)


class Injuries(Table):
    prone: tuple[Injury, ...] = Field(default=(), description="had before: adds what prevents it")
    current: tuple[Injury, ...] = Field(default=(), description="have now: leaves out what harms, grades the load")

    def spared_by(self, exercise: str) -> bool:
        """Whether an exercise harms no current injury."""
        return set(catalogue()[exercise].harms).isdisjoint(self.current)

    def held_first(self, exercise: str) -> bool:
        """Whether an exercise moves a part that is sore now, which takes holds first."""
        entry = catalogue()[exercise]
        return entry.moves and any(entry.loads_part(injury) for injury in self.current)


class Preferences(Table):
    favour: tuple[ExerciseId, ...] = Field(default=(), description="liked: chosen where it costs nothing")
    avoid: tuple[ExerciseId, ...] = Field(default=(), description="disliked: chosen only where it is worth it")
    exclude: tuple[ExerciseId, ...] = Field(default=(), description="never")

    @property
    def unwanted(self) -> frozenset[str]:
        """What is not proposed, and no drill of a warm-up, a cooldown or a routine."""
        return frozenset(self.avoid + self.exclude)


class AddonsTable(Table):
    mobility: bool = Field(default=True, strict=True, description="one mobility session a week")
    tests: bool = Field(default=True, strict=True, description="push-ups, plank and single-leg squats, every few weeks")
    prehab: bool = Field(default=False, strict=True, description="a prehab circuit about twice a week")
    micro: bool = Field(default=False, strict=True, description="ten minutes of bodyweight work after two runs a week")
    activation: bool = Field(default=False, strict=True, description="an activation circuit before hard and long runs")
    daily_mobility: bool = Field(default=False, strict=True, description="a mobility routine every day")


class Profile(Table):
    """One runner's season, as written in `profiles/*.toml`."""

    athlete: Athlete
    season: SeasonTable
    races: tuple[Race, ...] = ()
    runs: Runs = Runs()
    strength: Strength
    places: dict[str, Place] = Field(default={}, description="equipment by place; home may be left out")
    lifts: dict[LiftId, Lift] = Field(
        default={},
        description="one-rep maximum in kg, or a recent set: 100 or '80 x 5 @ 2'; of bodyweight work the most reps: "
        "push_ups = 12",
    )
    addons: AddonsTable = AddonsTable()
    injuries: Injuries = Injuries()
    preferences: Preferences = Preferences()
    rules: dict[str, dict[str, Any]] = Field(default={}, description="numbers of rules that this runner overrides")

    @property
    def digest(self) -> str:
        """A hash that is equal for profiles with equal values, however their files are written."""
        said = json.dumps(self.model_dump(mode="json", exclude_defaults=True), sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def last_day(self) -> dt.date:
        """The season's last day: a Sunday, or the last day of the weeks asked for."""
        start = self.season.start
        if self.season.weeks is not None:
            return start + dt.timedelta(weeks=self.season.weeks, days=-1)
        race = max(race.date for race in self.races)
        return race + dt.timedelta(days=6 - race.weekday())

    @property
    def weeks(self) -> int:
        """The season's length in weeks; a part of a week counts as one."""
        return (self.last_day - self.season.start).days // 7 + 1

    def lift(self, exercise: str) -> Lift | None:
        """What was lifted of an exercise that can be loaded; None where the profile does not say."""
        return self.lifts.get(exercise) if catalogue()[exercise].loads else None

    def most_reps(self, exercise: str) -> int | None:
        """The most reps of bodyweight work; None where the profile does not say."""
        lift = self.lifts.get(exercise) or self.lifts.get(f"{exercise}s")
        return int(lift.kg) if lift and _repeated(catalogue()[exercise]) else None

    def place_named(self, name: str) -> Place:
        return self.places.get(name, Place())

    def room_min(self, date: dt.date) -> int:
        """The free minutes of a date, the way to its place and back taken off."""
        return self.strength.at(date).minutes - self.place_named(self.strength.place_at(date)).travel_min
