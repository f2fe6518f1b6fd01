"""Writes a plan as TOML that people can read and edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import tomli_w

from profiles.plan import Plan
from profiles.writing.files import write_text

WIDTH: Final = 120


def plan_text(plan: Plan) -> str:
    """The plan as TOML, without values that equal their defaults. `load_plan` reads an equal plan from it.

    Dates of sessions and blocks are TOML dates. The profile in it is plain data whose dates are text, and stays so.
    """
    tables = plan.model_dump(exclude_defaults=True)
    tables["profile"] = _without_none(plan.profile.model_dump(mode="json", exclude_defaults=True))
    return document_text(tables)


def document_text(tables: Mapping[str, Any]) -> str:
    """Tables, and lists of tables, as a TOML document."""
    return "\n".join(_document(tables)).lstrip("\n") + "\n"


def save_plan(plan: Plan, path: Path | str) -> None:
    write_text(plan_text(plan), path)


def toml_value(value: Any) -> str:
    """A value on one line; tomli_w would put every element of a list on its own line."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{toml_key(key)} = {toml_value(one)}" for key, one in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return _scalar(type(value).__name__, value)


@lru_cache(maxsize=4096)  # a plan repeats a few hundred values thousands of times
def _scalar(_kind: str, value: Any) -> str:
    """A scalar value. The cache key includes the type, because 1, 1.0 and True are equal in Python."""
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


@lru_cache(maxsize=4096)
def toml_key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _document(tables: Mapping[str, Any]) -> Iterator[str]:
    empty = [name for name, value in tables.items() if not value]
    yield from (f"{name} = []" for name in empty)  # values that are no tables come before the first table
    for name, value in tables.items():
        if name not in empty:
            yield from _tables((name,), value)


def _tables(path: tuple[str, ...], value: Any) -> Iterator[str]:
    """A table with its header, or a list of tables with a header for each."""
    name = ".".join(map(toml_key, path))
    single = isinstance(value, Mapping)
    for table in [value] if single else value:
        yield from ("", f"[{name}]" if single else f"[[{name}]]")
        apart = {key: inner for key, inner in table.items() if _stands_apart(key, inner)}
        yield from (_line(key, inner) for key, inner in table.items() if key not in apart)
        for key, inner in apart.items():
            yield from _tables((*path, key), inner)


def _stands_apart(key: str, value: Any) -> bool:
    """Whether a value is written with headers: a table too long for a line, or with nested tables."""
    if isinstance(value, Mapping):
        return not _flat(value) or len(_line(key, value)) > WIDTH
    return _all_tables(value) and not all(map(_flat, value))


def _flat(table: Mapping[str, Any]) -> bool:
    return not any(isinstance(value, Mapping) or _all_tables(value) for value in table.values())


def _all_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _line(key: str, value: Any) -> str:
    """A key and its value; long lists and lists of tables take a line for each element."""
    line = f"{toml_key(key)} = {toml_value(value)}"
    if isinstance(value, list | tuple) and (len(line) > WIDTH or _all_tables(value)):
        elements = "".join(f"    {toml_value(one)},\n" for one in value)
        return f"{toml_key(key)} = [\n{elements}]"
    return line


def _without_none(value: Any) -> Any:
    """Remove keys with the value None, which TOML does not have."""
    if isinstance(value, Mapping):
        return {key: _without_none(one) for key, one in value.items() if one is not None}
    return value
