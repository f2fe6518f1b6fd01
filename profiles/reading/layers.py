"""Profiles in layers: the athlete's file overrides a layout of the week, which overrides the file of the squad."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from profiles.reading.locate import KeyPath, line_of, spelled


@dataclass(frozen=True)
class Layer:
    """One layer: a whole file, or one table of it."""

    file: str
    text: str
    data: Mapping[str, Any]
    under: KeyPath = ()
    """where the data stands in the file"""

    @property
    def name(self) -> str:
        """The name of the layer in the plan's header."""
        file = Path(self.file).name
        return f"{file}, layout {self.under[-1]}" if self.under else file

    def has(self, key_path: KeyPath) -> bool:
        return _has(self.data, key_path)


@dataclass(frozen=True)
class Layers:
    """Layers that were read. The first overrides the others: tables are merged by key, other values are replaced."""

    layers: tuple[Layer, ...]

    @classmethod
    def of(cls, file: Path | str, text: str) -> Layers:
        """A single file. The text must be valid TOML."""
        return cls((Layer(str(file), text, tomllib.loads(text)),))

    @cached_property
    def data(self) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for layer in reversed(self.layers):
            merged = _over(layer.data, merged)
        return merged

    def place(self, key_path: KeyPath) -> tuple[str, int | None, str]:
        """File, line and key at which a value was written; for a missing value, where it is expected."""
        layer = self._layer_with(key_path)
        whole = (*layer.under, *key_path)
        return layer.file, line_of(layer.text, whole), spelled(whole)

    @property
    def settings(self) -> tuple[str, ...]:
        """Each layer, the first one first, with its keys that take effect; empty if there is only one layer."""
        if len(self.layers) == 1:
            return ()
        leaves = [[leaf for leaf in _leaves(layer.data) if self._layer_with(leaf) is layer] for layer in self.layers]
        shared = Counter(key for keys in leaves for key in {leaf[:2] for leaf in keys})
        said = [dict.fromkeys(spelled(leaf[: 2 + (shared[leaf[:2]] > 1)]) for leaf in keys) for keys in leaves]
        if not any(said[1:]):
            return (self.layers[0].name,)
        told = [(layer.name, ", ".join(keys)) for layer, keys in zip(self.layers, said, strict=True)]
        return tuple(f"{name}: {keys}" if keys else name for name, keys in told if keys or name == told[0][0])

    def _layer_with(self, key_path: KeyPath) -> Layer:
        return next((layer for layer in self.layers if layer.has(key_path)), self.layers[0])


def _over(upper: Mapping[str, Any], lower: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(lower)
    for key, value in upper.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _over(value, merged[key]) if both else value
    return merged


def _has(data: Any, key_path: KeyPath) -> bool:
    """Whether this layer decides the value at a path: a value that is no table replaces the lower one completely."""
    for key in key_path:
        if not isinstance(data, Mapping):
            return True
        if key not in data:
            return False
        data = data[key]
    return True


def _leaves(data: Mapping[str, Any]) -> Iterator[KeyPath]:
    """The paths of all values that are not tables, and of empty tables."""
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from ((key, *rest) for rest in _leaves(value))
        else:
            yield (key,)
