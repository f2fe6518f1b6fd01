"""Everything that a plan depends on: equal stamps give equal plans."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from constraints.planning.assembly import versions
from constraints.planning.brief import Brief
from profiles.frozen import Frozen
from profiles.plan import Header

ROOT: Final = Path(__file__).parents[2]

DECIDING: Final = (
    "solver/**/*.py", "profiles/**/*.py", "profiles/catalogue/*.toml", "constraints/**/*.py", "constraints/**/*.toml",
)  # fmt: skip
"""The files of the program that a plan depends on."""


class Stamp(Frozen):
    """Everything that a plan depends on: equal stamps give equal plans."""

    profile_hash: str
    doctrine: str
    doctrine_hash: str
    overrides: tuple[str, ...] = ()
    versions: dict[str, str]
    settings: tuple[str, ...] = ()


def software() -> dict[str, str]:
    """What must be equal in a worker and the process that sends it jobs: releases, and all files that affect a plan.

    The profiles in the same folder as the code may differ.
    """
    files = sorted(file for pattern in DECIDING for file in ROOT.glob(pattern))
    said = b"".join(file.relative_to(ROOT).as_posix().encode() + file.read_bytes() for file in files)
    return {**versions(), "source": hash_of(said)}


def stamp_for(brief: Brief) -> Stamp:
    """The stamp of a plan that would be made now."""
    return Stamp(
        profile_hash=brief.profile.digest, doctrine=brief.doctrine.name, doctrine_hash=brief.doctrine.hash,
        overrides=brief.doctrine.overrides, versions=versions(), settings=brief.settings,
    )  # fmt: skip


def stamp_in(header: Header) -> Stamp:
    """The stamp in the header of a plan."""
    return Stamp(**{name: getattr(header, name) for name in Stamp.model_fields})


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
