"""The questions of plan-new: how each answer is parsed, and whether the answers make a valid profile."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from cli.plan_new.profile_text import STANDARD, Answers, profile_text
from profiles.exercise import LEVELS, Injury
from profiles.profile import HOME, KM, WEEKDAYS, WEEKS
from profiles.run import KINDS

if TYPE_CHECKING:
    from profiles.reading.problems import Problem

NONE: Final = "none"
NEXT_MONDAY: Final = "next monday"

_RACE: Final = re.compile(
    r"(?P<name>.+),(?P<date>\s*\d[^,]*-[^,]*),(?P<length>[^,]*)(,(?P<priority>[^,]*))?", re.DOTALL
)
_KM: Final = re.compile(r"(\d{1,5}(?:\.\d{1,5})?)(?:\s*km)?")


@dataclass(frozen=True)
class Question:
    """One question, answered by an option or on the terminal; the profile's types validate the answer."""

    field: str
    option: str
    shape: str
    hint: str
    read: Callable[[str], Any]
    default: str = NONE
    label: str = ""
    words: Callable[[], Sequence[str]] = tuple
    many: bool = False

    @property
    def sentence(self) -> str:
        return f"{self.hint[0].upper()}{self.hint[1:]}."

    def parse(self, text: str) -> Any:
        """Parse an answer. Raises BadParameter that says what is wanted."""
        try:
            text = text.encode(errors="surrogateescape").decode()  # in the C locale UTF-8 arrives as surrogates
            answer = self.read(text.strip())
        except UnicodeError:
            raise click.BadParameter("it holds bytes that are no UTF-8 text") from None
        except ValueError as error:
            raise click.BadParameter(str(error)) from None
        if wrong := list(misfits(text_of({self.field: answer}))):
            raise click.BadParameter("\n".join(wrong))
        return answer

    def complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
        before, comma, word = incomplete.rpartition(",")
        return [f"{before}{comma}{each}" for each in self.words() if each.startswith(word)]


def _number(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,9}", text):
        raise ValueError(f"found {text!r}, wanted a whole number")
    return int(text)


def _date(text: str) -> dt.date:
    if text == NEXT_MONDAY:
        return monday_after(dt.datetime.now().astimezone().date())
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(f"{text!r} is no date; write it as 2027-05-02")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"the date {text} does not exist") from None


def monday_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=7 - day.weekday())


def _parts(text: str) -> list[str]:
    """Split at commas, except before a number of kilograms: `kettlebell 12, 16` is one item."""
    return [] if text == NONE else [part.strip() for part in re.split(r",(?!\s*\d)", text) if part.strip()]


def _list(text: str) -> tuple[str, ...]:
    return tuple(_parts(text.lower()))


def _week(text: str) -> dict[str, str]:
    """Parse values by weekday: `tue=easy 40, sun=long 80`."""
    said: dict[str, str] = {}
    for part in _parts(text):
        weekday, _, what = (piece.strip() for piece in part.partition("="))
        if not weekday or not what:
            raise ValueError(f"{part!r} should be a weekday, = and what is on it, such as {WEEKDAYS[1]}=...")
        if weekday.lower() in said:
            raise ValueError(f"{weekday.lower()} is duplicated")
        said[weekday.lower()] = what
    return said


def _runs(text: str) -> dict[str, str]:
    return _week(text.lower())


def _minutes(text: str) -> dict[str, int | str]:
    return {weekday: int(what) if re.fullmatch(r"\d{1,9}", what) else what for weekday, what in _runs(text).items()}


