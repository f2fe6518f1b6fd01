"""Loads a profile or a plan from a TOML file, or raises an error with all problems of the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from profiles.plan import Header, Plan
from profiles.profile import Profile
from profiles.reading.another_kind import refuse_plan, refuse_profile
from profiles.reading.contradictions import Contradiction, contradictions, misplaced
from profiles.reading.folders import SQUAD_FILE, is_folder, is_there
from profiles.reading.layers import Layer, Layers
from profiles.reading.locate import KeyPath
from profiles.reading.problems import BadInput, Problem, problem_at
from profiles.reading.pydantic_errors import explain

_TOML_ERROR: Final = re.compile(r"(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_REWORDED: Final = {
    "Invalid value": "no value stands here; text needs straight quotes",
    "Invalid statement": "no key and no [table] stands here",
    "Illegal character '\\n'": "text without its closing quote",
    "Unterminated string": "text without its closing quote",
    "Cannot overwrite a value": "this key is duplicated",
    "Expected '=' after a key in a key/value pair": "a key must be followed by = and its value",
    "Expected newline or end of document after a statement": "more stands on the line than one key and its value",
}
_HEADER: Final = re.compile(r"(?:\w+ = \[\]\n)*\n?(\[header\]\n.*?)(?=^\[(?!\[?header\b))", re.DOTALL | re.MULTILINE)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def load_profile(path: Path | str) -> Profile:
    """Load a profile; a `squad.toml` in the same folder provides the keys that the file leaves out.

    Raises BadInput with all errors at once; contradictions are reported only if every field is valid.
    """
    return read_profile(path)[0]


def read_profile(path: Path | str) -> tuple[Profile, Layers]:
    """Like `load_profile`; also returns the file and line of each value."""
    layers = _layers(Path(path))
    try:
        profile = Profile.model_validate(layers.data)
    except ValidationError as error:
        from profiles.squad_file import Squad

        raise explain(error, layers, model=Profile if len(layers.layers) == 1 else Squad) from None
    _refuse(contradictions(profile), layers)
    return profile, layers


def load_plan(path: Path | str) -> Plan:
    """Load a plan as `save_plan` writes it, perhaps edited by hand. Raises BadInput."""
    return read_plan(path)[0]


def read_plan(path: Path | str) -> tuple[Plan, Layers]:
    """Like `load_plan`; also returns the file and line of each value."""
    layers = Layers((_file(path),))
    refuse_profile(path, layers.data)
    try:
        plan = Plan.model_validate(layers.data)
    except ValidationError as error:
        raise explain(error, layers, model=Plan) from None
    _refuse(contradictions(plan.profile), layers, ("profile",))
    _refuse(misplaced(plan), layers)
    return plan, layers


def load_header(path: Path | str) -> Header | None:
    """Load only the header of a plan, which is fifty times as fast as the whole plan; None if there is no header."""
    try:
        head = _HEADER.match(Path(path).read_text(encoding="utf-8-sig"))
        return Header.model_validate(tomllib.loads(head[1])["header"]) if head else None
    except (OSError, ValueError, RecursionError):
        return None


def _layers(path: Path) -> Layers:
    """The layers of a profile: its file, the layout of the week that it names, and the file of its squad."""
    if path.name == SQUAD_FILE:
        raise _unreadable(path, "this is what a squad has in common; name an athlete's file, or the folder")
    own = _file(path)
    refuse_plan(path, own.data)
    if "layouts" in own.data:
        raise BadInput(problem_at(Layers((own,)), ("layouts",), f"layouts stand in a {SQUAD_FILE} beside this file"))
    beside = path.with_name(SQUAD_FILE)
    if is_there(beside):  # also true for a broken link, which is then reported
        squad = _squad(beside, _text(beside))
        return Layers((_without(own, "layout"), *_layout(own, squad), _without(squad, "layout", "layouts")))
    if "layout" in own.data:
        message = f"layouts stand in a {SQUAD_FILE} beside this file, and there is none"
        raise BadInput(problem_at(Layers((own,)), ("layout",), message))
    return Layers((own,))


def _layout(own: Layer, squad: Layer) -> tuple[Layer, ...]:
    """The layout of the week that the athlete's file names, or else the squad's."""
    said = Layers((own, squad))
    name, layouts = said.data.get("layout"), squad.data.get("layouts", {})
    if name is None:
        return ()
    if not isinstance(name, str):
        raise BadInput(problem_at(said, ("layout",), "a layout is named by text, in quotes"))
    if name not in layouts:
        raise BadInput(problem_at(said, ("layout",), f"unknown layout {name!r}", name, tuple(layouts)))
    return (Layer(squad.file, squad.text, layouts[name], ("layouts", name)),)


def _without(layer: Layer, *keys: str) -> Layer:
    return replace(layer, data={key: value for key, value in layer.data.items() if key not in keys})


@lru_cache(maxsize=8)
def _squad(path: Path, text: str) -> Layer:
    """Load the file of a squad and validate it. Raises BadInput."""
    from profiles.squad_file import Squad  # only squads need its classes, which take long to build

    layer = Layer(str(path), text, _parsed(path, text))
    try:
        Squad.model_validate(layer.data)
    except ValidationError as error:
        raise explain(error, Layers((layer,)), model=Squad) from None
    return layer


def _refuse(found: Iterable[Contradiction], layers: Layers, prefix: KeyPath = ()) -> None:
    problems = [
        problem_at(layers, (*prefix, *one.key_path), one.message, one.found, one.allowed, one.listed_in)
        for one in found
    ]
    if problems:
        raise BadInput(*problems)


def _file(path: Path | str) -> Layer:
    text = _text(path)
    return Layer(str(path), text, _parsed(path, text))


def _text(path: Path | str) -> str:
    try:
        raw = Path(path).read_bytes()
        text = raw.decode().removeprefix("\N{BYTE ORDER MARK}")
    except FileNotFoundError:
        raise _unreadable(path, "there is no such file") from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 text: byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise _unreadable(path, f"{message}; save it as UTF-8", line) from None
    except OSError as error:
        message = "this is a folder, not a file" if is_folder(path) else f"cannot be read: {error.strerror}"
        raise _unreadable(path, message) from None
    except ValueError as error:  # a zero byte in the name
        raise _unreadable(path, f"cannot be read: {error}") from None
    if not text.strip():
        raise _unreadable(path, "the file is empty")
    return text


def _unreadable(path: Path | str, message: str, line: int | None = None) -> BadInput:
    return BadInput(Problem(str(path), line, "", message))


def _parsed(path: Path | str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _unreadable(path, "lists or tables are nested too deeply") from None
    except ValueError as error:
        match = _TOML_ERROR.fullmatch(str(error))
        if match is None:  # a number of thousands of digits
            raise _unreadable(path, f"not valid TOML: {error}") from None
    lines = text.split("\n")
    line = int(match["line"] or text.rstrip().count("\n") + 1)
    column = f" (column {match['column']})" if match["column"] else ""
    message = _reworded(match["said"], lines[line - 1], int(match["column"] or 1))
    raise _unreadable(path, f"not valid TOML: {message}{column}", line)


def _reworded(said: str, line: str, column: int) -> str:
    """Explain a TOML error without terms of the TOML grammar."""
    if said.startswith("Cannot declare"):
        return f"{line.partition('#')[0].strip()} is duplicated"
    if said.startswith("Invalid date") and (date := _DATE.match(line, column - 1)):
        return f"the date {date[0]} does not exist"
    return _REWORDED.get(said, f"{said[0].lower()}{said[1:]}")
