"""Finds the line of a key in a TOML text, which `tomllib` does not report."""

from __future__ import annotations

import json
import re
import tomllib
from functools import lru_cache
from typing import Final

from profiles.visible import visible

KeyPath = tuple[str | int, ...]

_TOKEN: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # text over lines, with the one or two quotes it may end in
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\n]*"
    r"|[\[\]{}=,.\n]"
    r"|[^\[\]{}=,.\n#\"'\s]+",
    re.DOTALL,
)
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")


def spelled(key_path: KeyPath) -> str:
    """A key path as people write it: `races[1].date`; elements count from 0."""
    text = ""
    for key in key_path:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            text += ("." if text else "") + (key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False))
    return visible(text)


def line_of(text: str, key_path: KeyPath) -> int | None:
    """The line, from 1, of a key or list element, or of the nearest thing around it. The text must be valid TOML."""
    lines = _lines(text)
    for length in range(len(key_path), 0, -1):
        if key_path[:length] in lines:
            return lines[key_path[:length]]
    return None


@lru_cache(maxsize=2)
def _lines(text: str) -> dict[KeyPath, int]:
    return _Scan(text).lines


class _Scan:
    """One pass over the tokens; `at` is the next one."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self.last: dict[KeyPath, int] = {}  # index of the newest element of every array of tables
        self.tokens: list[tuple[str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            if not match[0].startswith("#"):
                self.tokens.append((match[0], line))
            line += match[0].count("\n")
        self.tokens.append(("\n", line))
        self.at = 0
        self._document()

    def _document(self) -> None:
        table: KeyPath = ()
        while self.at < len(self.tokens):
            if self._next == "\n":
                self.at += 1
            elif self._next == "[":
                table = self._header()
            else:
                self._assignment(table)

    @property
    def _next(self) -> str:
        return self.tokens[self.at][0]

    @property
    def _line(self) -> int:
        return self.tokens[self.at][1]

    def _skip_breaks(self) -> None:
        while self._next in ("\n", ","):
            self.at += 1

    def _header(self) -> KeyPath:
        """The path that `[table]` or `[[array]]` opens."""
        line = self._line
        brackets = 2 if self.tokens[self.at + 1][0] == "[" else 1
        self.at += brackets
        *outer, name = self._key()
        self.at += brackets
        path: KeyPath = ()
        for key in outer:
            path = self._newest((*path, key))
            self.lines.setdefault(path, line)
        path = (*path, name)
        if brackets == 1:
            path = self._newest(path)
        else:
            self.lines.setdefault(path, line)
            self.last[path] = self.last.get(path, -1) + 1
            path = (*path, self.last[path])
        self.lines[path] = line
        return path

    def _newest(self, path: KeyPath) -> KeyPath:
        return (*path, self.last[path]) if path in self.last else path

    def _key(self) -> list[str]:
        """A key in its parts: `a."b.c"` is `["a", "b.c"]`."""
        parts = []
        while True:
            token = self._next
            parts.append(tomllib.loads(f"it = {token}")["it"] if token[0] in "\"'" else token)
            self.at += 1
            if self._next != ".":
                return parts
            self.at += 1

    def _assignment(self, table: KeyPath) -> None:
        line, path = self._line, table
        for part in self._key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self.at += 1  # the equals sign
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        """One stack frame for each level of nesting, so that this parser reads whatever `tomllib` can read."""
        opening = self._next
        if opening not in ("[", "{"):
            while self._next not in (",", "]", "}", "\n"):
                self.at += 1
            return
        self.at += 1
        index = 0
        self._skip_breaks()
        while self._next not in ("]", "}"):
            if opening == "{":
                self._assignment(path)
            else:
                self.lines[*path, index] = self._line
                self._value((*path, index))
                index += 1
            self._skip_breaks()
        self.at += 1