def _equipment(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Parse a place and its equipment: `home=mat, loop band`."""
    place, equals, items = (piece.strip() for piece in text.rpartition("="))
    if not equals or not place:
        raise ValueError(f"{text!r} should be a place, = and what is there, such as home=mat,loop band")
    return ((place, _list(items)),)


def _race(text: str) -> tuple[dict[str, Any], ...]:
    """Parse one race, or none."""
    if text == NONE:
        return ()
    race = _RACE.fullmatch(text)
    if race is None:
        raise ValueError(
            f"{text!r} should be name,date,distance,priority, such as Spring Marathon,2027-05-02,marathon,A"
        )
    length = race["length"].strip().lower()
    km = _KM.fullmatch(length)
    reach = {"km": float(km[1])} if km else {"distance": length}
    priority = (race["priority"] or "A").strip().upper()
    return ({"name": race["name"].strip(), "date": _date(race["date"].strip()), **reach, "priority": priority},)


def _doctrines() -> tuple[str, ...]:
    from constraints.knowledge.doctrine import doctrine_names

    return doctrine_names()


def _doctrine(name: str) -> str:
    from profiles.reading.layers import Layers
    from profiles.reading.problems import problem_at

    if name not in _doctrines():
        raise ValueError(_shown(problem_at(Layers.of("", ""), (), f"unknown doctrine {name!r}", name, _doctrines())))
    return name


def _injuries() -> tuple[str, ...]:
    return get_args(Injury)


_INJURIES: Final = f"{', '.join(get_args(Injury))}, or none"

QUESTIONS: Final = (
    Question("name", "--name", "TEXT", "how the plan addresses you", str, "Runner", "Name"),
    Question("experience", "--experience", f"[{'|'.join(LEVELS)}]", f"experience of lifting: {', '.join(LEVELS)}",
             str.lower, "intermediate", "Experience", lambda: LEVELS),
    Question("strength_weeks", "--strength-weeks", "N", "weeks of regular strength work behind you, 0 if none",
             _number, "0", "Weeks of strength"),
    Question("start", "--start", "DATE", "first day of the plan, such as 2027-01-04; any weekday",
             lambda text: _date(text.lower()), NEXT_MONDAY, "Start", lambda: (NEXT_MONDAY,)),
    Question("races", "--race", "NAME,DATE,DISTANCE[,PRIORITY]",
             f"a race such as Spring Half,2027-05-02,half,A; distances: {', '.join(KM)}, 25 km; priorities: A, B, C",
             _race, label="Race", many=True),
    Question("weeks", "--weeks", "N", f"length without a race, {WEEKS[0]} to {WEEKS[1]}; with one it may be left out",
             _number, "12", "Weeks"),
    Question("runs", "--runs", "DAY=KIND MINUTES,...",
             f"the typical week, such as tue=intervals 60 am,sun=long 110; kinds: {', '.join(KINDS)}",
             _runs, "tue=tempo 45,thu=easy 45,sun=long 80", "Runs"),
    Question("minutes", "--minutes", "DAY=MINUTES,...", "free for strength, such as mon=45,fri=40 pm; 0 to 240 a day",
             _minutes, "tue=40,fri=40", "Minutes"),
    Question("place", "--place", "DAY=PLACE,...", "where strength is, such as tue=gym; weekdays left out: at home",
             _week, label="Place"),
    Question("equipment", "--equipment", "PLACE=THING,...",
             "what is there, such as mat,loop band,kettlebell 16 (kilograms may follow), or none",
             _equipment, label="Equipment", many=True),
    Question("current", "--current", "INJURY,...", f"injuries you have now: {_INJURIES}",
             _list, label="Injured now", words=_injuries, many=True),
    Question("prone", "--prone", "INJURY,...", f"injuries you had before: {_INJURIES}",
             _list, label="Prone to", words=_injuries, many=True),
    Question("doctrine", "--doctrine", "NAME", "whose rules to follow; plan-rules --doctrines lists them",
             _doctrine, "reconciled", words=_doctrines),
)  # fmt: skip


def places(said: Mapping[str, Any]) -> Sequence[str]:
    return tuple(dict.fromkeys((HOME, *said.get("place", {}).values())))


def text_of(said: Mapping[str, Any], *, schema: bool = False) -> str:
    """The profile of these answers, with defaults for the rest."""
    whole = {asked.field: asked.read(asked.default) for asked in QUESTIONS if asked.field not in {"equipment", *said}}
    whole |= said
    if whole["races"] and "weeks" not in said:
        whole["weeks"] = None
    equipment: dict[str, tuple[str, ...]] = {}
    for place, items in said.get("equipment", [(place, STANDARD.get(place, ())) for place in places(said)]):
        equipment[place] = equipment.get(place, ()) + items
    return profile_text(Answers(**{**whole, "equipment": equipment}), schema=schema)


def misfits(text: str) -> Iterator[str]:
    """Problems of single answers."""
    import tomllib

    from pydantic import ValidationError

    from profiles.profile import Profile
    from profiles.reading.layers import Layers
    from profiles.reading.pydantic_errors import explain

    try:
        Profile.model_validate(tomllib.loads(text))
    except ValidationError as error:
        yield from map(_shown, explain(error, Layers.of("", text), model=Profile).problems)


def contradictions_in(text: str) -> Iterator[str]:
    """Contradictions between answers."""
    import tomllib

    from profiles.profile import Profile
    from profiles.reading.contradictions import contradictions
    from profiles.reading.layers import Layers
    from profiles.reading.problems import problem_at

    for each in contradictions(Profile.model_validate(tomllib.loads(text))):
        yield _shown(problem_at(Layers.of("", text), each.key_path, each.message, each.found, each.allowed))


def _shown(problem: Problem) -> str:
    """The problem without file and line, because there is no file yet."""
    return str(replace(problem, file="", line=None))
