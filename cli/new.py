"""plan-new: a first profile, from a few questions or from options."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from cli.console import BAD_INPUT, console, fail
from cli.render.profile_text import STANDARD, Answers, profile_text
from profiles.exercise import LEVELS, Injury
from profiles.profile import HOME, KM, WEEKDAYS, WEEKS
from profiles.run import KINDS

if TYPE_CHECKING:
    from profiles.load import Problem

STOPPED: Final = 130
NONE: Final = "none"
NEXT_MONDAY: Final = "next monday"
SCHEMA: Final = "profile.schema.json"

_RACE: Final = re.compile(
    r"(?P<name>.+),(?P<date>\s*\d[^,]*-[^,]*),(?P<length>[^,]*)(,(?P<priority>[^,]*))?", re.DOTALL
)
_KM: Final = re.compile(r"(\d{1,5}(?:\.\d{1,5})?)(?:\s*km)?")

EPILOG = """\b
Examples:
  plan-new profiles/me.toml          ask a few questions, write a profile
  plan-new profiles/me.toml --yes    ask nothing: twelve weeks without a race
  plan-new profiles/me.toml --name Maya \\
      --race "Spring Marathon,2027-05-02,marathon,A" \\
      --runs "tue=intervals 60,thu=tempo 55,sun=long 110" \\
      --minutes "mon=45,tue=40,fri=45" --place "tue=gym" \\
      --equipment "home=mat,loop band,kettlebell 16" \\
      --equipment "gym=barbell,rack,bench"

\b
Exit codes:
  0    fine
  2    bad input, or a file that is there already: nothing is written
  130  stopped with Ctrl-C: nothing is written"""


@dataclass(frozen=True)
class Question:
    """One thing to know, told by an option or asked; what fits is judged by the profile's own types."""

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

    def heard(self, text: str) -> Any:
        """The answer in a text. Raises BadParameter that says what is wanted."""
        try:
            text = text.encode(errors="surrogateescape").decode()  # the C locale hands UTF-8 through in disguise
            answer = self.read(text.strip())
        except UnicodeError:
            raise click.BadParameter("it holds bytes that are no UTF-8 text") from None
        except ValueError as error:
            raise click.BadParameter(str(error)) from None
        if wrong := list(_misfits(_text({self.field: answer}))):
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
    """What stands between commas; a comma before kilograms separates nothing: `kettlebell 12, 16`."""
    return [] if text == NONE else [part.strip() for part in re.split(r",(?!\s*\d)", text) if part.strip()]


def _list(text: str) -> tuple[str, ...]:
    return tuple(_parts(text.lower()))


def _week(text: str) -> dict[str, str]:
    """What is said for weekdays: `tue=easy 40, sun=long 80`."""
    said: dict[str, str] = {}
    for part in _parts(text):
        weekday, _, what = (piece.strip() for piece in part.partition("="))
        if not weekday or not what:
            raise ValueError(f"{part!r} should be a weekday, = and what is on it, such as {WEEKDAYS[1]}=...")
        if weekday.lower() in said:
            raise ValueError(f"{weekday.lower()} is there twice")
        said[weekday.lower()] = what
    return said


def _runs(text: str) -> dict[str, str]:
    return _week(text.lower())


def _minutes(text: str) -> dict[str, int | str]:
    return {weekday: int(what) if re.fullmatch(r"\d{1,9}", what) else what for weekday, what in _runs(text).items()}


