"""Translates pydantic's errors: they name the file, the line, the key and the value that is wanted."""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from profiles.reading.contradictions import EXERCISES_FILE
from profiles.reading.layers import Layers
from profiles.reading.locate import KeyPath
from profiles.reading.problems import BadInput, Problem, problem_at

_WANTED: Final = {
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "string": "text",
    "bool": "true or false",
    "date": "a date such as 2027-05-02",
    "model": "a table",
    "dict": "a table",
    "tuple": "a list",
    "list": "a list",
}

_KINDS: Final[tuple[tuple[type, str], ...]] = (  # a bool is an int too, and a datetime a date
    (bool, "{}"),
    (int, "the whole number {}"),
    (float, "the number {}"),
    (str, "the text {!r}"),
    (dt.datetime, "the date and time {}"),
    (dt.time, "the time {}"),
    (dt.date, "the date {}"),
    (dict, "a table"),
    (list, "a list"),
)

_LONGEST: Final = 10**15

_MISTYPED: Final = ("_type", "_parsing", "_parsing_size", "_from_float", "_inexact", "finite_number")

_LISTED_IN: Final = {"exercise": EXERCISES_FILE}

_ENDS: Final = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def explain(
    error: ValidationError, layers: Layers, prefix: KeyPath = (), model: type[BaseModel] | None = None
) -> BadInput:
    """Translate pydantic's errors to problems. `prefix` is the path of the validated table in the data.

    The `model` that was validated, if given, provides the allowed keys and ranges.
    """
    return BadInput(*problems_of(error.errors(include_url=False), layers, prefix, model))


def problems_of(
    errors: Sequence[Mapping[str, Any]], layers: Layers, prefix: KeyPath = (), model: type[BaseModel] | None = None
) -> Iterator[Problem]:
    """One problem for each error; the errors of all alternatives of a union become one problem."""
    table = _at(layers.data, prefix)
    mistyped: dict[tuple[KeyPath, bool], list[str]] = {}
    located = [(error, _without_noise(error["loc"], table, error["type"])) for error in errors]
    for error, loc in located:
        if _is_mistyped(error):
            wanted = _WANTED[error["type"].split("_")[0]]
            mistyped.setdefault((loc, _is_of_key(error)), []).append(wanted)
    for error, loc in located:
        if not _is_mistyped(error):
            saying = _said(error, loc, model)
        elif (loc, _is_of_key(error)) in mistyped:
            saying = _Saying(_mistyped(error, mistyped.pop((loc, _is_of_key(error)))))
        else:
            continue  # reported with the previous alternative
        yield problem_at(layers, (*prefix, *loc), saying.message, saying.found, saying.allowed, saying.listed_in)


def _at(data: Any, key_path: KeyPath) -> Any:
    """The value at a path; nothing if the text does not contain it."""
    for key in key_path:
        data = data.get(key, {}) if isinstance(data, dict) else data[key]
    return data


def _without_noise(loc: KeyPath, data: Any, kind: str) -> KeyPath:
    """The keys among pydantic's steps: those the data has, and a last one that it lacks.

    The rest name types and validators: `int`, `function-after[...]`, `[key]`.
    """
    path: list[str | int] = []
    for step in loc:
        match data, step:
            case dict(), str() if step in data:
                data = data[step]
            case list(), int() if 0 <= step < len(data):
                data = data[step]
            case _:
                continue
        path.append(step)
    return (*path, loc[-1]) if kind == "missing" else tuple(path)


def _is_mistyped(error: Mapping[str, Any]) -> bool:
    kind = error["type"]
    return kind.split("_")[0] in _WANTED and kind.endswith(_MISTYPED)


def _is_of_key(error: Mapping[str, Any]) -> bool:
    """Whether the key itself is not allowed, as opposed to its value."""
    return "[key]" in error["loc"]


def _mistyped(error: Mapping[str, Any], wanted: Sequence[str]) -> str:
    found = error["input"]
    if isinstance(found, str) and error["type"].startswith("date") and _DATE.fullmatch(found):
        return f"the date {found} does not exist"
    where = "the key is" if _is_of_key(error) else "found"
    return f"{where} {_in_toml_words(found)}, wanted {' or '.join(dict.fromkeys(wanted))}"


