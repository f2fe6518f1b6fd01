"""The frozen instances: their names and groups, the quick ones, and a check that no file has changed."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

FOLDER: Final = Path(__file__).with_name("instances")
FROZEN: Final = Path(__file__).with_name("frozen.toml")


class Frozen(BaseModel):
    """Data about the instances, from `frozen.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quick: tuple[str, ...] = Field(description="those of the quick run")
    groups: dict[str, dict[str, str]] = Field(description="SHA-256 of each file's bytes, by group and name")

    @property
    def hashes(self) -> dict[str, str]:
        return {name: sha256 for group in self.groups.values() for name, sha256 in group.items()}


@cache
def frozen() -> Frozen:
    return Frozen.model_validate(tomllib.loads(FROZEN.read_text(encoding="utf-8")))


def instances() -> dict[str, Path]:
    """The file of each instance, in the order of `frozen.toml`."""
    return {name: FOLDER / f"{name}.toml" for name in frozen().hashes}


def quick() -> tuple[str, ...]:
    """Names of a few instances of all groups that take only seconds together."""
    return frozen().quick


def group(name: str) -> str:
    """The group of an instance, which is named after what it varies. Raises KeyError for an unknown name."""
    for title, names in frozen().groups.items():
        if name in names:
            return title
    raise KeyError(name)


def changes(folder: Path = FOLDER) -> tuple[str, ...]:
    """Files that differ from the frozen ones: a sentence for each."""
    there = {file.stem: _sha256(file) for file in sorted(folder.iterdir()) if not file.name.startswith(".")}
    known = frozen().hashes
    missing = [f"{name} is missing" for name in known if name not in there]
    changed = [f"{name} was changed" for name in known if there.get(name, known[name]) != known[name]]
    added = [f"{name} is not in {FROZEN.name}: {sha256}" for name, sha256 in there.items() if name not in known]
    return (*missing, *changed, *added)


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