def _equipment(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A place and what is there: `home=mat, loop band`."""
    place, equals, items = (piece.strip() for piece in text.rpartition("="))
    if not equals or not place:
        raise ValueError(f"{text!r} should be a place, = and what is there, such as home=mat,loop band")
    return ((place, _list(items)),)


def _race(text: str) -> tuple[dict[str, Any], ...]:
    """One race, or none."""
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
    from constraints.doctrine import doctrine_names

    return doctrine_names()


def _doctrine(name: str) -> str:
    from profiles.load import problem_at

    if name not in _doctrines():
        raise ValueError(_shown(problem_at("", "", (), f"unknown doctrine {name!r}", name, _doctrines())))
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
    Question("doctrine", "--doctrine", "NAME", "whose rules to follow; plan-rules shows them",
             _doctrine, "reconciled", words=_doctrines),
)  # fmt: skip


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for asked in reversed(QUESTIONS):
        default = f"  [default: {asked.default}]" if asked.default != NONE else ""
        command = click.option(
            asked.option, asked.field, type=asked.heard, metavar=asked.shape, multiple=asked.many,
            help=f"{asked.sentence}{' May be repeated.' if asked.many else ''}{default}",
            shell_complete=asked.complete,
        )(command)  # fmt: skip
    return command


@click.command(epilog=EPILOG)
@click.argument("path", type=click.Path(path_type=Path))
@_options
@click.option(
    "-y", "--yes", "--no-input", "silent", is_flag=True, help="Ask nothing: take defaults for what is left out."
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.version_option(package_name="runner-strength-planner")
def main(path: Path, *, silent: bool, force: bool, **options: Any) -> None:
    """Write a first profile to PATH.

    Asks on a terminal for what no option says. The file explains itself: each table says what may be written there.
    """
    from rich.text import Text

    from profiles.save import write_text

    try:
        _refuse_to_overwrite(path, force=force)
        said = _said(options)
        _accept(_text(said))  # before any question, so that no answer is given in vain
        if not silent:
            said = _asked(said) if _terminal() else _taken(said)
        text = _text(said, schema=(path.parent / SCHEMA).is_file())
        _accept(text)
        _refuse_to_overwrite(path, force=force)
        write_text(text, path)
    except (click.Abort, KeyboardInterrupt):
        fail("\nStopped; nothing is written.", STOPPED)
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror}", BAD_INPUT)
    console().print(Text(f"{path}: written.\nNext: plan-solve {shlex.quote(str(path))}"), soft_wrap=True)


def _terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _refuse_to_overwrite(path: Path, *, force: bool) -> None:
    if path.is_dir():
        fail(f"{path}: this is a folder; name a file in it, such as {path / 'me.toml'}", BAD_INPUT)
    if not force and (path.exists() or path.is_symlink()):
        fail(f"{path}: is there already and stays as it is; --force overwrites it", BAD_INPUT)


def _said(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say; what is left out is missing."""
    said = {name: answer for name, answer in options.items() if answer not in (None, ())}
    for asked in QUESTIONS:
        if asked.many and asked.field in said:
            said[asked.field] = tuple(one for answer in said[asked.field] for one in answer)
    return said


def _is_open(asked: Question, said: Mapping[str, Any]) -> bool:
    """Whether it is worth a question: a race already says how long the season is."""
    return bool(asked.label) and asked.field not in said and not (asked.field == "weeks" and said.get("races"))


def _taken(said: dict[str, Any]) -> dict[str, Any]:
    """Defaults for all that is missing, and a word about it to whoever reads the log."""
    missing = [asked.option for asked in QUESTIONS if _is_open(asked, said)]
    if missing:
        note = f"No terminal to ask on, so these take their defaults: {', '.join(missing)}."
        console(stderr=True).print(note, markup=False, soft_wrap=True)
    return said


def _asked(said: dict[str, Any]) -> dict[str, Any]:
    """Answers to what is missing; Enter takes the default."""
    for asked in QUESTIONS:
        if not _is_open(asked, said):
            continue
        click.secho(f"\n{asked.sentence}", dim=True, err=True)
        match asked.field:
            case "races":
                said = _asked_races(asked, said)
            case "equipment":
                said = {**said, asked.field: tuple((place, ()) for place in _places(said))}
                for place in _places(said):
                    default = ", ".join(STANDARD.get(place, ())) or NONE
                    said = _ask(asked, said, f"Equipment, {place}", default, f"{place}=")
            case _:
                said = _ask(asked, said, asked.label, asked.default)
    return said


def _asked_races(asked: Question, said: dict[str, Any]) -> dict[str, Any]:
    said = _ask(asked, {**said, "races": ()}, "Race", NONE)
    count = 0
    while count < len(said["races"]):
        count = len(said["races"])
        said = _ask(asked, said, "Another race", NONE)
    return said


def _ask(asked: Question, said: dict[str, Any], label: str, default: str, lead: str = "") -> dict[str, Any]:
    """What is said with one answer more, once it fits all the others."""

    def fitting(text: str) -> dict[str, Any]:
        answer = asked.heard(lead + text)
        more = {**said, asked.field: said.get(asked.field, ()) + answer if asked.many else answer}
        if wrong := list(_contradictions(_text(more))):
            raise click.UsageError("\n".join(wrong))
        return more

    return click.prompt(label, default=default, value_proc=fitting, err=True)


def _places(said: Mapping[str, Any]) -> Sequence[str]:
    return tuple(dict.fromkeys((HOME, *said.get("place", {}).values())))


def _text(said: Mapping[str, Any], *, schema: bool = False) -> str:
    """The profile of what is said, with defaults for the rest."""
    whole = {asked.field: asked.read(asked.default) for asked in QUESTIONS if asked.field not in {"equipment", *said}}
    whole |= said
    if whole["races"] and "weeks" not in said:
        whole["weeks"] = None
    equipment: dict[str, tuple[str, ...]] = {}
    for place, items in said.get("equipment", [(place, STANDARD.get(place, ())) for place in _places(said)]):
        equipment[place] = equipment.get(place, ()) + items
    return profile_text(Answers(**{**whole, "equipment": equipment}), schema=schema)


def _accept(text: str) -> None:
    """Leave with everything that is wrong, before anything is written."""
    if wrong := list(_misfits(text)) or list(_contradictions(text)):
        fail("\n\n".join(wrong), BAD_INPUT)


def _misfits(text: str) -> Iterator[str]:
    """What does not fit the profile's types."""
    import tomllib

    from pydantic import ValidationError

    from profiles.load import explain
    from profiles.profile import Profile

    try:
        Profile.model_validate(tomllib.loads(text))
    except ValidationError as error:
        yield from map(_shown, explain(error, "", text, model=Profile).problems)


def _contradictions(text: str) -> Iterator[str]:
    """What fits the types but not the rest of the profile."""
    import tomllib

    from profiles.load import problem_at
    from profiles.profile import Profile
    from profiles.sense import contradictions

    for each in contradictions(Profile.model_validate(tomllib.loads(text))):
        yield _shown(problem_at("", text, each.key_path, each.message, each.found, each.allowed))


def _shown(problem: Problem) -> str:
    """Without file and line: nobody has seen the text yet."""
    return str(replace(problem, file="", line=None))
