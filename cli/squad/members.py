"""Finds the members of a squad: the profiles that the arguments name, and the paths of their plans."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from profiles.reading.folders import is_folder, is_there, toml_files


@dataclass(frozen=True)
class Member:
    """An athlete's profile, and the path of the plan."""

    path: Path
    target: Path


def is_squad(words: Sequence[str]) -> bool:
    """Whether these arguments name a squad, not a single profile."""
    return len(words) > 1 or any(is_folder(word) or _is_pattern(word) or _is_no_profile(word) for word in words)


def target_of(path: Path, folder: Path, doctrine: str | None) -> Path:
    """The path of an athlete's plan; plans of a squad are in a folder with its name. Raises BadInput."""
    from profiles.reading.folders import SQUAD_FILE
    from profiles.reading.problems import BadInput, Problem

    home = folder / _real(path).parent.name if is_there(path.with_name(SQUAD_FILE)) else folder
    target = home / (f"{path.stem}.{doctrine}.toml" if doctrine else f"{path.stem}.toml")
    try:
        f"{path} {target}".encode()
    except UnicodeEncodeError:
        raise BadInput(Problem(str(path), None, "", "the name of the file, or of its folder, is no text")) from None
    return target


def members_of(words: Sequence[str], folder: Path, doctrine: str | None) -> list[Member]:
    """The athletes that these arguments name, sorted by the paths of their plans. Raises BadInput if none."""
    from profiles.reading.folders import SQUAD_FILE
    from profiles.reading.problems import BadInput, Problem

    found: dict[Path, Member] = {}
    for word in words:
        for path, home in _profiles(word, folder):
            if path.name != SQUAD_FILE:
                found.setdefault(_real(path), Member(path, target_of(path, home, doctrine)))
    members = sorted(found.values(), key=lambda member: (str(member.target.parent), member.path.name))
    if not members:
        raise BadInput(
            Problem(" ".join(words), None, "", "there is no athlete's profile, only a file that athletes share")
        )
    whose: dict[Path, Member] = {}
    for member in members:
        other = whose.setdefault(member.target, member)
        if other is not member:
            message = f"{member.target} would be the plan of {other.path} too; rename one of them"
            raise BadInput(Problem(str(member.path), None, "", message))
    return members


def _profiles(word: str, folder: Path) -> Iterator[tuple[Path, Path]]:
    """The profiles that an argument names, each with the folder for its plan. Raises BadInput if none."""
    from profiles.reading.folders import SQUAD_FILE
    from profiles.reading.problems import BadInput, Problem

    path = Path(word)
    if is_folder(path):
        inside = toml_files(path)
        # With a squad.toml in the folder, the plans go into a folder of the squad anyway.
        home = folder if is_there(path / SQUAD_FILE) else folder / _real(path).name
        yield from ((file, home) for file in inside)
        if not inside:
            raise BadInput(Problem(word, None, "", "there are no profiles in this folder; they end in .toml"))
    elif _is_pattern(word):
        matching = sorted(map(Path, glob.glob(word, recursive=True)))  # noqa: PTH207  # Path.glob takes no absolute one
        yield from ((file, folder) for file in matching if file.is_file())
        if not matching:
            raise BadInput(Problem(word, None, "", "no file matches"))
    elif is_there(path):
        yield path, folder
    else:
        raise BadInput(Problem(word, None, "", "there is no such file or folder"))


def _is_pattern(word: str) -> bool:
    return glob.has_magic(word) and not is_there(word)


def _is_no_profile(word: str) -> bool:
    """Whether a path does not exist and is not named like a profile: then a folder may be meant."""
    return not word.endswith(".toml") and not is_there(word)


def _real(path: Path) -> Path:
    """The path with links resolved; unlike Path.resolve it accepts a link to itself."""
    return Path(os.path.realpath(path))
