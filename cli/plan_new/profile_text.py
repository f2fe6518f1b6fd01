"""Writes a new profile as text. Comments explain each table; unused tables and keys are commented out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final, get_args

from profiles.equipment import EQUIPMENT
from profiles.exercise import LEVELS, Injury
from profiles.profile import HOME, KM, WEEKDAYS, WEEKS, AddonsTable, Goal
from profiles.run import KINDS

GYM: Final = "gym"
STANDARD: Final[Mapping[str, tuple[str, ...]]] = {
    HOME: ("mat",),
    GYM: ("barbell", "rack", "bench", "box", "cable", "dumbbells", "pull-up bar", "step"),
}
"""Default equipment of a place."""

_NOTE_COLUMN: Final = 36
_WIDTH: Final = 110


@dataclass(frozen=True)
class Answers:
    """The values of a new profile, spelled as in the file."""

    name: str
    experience: str
    strength_weeks: int
    start: dt.date
    weeks: int | None
    races: Sequence[Mapping[str, Any]]
    runs: Mapping[str, str]
    minutes: Mapping[str, int | str]
    place: Mapping[str, str]
    equipment: Mapping[str, Sequence[str]]
    prone: Sequence[str]
    current: Sequence[str]
    doctrine: str

    def after(self, days: int) -> dt.date:
        """A date of the season for an example; the calendar ends in the year 9999."""
        return dt.date.fromordinal(min(self.start.toordinal() + days, dt.date.max.toordinal()))


def profile_text(said: Answers, *, schema: bool) -> str:
    """The profile as valid TOML; with `schema`, editors are told to use the schema in the same folder."""
    top = ["#:schema ./profile.schema.json"] if schema else []
    top.append("# A profile for plan-solve. Change what you like; take away a # to use the key or table behind it.")
    tables = (
        _athlete(said), _season(said), _races(said), _runs(said), _strength(said), _places(said), _lifts(),
        _addons(), _injuries(said), _preferences(), _rules(),
    )  # fmt: skip
    return "\n\n".join(["\n".join(top), *("\n".join(table).strip() for table in tables)]) + "\n"


def _athlete(said: Answers) -> Iterator[str]:
    yield "[athlete]"
    yield _line("name", said.name)
    yield _line("experience", said.experience, f"of lifting: {', '.join(LEVELS)}")
    yield _line("strength_weeks", said.strength_weeks, "weeks of regular strength work behind you")
    yield _line("goals", ["hills"], f"of your running: {', '.join(get_args(Goal)[:5])}, ...", off=True)
    yield _line("body_kg", 65, "body mass: loads of step-ups and lunges count a part of it", off=True)
    yield _line("gains_muscle_quickly", True, "leaves out the sets that build the most muscle", off=True)


def _season(said: Answers) -> Iterator[str]:
    yield "[season]"
    yield _line("start", said.start, "the first day; any weekday")
    weeks = f"the length, {WEEKS[0]} to {WEEKS[1]}; left out: up to the week of the last race"
    if said.weeks is None:
        last = max(race["date"] for race in said.races)
        yield _line("weeks", max(WEEKS[0], (last - said.start).days // 7 + 1), weeks, off=True)
    else:
        yield _line("weeks", said.weeks, weeks)
    yield _line("doctrine", said.doctrine, "whose rules to follow; plan-rules --doctrines lists them")


def _races(said: Answers) -> Iterator[str]:
    example = {"name": "Spring Marathon", "date": said.after(27), "distance": "marathon", "priority": "B"}
    notes = {
        "distance": f"{', '.join(KM)}; or instead km = 25.0",
        "km": f"or instead distance = {', '.join(KM)}",
        "priority": "A: the season is built for it; B: a few calm days before; C: just run it",
    }
    for race in said.races or (example,):
        yield "[[races]]" if said.races else _off("[[races]]")
        yield from (_line(key, value, notes.get(key), off=not said.races) for key, value in race.items())
        yield ""


def _runs(said: Answers) -> Iterator[str]:
    yield '# The typical week: "rest", or a kind and minutes: "tempo 55", "tempo 55 pm", "easy 30 am + hills 50 pm".'
    yield from _words("Kinds", KINDS)
    yield "[runs]"
    for weekday, runs in (dict.fromkeys(WEEKDAYS, "rest") | dict(said.runs)).items():
        yield _line(weekday, runs)
    yield ""
    yield _off("[runs.on]")
    yield _line(said.after(8).isoformat(), "rest", "exceptions, by date", off=True)


def _strength(said: Answers) -> Iterator[str]:
    yield "[strength]"
    yield _line("minutes", said.minutes, 'free for strength, 0 to 240, such as 45 or "45 pm"; left out: none')
    yield _line("place", said.place or {"tue": GYM}, "where; left out: at home", off=not said.place)
    yield _line("away", [f"{said.after(14)}/{said.after(18)}"], "days without any strength", off=True)
    yield _line("at_least", 2, "sessions a week you insist on, 1 to 3", off=True)
    yield _line("want", min(3, len(said.minutes)), "sessions a week you wish for, where days allow", off=True)
    yield _line("pins", [f"{said.after(9)} A"], "sessions you insist on: a date, and a letter if you like", off=True)
    yield _line("down", [str(said.after(21))], "weeks to take lightly: any of their dates", off=True)
    yield _line("templates", {"A": "gym_lower"}, "a guide's session to start from, by letter", off=True)
    yield ""
    yield _off("[strength.on]")
    yield _line(said.after(10).isoformat(), 0, "minutes on single dates, instead", off=True)


def _places(said: Answers) -> Iterator[str]:
    from profiles.writing.toml_text import toml_key

    yield '# What is there; kilograms may follow: "kettlebell 12, 16". A floor needs no word, and home may be left out.'
    yield from _words("Words", EQUIPMENT)
    for place, equipment in said.equipment.items():
        yield f"[places.{toml_key(place)}]"
        yield _line("equipment", equipment)
        yield _line("travel_min", 20, "there and back; comes out of the free minutes", off=True)
        yield _line("jumps", False, "where neighbours or the floor forbid them", off=True)
        yield _line("heavy", False, "where nothing catches a heavy bar", off=True)
        yield ""
    if GYM not in said.equipment:
        yield _off(f"[places.{GYM}]")
        yield _line("equipment", STANDARD[GYM], off=True)
        yield ""


def _lifts() -> Iterator[str]:
    yield _off("[lifts]")
    yield _line("deadlift", "80 x 5 @ 2", "a recent set: kilograms x reps @ reps in reserve", off=True)
    yield _line("back_squat", 90, "or a one-rep maximum; loads in kg follow from it", off=True)
    yield _line("push_ups", 12, "of bodyweight work the most reps in one set", off=True)


def _addons() -> Iterator[str]:
    yield "[addons]"
    for name, field in AddonsTable.model_fields.items():
        yield _line(name, field.default, field.description)


def _injuries(said: Answers) -> Iterator[str]:
    yield from _words("Words", get_args(Injury))
    yield "[injuries]"
    yield _line("prone", said.prone, "had before: adds what prevents it")
    yield _line("current", said.current, "have now: leaves out what harms, grades the load")


def _preferences() -> Iterator[str]:
    yield _off("[preferences]")
    yield _line("favour", ["step_up"], "liked; the names are the keys of profiles/catalogue/exercises.toml", off=True)
    yield _line("avoid", ["box_jump"], "chosen only where it is worth it", off=True)
    yield _line("exclude", ["nordic_curl"], "never", off=True)


def _rules() -> Iterator[str]:
    yield _off("[rules.chill_day_every_week]")
    yield _line("days", 2, "any number of a rule; plan-rules NAME shows what is allowed", off=True)


def _off(line: str) -> str:
    return f"# {line}"


def _words(title: str, words: Sequence[str]) -> Iterator[str]:
    yield from (_off(line) for line in wrap(f"{title}: {', '.join(words)}.", _WIDTH))


def _line(key: str, value: object, note: str | None = None, *, off: bool = False) -> str:
    from profiles.writing.toml_text import toml_key, toml_value

    line = f"{'# ' if off else ''}{toml_key(key)} = {toml_value(value)}"
    return f"{line:<{_NOTE_COLUMN}} # {note}" if note else line