def _in_toml_words(value: Any) -> str:
    if isinstance(value, int) and abs(value) > _LONGEST:
        return _number(value)
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words.format(str(value).lower() if isinstance(value, bool) else value)
    return repr(value)


@dataclass(frozen=True)
class _Saying:
    message: str
    found: str | None = None
    allowed: tuple[str, ...] = ()
    listed_in: str = ""


def _said(error: Mapping[str, Any], loc: KeyPath, model: type[BaseModel] | None) -> _Saying:
    """Translate an error that is not about a value's type."""
    found, context, kind = error["input"], error.get("ctx", {}), error["type"]
    saying = _Saying(f"{error['msg'][0].lower()}{error['msg'][1:]}")
    match kind:
        case "missing":
            saying = _Saying("is missing")
        case "extra_forbidden":
            key = str(error["loc"][-1])
            saying = _Saying(f"unknown key {key!r}", key, _keys(_type_at(model, loc[:-1])))
        case "unknown_word":
            what, word = context["what"], context["found"]
            saying = _Saying(f"unknown {what} {word!r}", word, tuple(context["allowed"]), _LISTED_IN.get(what, ""))
        case "literal_error":
            what = "key" if _is_of_key(error) else _noun(loc)
            shown = repr(found) if isinstance(found, str) else _in_toml_words(found)
            saying = _Saying(f"unknown {what} {shown}", str(found), _words(context["expected"]))
        case "string_too_short" if context["min_length"] == 1:
            saying = _Saying("is empty")
        case "value_error":
            saying = _Saying(_value_error(str(context["error"]), found))
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            saying = _Saying(f"found {_number(found)}; allowed: {_limits(model, loc, context)}")
    return saying


def _noun(loc: KeyPath) -> str:
    return loc[-1].replace("_", " ") if loc and isinstance(loc[-1], str) else "word"


def _words(expected: str) -> tuple[str, ...]:
    """The values in pydantic's list of them: `'a', 'b' or 'c'`."""
    return tuple(match[1] or match[0] for match in re.finditer(r"'([^']*)'|\d+", expected))


def _value_error(message: str, found: Any) -> str:
    return f"{found!r}: {message}" if isinstance(found, str) and found not in message else message


def _limits(model: type[BaseModel] | None, loc: KeyPath, context: Mapping[str, Any]) -> str:
    """The allowed range in words: both limits if the model's field is found, else the limit that was exceeded."""
    limits = dict(context)
    table = _type_at(model, loc[:-1])
    if loc and _is_model(table) and loc[-1] in table.model_fields:
        for end in table.model_fields[loc[-1]].metadata:
            limits |= {name: getattr(end, name) for name in _ENDS if hasattr(end, name)}
    if "ge" in limits and "le" in limits:
        return f"{_number(limits['ge'])} to {_number(limits['le'])}"
    return ", ".join(f"{words} {_number(limits[name])}" for name, words in _ENDS.items() if name in limits)


def _number(value: Any) -> str:
    if isinstance(value, int) and abs(value) > _LONGEST:
        return "a number of many digits"  # Python refuses to write the longest ones
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).lower()


def _keys(table: Any) -> tuple[str, ...]:
    return tuple(table.model_fields) if _is_model(table) else ()


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _type_at(model: Any, loc: KeyPath) -> Any:
    """The type that a model declares at a path; None if it is unknown."""
    kind = _bare(model)
    for step in loc:
        arguments = get_args(kind)
        if _is_model(kind):
            field = kind.model_fields.get(step)
            kind = _bare(field.annotation) if field else None
        elif get_origin(kind) is dict:
            kind = _bare(arguments[1])
        elif get_origin(kind) in (tuple, list):
            kind = _bare(arguments[0])
        else:
            return None
    return kind


def _bare(kind: Any) -> Any:
    """A type without `Annotated` and without `| None`."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return _bare(next(one for one in get_args(kind) if one is not types.NoneType))
    return kind
