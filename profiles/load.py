"""TOML files in: a profile or a plan, or an error with everything that is wrong with the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from profiles.explain import BadInput, Problem, explain, problem_at
from profiles.locate import KeyPath
from profiles.plan import Plan
from profiles.profile import Profile
from profiles.sense import Contradiction, contradictions, misplaced

_TOML_ERROR: Final = re.compile(r"(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_REWORDED: Final = {
    "Invalid value": "no value stands here; text needs straight quotes",
    "Invalid statement": "no key and no [table] stands here",
    "Illegal character '\\n'": "text without its closing quote",
    "Unterminated string": "text without its closing quote",
    "Cannot overwrite a value": "this key is there twice",
    "Expected '=' after a key in a key/value pair": "a key must be followed by = and its value",
    "Expected newline or end of document after a statement": "more stands on the line than one key and its value",
}
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def load_profile(path: Path | str) -> Profile:
    """Raises BadInput with all errors at once; contradictions are looked for once every field is right."""
    text, data = _read(path)
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        raise explain(error, path, text, model=Profile) from None
    _refuse(contradictions(profile), path, text)
    return profile


def load_plan(path: Path | str) -> Plan:
    """A plan as `save_plan` writes it, perhaps changed by hand. Raises BadInput."""
    text, data = _read(path)
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        raise explain(error, path, text, model=Plan) from None
    try:
        profile = Profile.model_validate(plan.profile)
    except ValidationError as error:
        raise explain(error, path, text, ("profile",), Profile) from None
    _refuse(contradictions(profile), path, text, ("profile",))
    _refuse(misplaced(plan, profile), path, text)
    return plan


def _refuse(found: Iterable[Contradiction], path: Path | str, text: str, prefix: KeyPath = ()) -> None:
    problems = [
        problem_at(path, text, (*prefix, *one.key_path), one.message, one.found, one.allowed, one.listed_in)
        for one in found
    ]
    if problems:
        raise BadInput(*problems)


def _read(path: Path | str) -> tuple[str, dict[str, Any]]:
    """The text of a file and the tables in it."""
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
        message = "this is a folder, not a file" if Path(path).is_dir() else f"cannot be read: {error.strerror}"
        raise _unreadable(path, message) from None
    except ValueError as error:  # a zero byte in the name
        raise _unreadable(path, f"cannot be read: {error}") from None
    if not text.strip():
        raise _unreadable(path, "the file is empty")
    return text, _parsed(path, text)


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
    """A TOML error in the words of somebody who does not know its grammar."""
    if said.startswith("Cannot declare"):
        return f"{line.partition('#')[0].strip()} is there twice"
    if said.startswith("Invalid date") and (date := _DATE.match(line, column - 1)):
        return f"the date {date[0]} does not exist"
    return _REWORDED.get(said, f"{said[0].lower()}{said[1:]}")
