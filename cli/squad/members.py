"""Who belongs to a squad: the profiles that words of the command line name, and where their plans go."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.squad.summary import is_summary


@dataclass(frozen=True)
class Member:
    """An athlete's profile, and where the plan goes."""

    path: Path
    target: Path


def is_squad(words: Sequence[str]) -> bool:
    """Whether these words ask for more than one athlete."""
    return len(words) > 1 or any(Path(word).is_dir() or _is_pattern(word) or _is_no_profile(word) for word in words)


def target_of(path: Path, folder: Path, doctrine: str | None) -> Path:
    """Where an athlete's plan goes: those of a squad have a folder of its name. Raises BadInput."""
    from profiles.reading.problems import BadInput, Problem
    from profiles.squad_file import SQUAD_FILE

    home = folder / path.resolve().parent.name if path.with_name(SQUAD_FILE).exists() else folder
    target = home / (f"{path.stem}.{doctrine}.toml" if doctrine else f"{path.stem}.toml")
    if is_summary(target):
        message = f"{target.name} is the name of a squad's summary; rename the profile"
        raise BadInput(Problem(str(path), None, "", message))
    return target


def members_of(words: Sequence[str], folder: Path, doctrine: str | None) -> list[Member]:
    """The athletes that these words name, in the order of their plans. Raises BadInput where there are none."""
    from profiles.reading.problems import BadInput, Problem
    from profiles.squad_file import SQUAD_FILE

    found: dict[Path, Member] = {}
    for word in words:
        for path, home in _profiles(word, folder):
            if path.name != SQUAD_FILE:
                found.setdefault(path.resolve(), Member(path, target_of(path, home, doctrine)))
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
    if path.is_dir():
        inside = sorted(file for file in path.glob("*.toml") if not file.name.startswith("."))
        # Beside a squad.toml the plans find their folder by themselves.
        home = folder if (path / SQUAD_FILE).exists() else folder / path.resolve().name
        yield from ((file, home) for file in inside)
        if not inside:
            raise BadInput(Problem(word, None, "", "there are no profiles in this folder; they end in .toml"))
    elif _is_pattern(word):
        matching = sorted(map(Path, glob.glob(word, recursive=True)))  # noqa: PTH207  # Path.glob takes no absolute one
        yield from ((file, folder) for file in matching if file.is_file())
        if not matching:
            raise BadInput(Problem(word, None, "", "no file matches"))
    elif path.exists():
        yield path, folder
    else:
        raise BadInput(Problem(word, None, "", "there is no such file or folder"))


def _is_pattern(word: str) -> bool:
    return glob.has_magic(word) and not Path(word).exists()


def _is_no_profile(word: str) -> bool:
    """Whether it is nothing that is there, and not called like a profile: then a folder may be meant."""
    return not word.endswith(".toml") and not Path(word).exists()
