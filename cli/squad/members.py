"""Who belongs to a squad: the profiles that words of the command line name, and where their plans go."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from profiles.reading.folders import is_folder, is_there, toml_files


@dataclass(frozen=True)
class Member:
    """An athlete's profile, and where the plan goes."""

    path: Path
    target: Path


def is_squad(words: Sequence[str]) -> bool:
    """Whether these words ask for more than one athlete."""
    return len(words) > 1 or any(is_folder(word) or _is_pattern(word) or _is_no_profile(word) for word in words)


def target_of(path: Path, folder: Path, doctrine: str | None) -> Path:
    """Where an athlete's plan goes: those of a squad have a folder of its name. Raises BadInput."""
    from profiles.reading.problems import BadInput, Problem
    from profiles.squad_file import SQUAD_FILE

    home = folder / _real(path).parent.name if is_there(path.with_name(SQUAD_FILE)) else folder
    target = home / (f"{path.stem}.{doctrine}.toml" if doctrine else f"{path.stem}.toml")
    try:
        f"{path} {target}".encode()
    except UnicodeEncodeError:
        raise BadInput(Problem(str(path), None, "", "the name of the file, or of its folder, is no text")) from None
    return target


def members_of(words: Sequence[str], folder: Path, doctrine: str | None) -> list[Member]:
    """The athletes that these words name, in the order of their plans. Raises BadInput where there are none."""
    from profiles.reading.problems import BadInput, Problem
    from profiles.squad_file import SQUAD_FILE

    found: dict[Path, Member] = {}
    for word in words:
        for path, home in _profiles(word, folder):
            if path.name != SQUAD_FILE:
                found.setdefault(_real(path), Member(path, target_of(path, home, doctrine)))
    members = sorted(found.values(), key=lambda member: (str(member.target.parent), member.path.name))
    if not members:
        raise BadInput(Problem(" ".join(words), None, "", "no athlete's profile is there, only what they share"))
    whose: dict[Path, Member] = {}
    for member in members:
        other = whose.setdefault(member.target, member)
        if other is not member:
            message = f"{member.target} would be the plan of {other.path} too; rename one of them"
            raise BadInput(Problem(str(member.path), None, "", message))
    return members


def _profiles(word: str, folder: Path) -> Iterator[tuple[Path, Path]]:
    """The profiles that a word names, each with the folder for its plan. Raises BadInput where there are none."""
    from profiles.reading.problems import BadInput, Problem
    from profiles.squad_file import SQUAD_FILE

    path = Path(word)
    if is_folder(path):
        inside = toml_files(path)
        # Beside a squad.toml the plans find their folder by themselves.
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
    """Whether it is nothing that is there, and not called like a profile: then a folder may be meant."""
    return not word.endswith(".toml") and not is_there(word)


def _real(path: Path) -> Path:
    """Where links lead to, also from one that leads to itself, at which Path.resolve fails."""
    return Path(os.path.realpath(path))
