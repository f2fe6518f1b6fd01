"""A runner's profile: everything they say, checked against the vocabulary. Units: minutes, kilometres, dates."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from profiles.equipment import EQUIPMENT, HEAVIEST_KG
from profiles.exercise import Experience, Injury, catalogue
from profiles.run import KINDS, Half, Run, UnknownKind, read_runs

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Priority = Literal["A", "B", "C"]
Distance = Literal["5k", "10k", "half", "marathon", "ultra"]
KM: Final[dict[Distance, float]] = {"5k": 5.0, "10k": 10.0, "half": 21.1, "marathon": 42.2, "ultra": 50.0}
Slot = Literal["A", "B", "C"]
SLOTS: Final[tuple[Slot, ...]] = ("A", "B", "C")
WEEKS: Final = (4, 104)
Goal = Literal[
    "hills", "downhill", "trail", "sprint_finish", "posture", "desk_work", "late_glutes", "knee_drive",
    "sloped_roads", "rough_ground",
]  # fmt: skip

_OPENING = re.compile(r"(?P<minutes>\d+)(\s+(?P<half>am|pm))?")
_KG = r"(?!0+(\.0+)?(?![\d.]))\d+(\.\d+)?"
_MASS = rf"{_KG}(\s*-\s*{_KG})?"
_MASSES = re.compile(rf"{_MASS}((\s*[,/]\s*|\s+){_MASS})*")
_LIFT = re.compile(r"(?P<kg>\d+(\.\d+)?)(\s*x\s*(?P<reps>\d+)(\s*@\s*(?P<reserve>\d+))?)?")
_PIN = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(\s+(?P<slot>[A-Z]))?")
_ITEM = re.compile(r"(?P<item>[a-z][a-z \-]*[a-z])(\s+(?P<kg>\d[\d.,/ -]*))?")


def unknown(what: str, found: str, allowed: tuple[str, ...]) -> PydanticCustomError:
    """The error for a word outside a vocabulary; the loader adds the nearest right spelling."""
    return PydanticCustomError(
        "unknown_word", "unknown {what} '{found}'", {"what": what, "found": found, "allowed": allowed}
    )


def _runs(text: str) -> str:
    try:
        read_runs(text)
    except UnknownKind as kind:
        raise unknown("kind of run", str(kind), ("rest", *KINDS)) from None
    return text


def _opening(value: int | str) -> int | str:
    match = _OPENING.fullmatch(str(value))
    if match is None:
        raise ValueError(f"{value!r} is no length of time; write minutes, with am or pm if it matters: 45 or '45 pm'")
    if not 0 <= int(match["minutes"]) <= 240:
        raise ValueError(f"{match['minutes']} minutes of strength in a day; allowed are 0 to 240")
    return value


def _exercise(name: str) -> str:
    if name not in catalogue():
        raise unknown("exercise", name, tuple(catalogue()))
    return name


def _equipment(text: str) -> str:
    item = max((item for item in EQUIPMENT if text.startswith(item)), key=len, default="")
    kg = text.removeprefix(item)
    if not item or (kg and not re.match(r"\s|\d", kg)):
        raise unknown("equipment", text, EQUIPMENT)
    kg = kg.strip()
    if kg and not (_ITEM.fullmatch(text) and _MASSES.fullmatch(kg)):
        raise ValueError(
            f"{kg!r} are no kilograms; write one mass, several, or a range: '{item} 16', or 12/16/24, or 2-20"
        )
    if any(float(mass) > HEAVIEST_KG for mass in re.findall(r"\d+(?:\.\d+)?", kg)):
        raise ValueError(f"{kg!r} kilograms are more than anyone lifts; allowed are masses up to {HEAVIEST_KG:g}")
    return text


def _no_number(value: object) -> object:
    """Pydantic would read a number as a date after 1970."""
    if isinstance(value, int | float):
        raise ValueError(f"{value!r} is no date; write it as 2027-05-02")  # noqa: TRY004  # pydantic turns it into its own
    return value


def _no_flag(value: object) -> object:
    """A flag is a whole number to Python, not to people."""
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is no length of time; write minutes")  # noqa: TRY004  # pydantic turns it into its own
    return value


def _span(text: str) -> str:
    first, last = read_span(text)
    if last < first:
        raise ValueError(f"{text!r} ends before it begins")
    return text


def _pin(text: str) -> str:
    match = _PIN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no pin; write a date and, if you like, a session's letter: '2027-02-09 A'")
    try:
        dt.date.fromisoformat(match["date"])
    except ValueError:
        raise ValueError(f"{text!r}: the date {match['date']} does not exist") from None
    if match["slot"] and match["slot"] not in SLOTS:
        raise unknown("session letter", match["slot"], SLOTS)
    return text


def _lift(value: object) -> object:
    said = isinstance(value, int | float | str) and not isinstance(value, bool)  # a flag is a whole number to Python
    match = _LIFT.fullmatch(str(value).strip()) if said else None
    if match is None:
        found = repr(value) if said else "what stands here"
        raise ValueError(
            f"{found} is no lift; write a one-rep maximum in kg, or a recent set: 100 or '80 x 5 @ 2' "
            "(kilograms x reps @ reps in reserve)"
        )
    if not 1 <= float(match["kg"]) <= 500:
        raise ValueError(f"a lift of {match['kg']} kg; allowed are 1 to 500")
    if not 1 <= int(match["reps"] or 1) <= 20 or int(match["reserve"] or 0) > 10:
        raise ValueError(f"{value!r}: an estimate needs a set of 1 to 20 reps with 0 to 10 in reserve")
    return value


RunsText = Annotated[str, AfterValidator(_runs)]
OpeningText = Annotated[int | str, BeforeValidator(_no_flag), AfterValidator(_opening)]
LiftText = Annotated[float | str, BeforeValidator(_lift)]
Date = Annotated[dt.date, BeforeValidator(_no_number)]
ExerciseId = Annotated[str, AfterValidator(_exercise)]
EquipmentText = Annotated[str, AfterValidator(_equipment)]
SpanText = Annotated[str, AfterValidator(_span)]
PinText = Annotated[str, AfterValidator(_pin)]


@dataclass(frozen=True)
class Lift:
    """What was lifted: kilograms, reps, and the reps that were left."""

    kg: float
    reps: int
    reserve: int


def read_lift(text: float | str) -> Lift:
    """`100` is a single with nothing in reserve; `80 x 5 @ 2` five reps of which two more were there."""
    kg, _, reps = str(text).partition("x")
    done, _, left = reps.partition("@")
    return Lift(float(kg), int(done or 1), int(left or 0))


def read_span(text: str) -> tuple[dt.date, dt.date]:
    """Days from a date or `first/last`, both included."""
    first, _, last = text.partition("/")
    try:
        return dt.date.fromisoformat(first.strip()), dt.date.fromisoformat((last or first).strip())
    except ValueError:
        raise ValueError(f"{text!r} is no span of days; write '2027-03-08' or '2027-03-08/2027-03-12'") from None


class Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Athlete(Table):
    name: str = Field(min_length=1, description="how the plan addresses the runner")
    experience: Experience = Field(description="of lifting: beginner, intermediate or advanced")
    strength_weeks: int = Field(
        default=0, strict=True, ge=0, le=2000, description="weeks of regular strength work behind them"
    )
    body_kg: float | None = Field(
        default=None, strict=True, ge=25, le=250, description="body mass, for the note on protein"
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

    mon: RunsText = "rest"
    tue: RunsText = "rest"
    wed: RunsText = "rest"
    thu: RunsText = "rest"
    fri: RunsText = "rest"
    sat: RunsText = "rest"
    sun: RunsText = "rest"
    on: dict[dt.date, RunsText] = Field(default={}, description="exceptions, by date")

    def at(self, date: dt.date) -> tuple[Run, ...]:
        """The runs of a date, first to last."""
        return read_runs(self.on.get(date) or getattr(self, WEEKDAYS[date.weekday()]))


class Strength(Table):
    minutes: dict[Weekday, OpeningText] = Field(description="free for strength; a weekday left out has none")
    on: dict[dt.date, OpeningText] = Field(default={}, description="free minutes on single dates, instead")
    place: dict[Weekday, str] = Field(default={}, description="where; a weekday left out is at home")
    away: tuple[SpanText, ...] = Field(default=(), description="days without any strength, first and last included")
    at_least: int | None = Field(
        default=None, ge=1, le=3, description="sessions a week you insist on in base and build"
    )
    pins: tuple[PinText, ...] = Field(default=(), description="sessions you insist on: a date, or a date and a letter")
    down: tuple[Date, ...] = Field(default=(), description="any date of a week to take lightly, as after an illness")
    templates: dict[Slot, str] = Field(default={}, description="template a session starts from, by its letter")

    def at(self, date: dt.date) -> tuple[int, Half | None]:
        """Minutes free on a date and the half of the day they are in, if that was said."""
        minutes, _, half = str(self.on.get(date, self.minutes.get(WEEKDAYS[date.weekday()], 0))).partition(" ")
        return int(minutes), half.strip() or None  # type: ignore[return-value]  # it was validated to be am or pm

    def away_on(self, date: dt.date) -> bool:
        return any(first <= date <= last for first, last in map(read_span, self.away))

    def place_at(self, date: dt.date) -> str:
        return self.place.get(WEEKDAYS[date.weekday()], HOME)


HOME: Final = "home"


class Place(Table):
    equipment: tuple[EquipmentText, ...] = Field(default=(), description="what is there; kilograms may follow")
    travel_min: int = Field(
        default=0, strict=True, ge=0, le=180, description="there and back; comes out of the free minutes"
    )
    jumps: bool = Field(default=True, strict=True, description="false where neighbours or the floor forbid them")
    heavy: bool = Field(
        default=True, strict=True, description="false where nothing catches a heavy bar: no rack pins, no spotter"
    )

    @cached_property
    def items(self) -> frozenset[str]:
        """The equipment without its kilograms."""
        return frozenset(match["item"] for text in self.equipment if (match := _ITEM.fullmatch(text)))

    def kilograms(self, item: str) -> str:
        """What the profile says about the masses of an item, as it is written there; empty if nothing."""
        found = (match["kg"] for text in self.equipment if (match := _ITEM.fullmatch(text)) and match["item"] == item)
        return ", ".join(kg.strip() for kg in found if kg)


class Injuries(Table):
    prone: tuple[Injury, ...] = Field(default=(), description="had before: adds what prevents it")
    current: tuple[Injury, ...] = Field(default=(), description="have now: leaves out what harms, grades the load")

    def spared_by(self, exercise: str) -> bool:
        """Whether an exercise leaves every current injury alone."""
        return set(catalogue()[exercise].harms).isdisjoint(self.current)


class Preferences(Table):
    favour: tuple[ExerciseId, ...] = Field(default=(), description="liked: chosen where it costs nothing")
    avoid: tuple[ExerciseId, ...] = Field(default=(), description="disliked: chosen only where it is worth it")
    exclude: tuple[ExerciseId, ...] = Field(default=(), description="never")


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
    lifts: dict[ExerciseId, LiftText] = Field(
        default={}, description="one-rep maximum in kg, or a recent set: 100 or '80 x 5 @ 2'"
    )
    addons: AddonsTable = AddonsTable()
    injuries: Injuries = Injuries()
    preferences: Preferences = Preferences()
    rules: dict[str, dict[str, Any]] = Field(default={}, description="numbers of rules that this runner overrides")

    @property
    def digest(self) -> str:
        """Equal for profiles that say the same, however their files are written."""
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
        """The season's length; a part of a week counts as one."""
        return (self.last_day - self.season.start).days // 7 + 1

    def place_named(self, name: str) -> Place:
        return self.places.get(name, Place())
